/**
 * Why the widget could not start.
 *
 * `code` is stable and for programs; `message` is what the widget shows: first
 * what it means for the reader, then what the site's owner can do.
 */
export class LoadError extends Error {
  // Fields define where an assignment would meet what a page has done to the
  // prototype of errors.
  name = "LoadError";
  /** @type {import("./module.d.ts").LoadErrorCode} */
  code;

  /**
   * Settles when it is worth trying again; absent where it never is.
   *
   * @type {Promise<unknown> | undefined}
   */
  again;

  /**
   * @param {import("./module.d.ts").LoadErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * @param {import("./module.d.ts").LoadErrorCode} code
 * @param {string} remedy
 */
export function cannotStart(code, remedy) {
  return new LoadError(code, `The answer cannot be shown here. ${remedy}`);
}

/** Where the bytes are not what the build made. */
export function damaged() {
  return cannotStart(
    "wasm_corrupt",
    "Reload the page. For the owner of this site: a file is damaged; upload it again.",
  );
}
