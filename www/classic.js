/** The classic script: what the answer needs inside; what a deeper look needs it fetches from beside itself. */
import wasm from "built:first";
import { restName } from "built:facts";
import style from "built:first-style";
import { detailsBeside } from "./details.js";
import { install } from "./install.js";
import { wordsBeside } from "./languages.js";
import { pageAddress, runningScript } from "./own.js";
import { fetchRest, restFrom } from "./rest.js";
import { restByScript } from "./rest-script.js";

const element = runningScript();

const address = element?.src || pageAddress();

/** Where nothing can be fetched, unless the page holds the script to a hash: what it loads is not to get around that. */
const isAlone =
  (globalThis.origin === "null" || globalThis.location?.protocol === "file:") && !element?.integrity;

install({
  wasm,
  style,
  rest: restFrom(async () =>
    isAlone
      ? restByScript(new URL(`${restName}.js`, address))
      : fetchRest(new URL(`${restName}.wasm`, address)),
  ),
  details: detailsBeside(address),
  words: wordsBeside(address),
  element,
});
