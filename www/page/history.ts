/**
 * What a reload, the way back from another page and the change of the language keep: the
 * question, the opened sections and the place, in the state that the browser has for this
 * entry of its history. Nothing is stored on the device, and no other page can read it.
 */
import { rememberedSettings } from "../core/api";
import { QUESTION, type Settings } from "./link";

interface Kept {
  /** As a link says it, and when that was. */
  question: string;
  at: number;
  /** Whether it is also remembered on the device. */
  isRemembered: boolean;
  /** The class of each section that is open, and how far the page is scrolled. */
  opened: string[];
  scroll: number;
}

const KEY = "aftercare-consensus";

const kept = (): Kept | undefined => history.state?.[KEY];

/** Whether the question that is kept is remembered on the device, too. */
export const wasRemembered = (): boolean => kept()?.isRemembered ?? false;

/** What is kept, as attributes of the element; its hours have grown since. */
export function keptSettings(): Settings {
  const { question, at } = kept() ?? {};
  return typeof question === "string" && typeof at === "number"
    ? rememberedSettings(question, QUESTION, at, Date.now())
    : [];
}

const sections = (element: Element): HTMLDetailsElement[] => [
  ...(element.shadowRoot?.querySelectorAll("details") ?? []),
];

/** Keeps a question, or that there is none. */
export function keep(element: Element, question: string | null, isRemembered: boolean): void {
  const opened = sections(element).filter(({ open }) => open);
  const state: Kept | undefined = question
    ? {
        question,
        at: Date.now(),
        isRemembered,
        opened: opened.map(({ className }) => className),
        scroll: scrollY,
      }
    : undefined;
  if (!state && !kept()) {
    return;
  }
  try {
    history.replaceState({ ...history.state, [KEY]: state }, "");
  } catch {
    // Some browsers allow only so many in a while.
  }
}

/** Opens what was open, and scrolls to where the reader was: the browser has tried it before the answer was there. */
export async function restorePlace(element: Element): Promise<void> {
  const { opened = [], scroll = 0 } = kept() ?? {};
  await Reflect.get(element, "ready");
  for (const section of sections(element)) {
    section.open ||= opened.includes(section.className);
  }
  // What is in them is drawn by then.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (scrollY < scroll) {
        scrollTo(0, scroll);
      }
    }),
  );
}

/** The page in another language asks the same: it takes the state along. */
export function followLanguage(keepNow: () => void): void {
  const page = location.pathname;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    link.addEventListener("click", (event) => {
      const isOwnTab =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!isOwnTab) {
        return;
      }
      try {
        keepNow();
        history.pushState(history.state, "", link.href);
        event.preventDefault();
        location.reload();
      } catch {
        // A file may not: then the page opens as any other does.
      }
    });
  }
  // The entry before is another page, which the browser takes for this one.
  addEventListener("popstate", () => {
    if (location.pathname !== page) {
      location.reload();
    }
  });
}
