/** The classic script: the wasm inside; what a deeper look needs it fetches from beside itself. */
import { detailsBeside } from "./details.js";
import { install } from "./install.js";
import { wordsBeside } from "./languages.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

const address = script?.src || document.baseURI;

install(detailsBeside(address), wordsBeside(address), script);
