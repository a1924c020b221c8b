/** How does a wasm start that is inside a script, and why does one not start? */
import { inlineWasm } from "./inline-wasm.js";
import { cannotStart, damaged } from "./load-error.js";

/**
 * Starts a wasm that is inside the script, at the first element or call: a page without
 * them compiles nothing. A failure is kept, so that fifty elements do not try fifty times.
 *
 * @template T
 * @param {import("./inline-wasm.js").Inline} inline
 * @param {(wasm: BufferSource) => T} begin
 * @returns {() => T}
 */
export function atOnce(inline, begin) {
  /** @type {() => T} */
  let answer = () => {
    try {
      const begun = begin(inlineWasm(inline));
      // A page that stays open need not hold it twice.
      inline.text = "";
      answer = () => begun;
    } catch (error) {
      answer = () => {
        throw error;
      };
    }
    return answer();
  };
  return () => answer();
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
