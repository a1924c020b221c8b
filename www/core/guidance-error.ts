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

  constructor(code: ErrorCode | "internal", message: string) {
    super(message);
    this.code = code;
  }
}
