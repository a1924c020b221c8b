import type { Api } from "./types.js";

export * from "./types.js";

/**
 * Loads the wasm. Await it once before the first call; later calls do nothing.
 *
 * @param source where the wasm is, or its bytes; beside this file where it is not given
 */
export function init(source?: string | URL | Response | BufferSource | WebAssembly.Module): Promise<void>;

export const guidance: Api["guidance"];
export const timeline: Api["timeline"];
export const catalog: Api["catalog"];
export const details: Api["details"];
export const version: Api["version"];
