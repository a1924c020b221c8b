/** The classic script: a first look inside; all that is more it fetches from beside itself. */
import style from "built:first-style";
import { integrity, restName } from "built:facts";
import { fetchBeside, textsBeside } from "./beside.js";
import { glanceWith } from "./glance.js";
import { install } from "./install.js";
import { loadsLanguages } from "./languages.js";
import { lookWith } from "./look.js";
import { pageAddress, runningScript } from "./own.js";
import { restStyle, wholeFrom } from "./rest.js";
import { restByScript } from "./rest-script.js";
import { atOnce } from "./start-wasm.js";
// By far the longest text last: so the rest compresses best.
import wasm from "built:glance";

const element = runningScript();

const address = element?.src || pageAddress();

/** Where nothing can be fetched, unless the page holds the script to a hash: what it loads is not to get around that. */
const isAlone =
  (globalThis.origin === "null" || globalThis.location?.protocol === "file:") && !element?.integrity;

const look = atOnce(wasm, (wasm) => glanceWith(lookWith(wasm)));

install(
  {
    start: wholeFrom(async () =>
      isAlone
        ? restByScript(new URL(`${restName}.js`, address))
        : (await fetchBeside(new URL(`${restName}.wasm`, address), integrity)).arrayBuffer(),
    ),
    look: () => (restStyle() ? undefined : look()),
    style,
    restStyle,
    texts: textsBeside("details", address),
    loadLanguage: loadsLanguages(textsBeside("words", address)),
  },
  {
    // Programs take the module, of which a page for patients needs nothing.
    init: async () => {
      if (element?.integrity) {
        throw new Error("The module has no hash on this page; import it, or take the full script.");
      }
      const module = await import(new URL("aftercare-consensus.js", address).href);
      await module.init();
      return module;
    },
  },
  element,
);
