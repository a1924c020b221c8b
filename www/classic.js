/** The classic script: the wasm inside; what a deeper look needs it fetches from beside itself. */
import { detailsBeside } from "./details.js";
import { install } from "./install.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

install(detailsBeside(script?.src || document.baseURI), script);
