/**
 * How a reader passes a question on: by a link with everything behind its `#`, which
 * no server is told, and only when the reader asks for it.
 */

import { isMarked } from "./link";

/** What a link has set beside the question itself. */
const AROUND = ["lang", "names", "panels"];

/** A file has no address that leads anywhere else. */
export const canShare = (): boolean => location.protocol.startsWith("http");

/** What a link says behind its `#`. Where the page names no brands, neither does the question. */
export function linkText(element: Element, question: string, around = AROUND): string {
  let text = question;
  for (const name of around) {
    const value = element.getAttribute(name);
    if (value && !isMarked(value)) {
      text += `&${name}=${encodeURIComponent(value)}`;
    }
  }
  return text;
}

/** The link. */
export const linkTo = (element: Element, question: string): string =>
  `${location.origin}${location.pathname}#${linkText(element, question)}`;

/** Hands a link on in the best way that there is; `shown`: the reader has to copy it. */
export async function share(url: string): Promise<"shared" | "copied" | "shown"> {
  if (typeof navigator.share === "function") {
    try {
      await navigator.share({ title: document.title, url });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        // The reader has cancelled it.
        return "shared";
      }
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "shown";
  }
}
