/**
 * What the classic scripts do: they define `<aftercare-consensus>` and the
 * global `AftercareConsensus`.
 */
import { build } from "built:facts";
import { connect, define } from "./element.js";
import { pageAddress } from "./own.js";

/**
 * @param {Omit<import("./loader.js").Loader, "version" | "sources">} loader
 * @param {object} api what programs may call
 * @param {HTMLScriptElement | null} script the running one
 */
export function install(loader, api, script) {
  connect({ ...loader, version: build, sources: sourcesOf(script) });
  define();

  // A second script of this or another version leaves the first in place.
  if (!Object.hasOwn(globalThis, "AftercareConsensus")) {
    /** @type {PropertyDescriptor & { __proto__: null }} */
    const descriptor = {
      // A page may have given every object a getter.
      __proto__: null,
      value: Object.freeze(api),
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
