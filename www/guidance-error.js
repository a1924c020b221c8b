/**
 * A question that cannot be answered.
 *
 * `code` is stable and for programs; `message` is a sentence that names the
 * value and what is accepted.
 */
export class GuidanceError extends Error {
  // Fields define where an assignment would meet what a page has done to the
  // prototype of errors.
  name = "GuidanceError";
  /** @type {import("./types.js").ErrorCode} */
  code;

  /**
   * @param {import("./types.js").ErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
