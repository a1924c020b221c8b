import type { Api, Guidance } from "./types.js";

export * from "./types.js";

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
export const version: Api["version"];

/**
 * Why the widget could not start.
 *
 * - `wasm_blocked`: the site's policy does not allow it
 * - `wasm_not_found`: the server answers with an error
 * - `wasm_wrong_type`: the server's answer is of another type than application/wasm
 * - `wasm_corrupt`: the wasm is cut off or damaged
 * - `wasm_unsupported`: the browser has no WebAssembly, or an old one
 * - `network_lost`: nothing answers
 * - `two_versions`: another version is registered on the page
 */
export type LoadErrorCode =
  | "wasm_blocked"
  | "wasm_not_found"
  | "wasm_wrong_type"
  | "wasm_corrupt"
  | "wasm_unsupported"
  | "network_lost"
  | "two_versions";

/** Why the widget could not start. */
export class LoadError extends Error {
  constructor(code: LoadErrorCode, message: string);
  readonly name: "LoadError";
  /** Stable, for programs. */
  readonly code: LoadErrorCode;
}

/** The class of `<aftercare-consensus>`; importing it registers nothing. */
export class AftercareConsensus extends HTMLElement {
  /** The version of the package and of its data. */
  static readonly version: string;
  /** The card that is shown; `null` while there is none. */
  readonly guidance: Guidance | null;
}

/**
 * Registers the element. It may be called twice; where another version has the
 * name already, that one stays, and its elements tell so by `aftercare-error`.
 *
 * @param tag the element's name; `aftercare-consensus` where it is not given
 */
export function define(tag?: string): void;
