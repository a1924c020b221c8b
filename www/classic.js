/**
 * The classic script: everything inside, ready as soon as it has run. It
 * defines `<aftercare-consensus>` and the global `AftercareConsensus`.
 */
import * as glue from "built:glue";
import digits from "built:wasm";
import { createApi } from "./boundary.js";
import { connect, define } from "./element.js";
import { GuidanceError } from "./guidance-error.js";
import { detailsBeside } from "./details.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

const bytes = new Uint8Array(digits.length / 2);
for (let place = 0; place < bytes.length; place += 1) {
  bytes[place] = parseInt(digits.slice(place * 2, place * 2 + 2), 16);
}
glue.initSync({ module: bytes });

const api = createApi(() => glue, detailsBeside(script?.src || document.baseURI));

Object.defineProperty(globalThis, "AftercareConsensus", {
  value: Object.freeze({ ...api, GuidanceError }),
  configurable: true,
});

connect({
  start: () => glue,
  details: api.details,
  version: glue.version(),
  sources: new URL("sources.html", script?.src || document.baseURI).href,
});
define();
