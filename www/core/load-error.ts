/**
 * Why the wasm could not be started. `wasm_not_found`, `wasm_wrong_type` and
 * `network_lost` are those of `./split`, which fetches it.
 *
 * - `wasm_blocked`: The site's content security policy does not allow it. Remedy: add
 *   `'wasm-unsafe-eval'` to `script-src`; with `./split` also the wasm's host to
 *   `connect-src`.
 * - `wasm_unsupported`: The browser has no WebAssembly, an old one, or too little
 *   memory. Remedy: none for a site; the text inside the element stays.
 * - `wasm_corrupt`: A file is cut off or changed on the way. Remedy: upload it again.
 * - `wasm_not_found`: The server answers with an error where the wasm should be, or
 *   lets no other site read it. Remedy: put the file there; for another host, send
 *   `Access-Control-Allow-Origin`.
 * - `wasm_wrong_type`: The server sends the wasm as another type than
 *   `application/wasm`, or a page in its place. Remedy: set the type for `.wasm`.
 * - `network_lost`: Nothing answers. Remedy: none needed; it is tried again when the
 *   device is back online, when the reader comes back to the page, and after half a
 *   minute, then after twice as long each time, up to five minutes.
 */
export type LoadErrorCode =
  | "wasm_blocked"
  | "wasm_unsupported"
  | "wasm_corrupt"
  | "wasm_not_found"
  | "wasm_wrong_type"
  | "network_lost";

/** The wasm could not be started; `message` tells the site's owner why, and what to do. */
export class LoadError extends Error {
  // Fields are defined, where an assignment would meet what a page has put on a prototype.
  override readonly name = "LoadError";
  readonly code: LoadErrorCode;
  /** Settles when a retry makes sense; absent when none does. */
  retry: Promise<void> | undefined;

  constructor(code: LoadErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The bytes are not those of the build. */
export const corrupt = (file = "The file that holds the wasm"): LoadError =>
  new LoadError("wasm_corrupt", `${file} is damaged; upload it again.`);
