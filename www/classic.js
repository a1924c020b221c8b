/** The classic script: a first look inside; all that is more it fetches from beside itself. */
import wasm from "built:glance";
import { restName } from "built:facts";
import style from "built:first-style";
import { detailsBeside } from "./details.js";
import { glanceWith } from "./glance.js";
import { install } from "./install.js";
import { wordsBeside } from "./languages.js";
import { pageAddress, runningScript } from "./own.js";
import { lookWith } from "./look.js";
import { fetchRest, isWhole, restStyle, wholeFrom } from "./rest.js";
import { restByScript } from "./rest-script.js";
import { atOnce } from "./start-wasm.js";

const element = runningScript();

const address = element?.src || pageAddress();

/** Where nothing can be fetched, unless the page holds the script to a hash: what it loads is not to get around that. */
const isAlone =
  (globalThis.origin === "null" || globalThis.location?.protocol === "file:") && !element?.integrity;

const look = atOnce(wasm, (wasm) => glanceWith(lookWith(wasm)));

install({
  start: wholeFrom(async () =>
    isAlone
      ? restByScript(new URL(`${restName}.js`, address))
      : fetchRest(new URL(`${restName}.wasm`, address)),
  ),
  look: () => (isWhole() ? undefined : look()),
  style,
  restStyle,
  details: detailsBeside(address),
  words: wordsBeside(address),
  element,
});
