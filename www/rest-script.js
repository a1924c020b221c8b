/**
 * The second part of the wasm as a script, for pages that can fetch nothing: those of
 * a folder, and frames in a sandbox.
 */
import { restChecksum as checksum, restSize as size } from "built:facts";
import { inlineWasm } from "./inline-wasm.js";
import { documentDoes, ofDocument } from "./own.js";

/**
 * @param {URL} address
 * @returns {Promise<BufferSource>}
 */
export function restByScript(address) {
  return new Promise((resolve, reject) => {
    /** @type {HTMLScriptElement} */
    const script = documentDoes(document, "createElement", "script");
    // The file tells the element that it stands in, and nobody else.
    script.addEventListener("rest", (event) => {
      resolve(inlineWasm({ text: /** @type {CustomEvent} */ (event).detail, size, checksum }));
    });
    script.addEventListener("error", () => reject(new Error(`${address} does not load`)));
    script.referrerPolicy = "no-referrer";
    script.src = address.href;
    ofDocument("head").append(script);
    // It runs all the same.
    script.remove();
  });
}
