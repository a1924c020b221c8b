/**
 * What the page stores on the reader's device: the question that was asked, once the
 * reader has asked for that, under one key, and nothing else. The element itself
 * stores nothing.
 *
 * Other pages of the same site can write there too, so the core checks what is read
 * as it checks a link, and how old it may be (`rememberedSettings`).
 */
import { rememberedSettings } from "../core/api";
import type { Settings } from "./link";

const KEY = "aftercare-consensus:question";

/** What is around the question is the page's own. */
const REMEMBERED = ["treatment", "activity", "hours", "treated-at"];

/** The browser's store; nothing where it has none for this page. */
function store(): Storage | undefined {
  try {
    // All files of a device would share one.
    return location.protocol === "file:" ? undefined : localStorage;
  } catch {
    return undefined;
  }
}

/** Whether anything can be stored here. */
export const canRemember = (): boolean => store() !== undefined;

/**
 * Stores a question.
 *
 * @param question as a link says it
 * @returns whether that worked
 */
export function remember(question: string): boolean {
  try {
    store()?.setItem(KEY, JSON.stringify({ question, at: Date.now() }));
    return isRemembered();
  } catch {
    return false;
  }
}

/** Whether something is stored. */
export function isRemembered(): boolean {
  try {
    return typeof store()?.getItem(KEY) === "string";
  } catch {
    return false;
  }
}

/** Removes what is stored. */
export function forget(): void {
  try {
    store()?.removeItem(KEY);
  } catch {
    // Then there is nothing to remove.
  }
}

/**
 * What was stored, as attributes of the element; its hours have grown since. What is
 * too old or is no question is removed.
 */
export function remembered(): Settings {
  try {
    const { question, at } = JSON.parse(store()?.getItem(KEY) ?? "null");
    if (typeof question === "string" && typeof at === "number") {
      const settings = rememberedSettings(question, REMEMBERED, at, Date.now());
      if (settings.length > 0) {
        return settings;
      }
    }
  } catch {
    // Not written by this page.
  }
  forget();
  return [];
}
