/** Starts the wasm, or says why it cannot be started. */
import { initSync } from "built:glue";
import { cannotStart, damaged } from "./load-error.js";

/**
 * @param {BufferSource | WebAssembly.Module} wasm
 * @throws {import("./load-error.js").LoadError}
 */
export function startWasm(wasm) {
  try {
    initSync({ module: wasm });
  } catch (error) {
    throw whyNot(error, wasm);
  }
}

/**
 * A policy is told from damage by asking whether the bytes are valid: that is
 * answered under any policy, while the words of the browsers' errors differ and
 * WebKit fires no event.
 *
 * @param {unknown} error what the browser threw
 * @param {BufferSource | WebAssembly.Module} wasm bytes that are known to be whole, or a module of them
 */
export function whyNot(error, wasm) {
  // Absent in a locked-down browser; memory may be short; an old one lacks features.
  const api = globalThis.WebAssembly;
  if (!api || error instanceof RangeError || !(wasm instanceof api.Module || api.validate(wasm))) {
    return cannotStart(
      "wasm_unsupported",
      "This browser cannot run it. Update it, close other tabs, or open this page in another browser.",
    );
  }
  if (error instanceof api.LinkError) {
    return damaged();
  }
  return cannotStart(
    "wasm_blocked",
    "For the owner of this site: add 'wasm-unsafe-eval' to script-src in the site's policy.",
  );
}
