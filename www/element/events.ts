/** What the element tells its page. */
import type { ErrorCode, Status } from "generated/wasm";
import type { LoadErrorCode } from "../core/load-error";

/** What `aftercare-change` tells. No times: a page's analytics is to learn none. */
export interface ChangeDetail {
  /** The consensus, whatever the clinic asks. */
  status: Status;
  /** The id of the treatment. */
  treatment: string;
  /** The id of the activity. */
  activity: string;
  /**
   * `null` where the clinic names no wait for the activity. `waiting`: its wait still
   * runs; `differs`: the consensus says the contrary.
   */
  clinic: { waiting: boolean; differs: boolean } | null;
}

/**
 * What `aftercare-error` tells. Beside the codes of questions and of loading:
 *
 * - `two_versions`: Another version has the element's name on this page already; that
 *   one is used. Remedy: keep one script.
 * - `unclosed`: The element has no end tag, so the rest of the page stands inside it; it
 *   is shown under the card. Remedy: write the end tag; `/>` does not end it.
 * - `internal`: The widget has a fault. Remedy: report it, with the message.
 */
export interface ErrorDetail {
  code: ErrorCode | LoadErrorCode | "two_versions" | "unclosed" | "internal";
  /** What is wrong, and what to do about it. */
  message: string;
}

/** The events of the element; they bubble, and leave shadow roots. */
export interface AftercareConsensusEventMap extends HTMLElementEventMap {
  "aftercare-change": CustomEvent<ChangeDetail>;
  "aftercare-error": CustomEvent<ErrorDetail>;
}

/** What listens to an event of any name. */
export type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

export function sendChange(element: Element, detail: ChangeDetail, bubbles = true): void {
  send(element, "aftercare-change", detail, bubbles);
}

/** What to tell of whatever was thrown. */
export function errorOf(error: unknown): ErrorDetail {
  const { code, message } = (error ?? {}) as Partial<ErrorDetail>;
  return { code: typeof code === "string" ? code : "internal", message: `${message ?? error}` };
}

/** Lines that the console has: fifty elements say a thing once. */
const logged = new Set<string>();

/** Tells the site's owner, by an event and on the console; a patient reads nothing of it. */
export function sendError(element: Element, { code, message }: ErrorDetail): void {
  if (!logged.has(message)) {
    logged.add(message);
    console.error(`aftercare-consensus: ${message}`);
  }
  send(element, "aftercare-error", { code, message }, true);
}

function send(element: Element, type: string, detail: object, bubbles: boolean): void {
  element.dispatchEvent(new CustomEvent(type, { bubbles, composed: true, detail }));
}
