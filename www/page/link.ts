/**
 * What a page's link says behind its `#`. What a link may set, and what counts as a
 * value, the core decides (`linkSettings`).
 */
import { linkSettings } from "../core/api";

/** What a link to a page may set; a clinic's own words are never among it. */
export const QUESTION = ["treatment", "activity", "hours", "treated-at", "lang", "names", "panels"];

/** The same in a frame. */
export const FRAME = [...QUESTION, "compact", "sources"];

/** A value of a link that is none of its setting; a doubtful one ends with it. */
const MARK = "…";

/** Whether a link has set a value that cannot be taken. */
export const isMarked = (value: string | null): boolean => value?.endsWith(MARK) ?? false;

export type Settings = readonly (readonly [name: string, value: string])[];

export function apply(element: Element, settings: Settings): void {
  // A new moment takes the place of an old one, in whichever form that was given.
  if (settings.some(([name]) => name === "hours" || name === "treated-at")) {
    element.removeAttribute("hours");
    element.removeAttribute("treated-at");
  }
  for (const [name, value] of settings) {
    element.setAttribute(name, value);
  }
}

/**
 * Sets what this page's link says after its `#`, now and when the link changes, and
 * clears it: an address that is passed on or kept in a history carries no treatment
 * time.
 *
 * @param onLink is called when the link has set something
 */
export function followHash(element: Element, accepted: readonly string[], onLink?: () => void): void {
  const read = (isFirst: boolean) => {
    const isLink = location.hash.includes("=");
    for (const name of isLink ? FRAME : []) {
      // What was wrong with the link before is nothing of this one.
      if (!isFirst && isMarked(element.getAttribute(name))) {
        element.removeAttribute(name);
      }
    }
    const settings = location.hash
      ? linkSettings(location.hash.slice(1), accepted, element.hasAttribute("treatment"))
      : [];
    apply(element, settings);
    if (settings.length > 0) {
      onLink?.();
    }
    // Also where it may set nothing: only an anchor on the page stays.
    if (settings.length > 0 || isLink) {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
  };
  read(true);
  addEventListener("hashchange", () => read(false));
}
