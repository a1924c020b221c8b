/**
 * What the classic scripts do: they define `<aftercare-consensus>` and the
 * global `AftercareConsensus`.
 */
import { build } from "built:facts";
import { createApi } from "./boundary.js";
import { connect, define } from "./element.js";
import { GuidanceError } from "./guidance-error.js";
import { pageAddress } from "./own.js";

/**
 * What differs between the scripts.
 *
 * @typedef {object} Script
 * @property {import("./loader.js").Loader["start"]} start
 * @property {import("./loader.js").Loader["look"]} look
 * @property {string} style
 * @property {() => string} restStyle
 * @property {(lang: string) => Promise<import("./types.js").Detail[]>} details
 * @property {import("./languages.js").FetchWords} words
 * @property {HTMLScriptElement | null} element the running script
 */

/** @param {Script} script */
export function install({ start, look, style, restStyle, details, words, element }) {
  const api = createApi(
    () => {
      const glue = start();
      if ("then" in glue) {
        throw new Error("The wasm is not loaded yet; call and await init() first.");
      }
      return glue;
    },
    details,
    words,
  );
  const { details: texts, loadLanguage } = api;
  const sources = sourcesOf(element);
  connect({ start, look, style, restStyle, details: texts, loadLanguage, version: build, sources });
  define();

  // A second script of this or another version leaves the first in place.
  if (!Object.hasOwn(globalThis, "AftercareConsensus")) {
    /** @type {PropertyDescriptor & { __proto__: null }} */
    const descriptor = {
      // A page may have given every object a getter.
      __proto__: null,
      value: Object.freeze({ init: async () => void (await start()), ...api, GuidanceError }),
      configurable: true,
    };
    Object.defineProperty(globalThis, "AftercareConsensus", descriptor);
  }
}

/**
 * The page of sources: beside the script, or where `data-sources` says; "" where
 * that is "none". A script that is pasted into a page has nothing beside it, nor
 * has one that a page holds as text and loads by `blob:` or `data:`.
 *
 * @param {HTMLScriptElement | null} script
 */
function sourcesOf(script) {
  const address = script?.dataset.sources ?? (script?.src ? "sources.html" : "none");
  if (address === "none") {
    return "";
  }
  try {
    return new URL(address, script?.src || pageAddress()).href;
  } catch {
    return "";
  }
}
