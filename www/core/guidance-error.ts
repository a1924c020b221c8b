import type { ErrorCode } from "generated/wasm";

/**
 * A question that cannot be answered.
 *
 * `code` is stable and for programs; `message` is a sentence that names the value and
 * what is accepted. The code `internal` is a fault of the library, or of a page that
 * has changed the language's own objects.
 */
export class GuidanceError extends Error {
  // Fields are defined, where an assignment would meet what a page has put on a prototype.
  override readonly name = "GuidanceError";
  readonly code: ErrorCode | "internal";
  /** @internal A sentence for the place of the card, and its language. */
  declare readonly text?: string;
  /** @internal */
  declare readonly lang?: string;

  constructor(code: ErrorCode | "internal", message: string, text?: string, lang?: string) {
    super(message);
    this.code = code;
    if (text && lang) {
      this.text = text;
      this.lang = lang;
    }
  }
}
