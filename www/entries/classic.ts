/**
 * The classic script, with everything inside: it makes no request. It registers
 * `<aftercare-consensus>` and puts the functions on the global `AftercareConsensus`.
 */
import { catalog, details, guidance, overview, timeline, version } from "../core/api";
import { runningScript } from "../core/document";
import { GuidanceError } from "../core/guidance-error";
import { provideInline, start } from "../core/wasm";
import { decode } from "../core/wasm-text";
import { define } from "../element/define";
import { provideSourcesBeside } from "../element/sources";
// By far the longest text last: so the rest compresses best.
import { wasmText } from "generated/wasm-text";
import type { Program } from "./global";

export type { Program };

provideInline(wasmText, decode);
provideSourcesBeside(runningScript());

const program: Program = {
  init: async () => {
    await start();
    return program;
  },
  guidance,
  overview,
  timeline,
  catalog,
  details,
  version,
  GuidanceError,
};

define();

// A second script of this or another version leaves the first in place.
if (!Object.hasOwn(globalThis, "AftercareConsensus")) {
  Object.defineProperty(globalThis, "AftercareConsensus", {
    // A page may have given every object a getter.
    __proto__: null,
    value: Object.freeze(program),
    configurable: true,
  } as PropertyDescriptor);
}
