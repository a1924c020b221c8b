/**
 * What the classic scripts do: they define `<aftercare-consensus>` and the
 * global `AftercareConsensus`, ready as soon as they have run.
 */
import { build } from "built:facts";
import { createApi } from "./boundary.js";
import { connect, define } from "./element.js";
import { glue } from "./glue-exports.js";
import { GuidanceError } from "./guidance-error.js";
import { inlineWasm } from "./inline-wasm.js";
import { pageAddress } from "./own.js";
import { startWasm } from "./start-wasm.js";

/**
 * What differs between the scripts.
 *
 * @typedef {object} Script
 * @property {import("./inline-wasm.js").Inline} wasm what is inside
 * @property {string} style the style sheet, or what is inside of it
 * @property {import("./loader.js").Loader["rest"]} rest loads the second part of the
 *   wasm, where that is not inside
 * @property {(lang: string) => Promise<import("./types.js").Detail[]>} details
 * @property {import("./languages.js").FetchWords} words
 * @property {HTMLScriptElement | null} element the running script
 */

/** @param {Script} script */
export function install({ wasm, style, rest, details, words, element }) {
  /** @type {{ error?: unknown } | undefined} */
  let outcome;

  // At the first element or call: a page without them compiles nothing. A
  // failure is kept, so that fifty elements do not try fifty times.
  const start = () => {
    if (!outcome) {
      outcome = {};
      try {
        startWasm(inlineWasm(wasm));
        // A page that stays open need not hold it twice.
        wasm.text = "";
        if (!rest) {
          glue.settle(true);
        }
      } catch (error) {
        outcome.error = error;
      }
    }
    if (outcome.error) {
      throw outcome.error;
    }
    return glue;
  };

  const api = createApi(start, details, words);
  const { details: texts, loadLanguage } = api;
  const sources = sourcesOf(element);
  connect({ start, style, rest, details: texts, loadLanguage, version: build, sources });
  define();

  // A second script of this or another version leaves the first in place.
  if (!Object.hasOwn(globalThis, "AftercareConsensus")) {
    /** @type {PropertyDescriptor & { __proto__: null }} */
    const descriptor = {
      // A page may have given every object a getter.
      __proto__: null,
      value: Object.freeze({ ...api, GuidanceError }),
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
