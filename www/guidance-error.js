/**
 * A question that cannot be answered.
 *
 * `code` is stable and for programs; `message` is a sentence that names the
 * value and what is accepted.
 */
export class GuidanceError extends Error {
  /**
   * @param {import("./types.js").ErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "GuidanceError";
    /** @type {import("./types.js").ErrorCode} */
    this.code = code;
  }
}
