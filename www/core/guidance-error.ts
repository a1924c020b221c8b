import type { ErrorCode } from "generated/wasm";

/** A sentence, and the language that it is in. */
interface Shown {
  text: string;
  lang: string;
}

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
  /** @internal What a reader sees in the place of a card. */
  declare readonly shown?: Shown;

  constructor(code: ErrorCode | "internal", message: string, shown?: Shown) {
    super(message);
    this.code = code;
    if (shown) {
      this.shown = shown;
    }
  }
}
