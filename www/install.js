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
import { startWasm } from "./start-wasm.js";

/**
 * @param {(lang: string) => Promise<import("./types.js").Detail[]>} details
 * @param {HTMLScriptElement | null} script the running script
 */
export function install(details, script) {
  /** @type {{ error?: unknown } | undefined} */
  let outcome;

  // At the first element or call: a page without them compiles nothing. A
  // failure is kept, so that fifty elements do not try fifty times.
  const start = () => {
    if (!outcome) {
      outcome = {};
      try {
        startWasm(inlineWasm());
      } catch (error) {
        outcome.error = error;
      }
    }
    if (outcome.error) {
      throw outcome.error;
    }
    return glue;
  };

  const api = createApi(start, details);
  connect({ start, details: api.details, version: build, sources: sourcesOf(script) });
  define();

  // A second script of this or another version leaves the first in place.
  if (!Object.hasOwn(globalThis, "AftercareConsensus")) {
    Object.defineProperty(globalThis, "AftercareConsensus", {
      value: Object.freeze({ ...api, GuidanceError }),
      configurable: true,
    });
  }
}

/**
 * The page of sources: beside the script, or where `data-sources` says. A script
 * that is pasted into a page has nothing beside it.
 *
 * @param {HTMLScriptElement | null} script
 */
function sourcesOf(script) {
  const address = script?.dataset.sources ?? (script?.src ? "sources.html" : undefined);
  return address === undefined ? "" : new URL(address, script?.src || document.baseURI).href;
}
