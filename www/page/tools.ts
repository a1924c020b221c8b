/**
 * What a reader can do with an answer on the page: share it, print it, keep it on the
 * device. The texts are in the page.
 */
import { followLanguage, keep, keptSettings, restorePlace, wasRemembered } from "./history";
import { apply } from "./link";
import { canRemember, forget, isRemembered, remember, remembered } from "./remember";
import { canShare, linkText, linkTo, share } from "./share";

/** After each of these events the question may be another. */
export const EVENTS = ["input", "change", "click", "aftercare-change", "aftercare-error"];

/**
 * Offers the tools while there is an answer. What was asked before a reload, or what was
 * remembered, is asked again, unless a link asks for something else.
 *
 * @param isWaiting tells whether the form of the page is there, and no answer from the start
 * @returns a function to call when a link takes over, so that its question is not
 *   remembered in the place of the reader's own
 */
export function offerTools(element: Element, hasLink: boolean, isWaiting: () => boolean): () => void {
  const find = <T extends HTMLElement>(selector: string) => document.querySelector(selector) as T;
  const shareButton = find(".tools .share");
  const printButton = find(".tools .print");
  const keepButton = find(".tools .keep");
  const field = find(".link");
  const input = find<HTMLInputElement>(".link input");
  const status = find(".said");

  const question = (): string | null => {
    const asked: unknown = Reflect.get(element, "question");
    return typeof asked === "string" ? asked : null;
  };
  /** @param text one of the status texts that the page has in `data-…` */
  const say = (text?: string) => {
    status.textContent = (text && status.dataset[text]) || "";
  };
  /** Whether what is asked is kept on the device, and goes with what the reader changes. */
  let isKept = false;
  const keepNow = (around?: string[]) => {
    const asked = question();
    keep(element, asked && linkText(element, asked, around), isKept);
  };
  let shown: string | null = null;
  const update = () => {
    const asked = question();
    if (asked !== shown) {
      shown = asked;
      // A link that was shown is of another question.
      field.hidden = true;
      say();
      keepNow();
    }
    if (asked && isKept && !remember(asked)) {
      isKept = false;
      say("failed");
    }
    shareButton.hidden = !asked || !canShare();
    printButton.hidden = !asked;
    keepButton.hidden = !asked || !canRemember();
    keepButton.textContent = keepButton.dataset[isRemembered() ? "forget" : "keep"] ?? "";
  };

  const kept = hasLink ? [] : keptSettings();
  if (kept.length > 0) {
    apply(element, kept);
    isKept = wasRemembered() && isRemembered();
    void restorePlace(element);
  } else if (!hasLink && isRemembered()) {
    const settings = remembered();
    apply(element, settings);
    isKept = settings.length > 0;
  }
  shareButton.addEventListener("click", async () => {
    const asked = question();
    if (!asked) {
      return;
    }
    const link = linkTo(element, asked);
    const how = await share(link);
    say(how);
    if (how === "shown") {
      input.value = link;
      field.hidden = false;
      input.focus();
      input.select();
    }
  });
  printButton.addEventListener("click", () => print());
  keepButton.addEventListener("click", () => {
    isKept = !isRemembered();
    if (isKept) {
      say("remembered");
    } else {
      forget();
      say("forgotten");
    }
    update();
    keepNow();
  });
  // Not every browser tells the end of it.
  let scrolled: ReturnType<typeof setTimeout> | undefined;
  addEventListener("scroll", () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(() => keepNow(), 100);
  });
  followLanguage(() => keepNow(["names", "panels"]));
  for (const event of EVENTS) {
    element.addEventListener(event, update);
  }
  const begin = () => {
    update();
    keepNow();
    // No page hears of a section that opens, but by its shadow root.
    element.shadowRoot?.addEventListener("toggle", () => keepNow(), true);
  };
  if (isWaiting()) {
    void Promise.resolve(Reflect.get(element, "ready")).then(begin);
  } else {
    // The element is drawn before the browser shows the page, so that nothing moves.
    begin();
  }
  return () => {
    isKept = false;
  };
}
