/** The classic script with everything inside, for places that can fetch nothing. */
import details from "built:details-inside";
import wasm from "built:whole";
import style from "built:whole-style";
import words from "built:words-inside";
import { createApi } from "./boundary.js";
import { answered, guarded } from "./guard.js";
import { GuidanceError } from "./guidance-error.js";
import { install } from "./install.js";
import { loadsLanguages } from "./languages.js";
import { runningScript } from "./own.js";
import { packDetails } from "./pack-details.js";
import { atOnce, whyNot } from "./start-wasm.js";
import { call, startWire } from "./wire.js";

const begin = atOnce(wasm, (wasm) => {
  try {
    startWire(new WebAssembly.Module(wasm));
    return true;
  } catch (error) {
    throw whyNot(error, wasm);
  }
});

const element = runningScript();
const fetchDetails = async (/** @type {string} */ lang) => details[lang];
const loadLanguage = loadsLanguages(async (lang) => words[lang]);
const api = createApi({ call, guarded, answered, GuidanceError, ready: begin, fetchDetails, loadLanguage });
const program = { init: async () => begin() && program, ...api, GuidanceError };

install(
  {
    start: () => void begin(),
    look: undefined,
    style,
    restStyle: () => "",
    texts: async (lang) => packDetails(await fetchDetails(lang)),
    loadLanguage,
  },
  program,
  element,
);
