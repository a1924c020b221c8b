import type { Api } from "./types.js";

export * from "./types.js";
export * from "./element-types.js";

/**
 * Loads the wasm. Await it once before the first call; later calls do nothing,
 * and after a failure the next call tries again.
 *
 * @param source where the wasm is, or its bytes; beside this file where it is not given
 * @throws {LoadError}
 */
export function init(
  source?: string | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>,
): Promise<void>;

export const guidance: Api["guidance"];
export const timeline: Api["timeline"];
export const catalog: Api["catalog"];
export const details: Api["details"];
export const loadLanguage: Api["loadLanguage"];
export const version: Api["version"];

/**
 * Why the widget could not start.
 *
 * - `wasm_blocked`: The site's content security policy does not allow it. Remedy:
 *   add `'wasm-unsafe-eval'` to `script-src`; with the module also the wasm's
 *   host to `connect-src`. Where the policy cannot be changed, use the iframe.
 * - `wasm_not_found`: The server answers with an error where the wasm should be,
 *   or lets no other site read it. Remedy: put the file there; for another host,
 *   send `Access-Control-Allow-Origin`.
 * - `wasm_wrong_type`: The server sends the wasm as another type than
 *   `application/wasm`, or a page in its place. Remedy: set the type for `.wasm`;
 *   where it is a page, put the file there.
 * - `wasm_corrupt`: A file is cut off or changed on the way. Remedy: upload it
 *   again, as it is in the build.
 * - `wasm_unsupported`: The browser has no WebAssembly, an old one, or too little
 *   memory. Remedy: none for a site; the text inside the element stays, and the
 *   reader is asked to update the browser or to take another.
 * - `network_lost`: Nothing answers. Remedy: none needed; it tries again when the
 *   device is back online, when the reader comes back to the page, and after half
 *   a minute, then after twice as long each time, up to five minutes.
 * - `two_versions`: Another version has the element's name on this page already;
 *   that one is used. Remedy: keep one script.
 * - `details_missing`: The texts of the answers do not load: their file is not beside
 *   the script, is of another build, or the policy refuses it. Remedy: put the file of
 *   the same build there, or use the full script.
 * - `rest_missing`: All that is more than a first look does not load: its file is not
 *   beside the script, is of another build, or the policy refuses it. Where the site
 *   has said treatment and time, the reader has the answer, and when to get help; else
 *   the text inside the element. Remedy: put the file of the same build there, or use
 *   the full script.
 * - `language_missing`: The words of the language do not load: their file is not beside
 *   the script, is of another build, or the policy refuses it. The reader has the card
 *   in English. Remedy: put the file of the same build there, or use the full script.
 */
export type LoadErrorCode =
  | "wasm_blocked"
  | "wasm_not_found"
  | "wasm_wrong_type"
  | "wasm_corrupt"
  | "wasm_unsupported"
  | "network_lost"
  | "two_versions"
  | "details_missing"
  | "rest_missing"
  | "language_missing";

/** Why the widget could not start. */
export class LoadError extends Error {
  constructor(code: LoadErrorCode, message: string);
  readonly name: "LoadError";
  /** Stable, for programs. */
  readonly code: LoadErrorCode;
}

/**
 * Registers `<aftercare-consensus>`. It may be called twice; where another version
 * has the name already, that one stays, and its elements tell so by
 * `aftercare-error`.
 */
export function define(): void;
