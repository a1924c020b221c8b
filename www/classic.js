/** The classic script: what the answer needs inside; what a deeper look needs it fetches from beside itself. */
import wasm from "built:first";
import { restName } from "built:facts";
import style from "built:first-style";
import { detailsBeside } from "./details.js";
import { install } from "./install.js";
import { wordsBeside } from "./languages.js";
import { pageAddress, runningScript } from "./own.js";
import { restFrom } from "./rest.js";

const element = runningScript();

const address = element?.src || pageAddress();

install({
  wasm,
  style,
  rest: restFrom(() => new URL(restName, address)),
  details: detailsBeside(address),
  words: wordsBeside(address),
  element,
});
