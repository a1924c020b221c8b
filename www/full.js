/** The classic script with everything inside, for places that can fetch nothing. */
import details from "built:details-inside";
import wasm from "built:whole";
import style from "built:whole-style";
import words from "built:words-inside";
import { glue } from "./glue-exports.js";
import { install } from "./install.js";
import { runningScript } from "./own.js";
import { atOnce, startWasm } from "./start-wasm.js";

install({
  start: atOnce(wasm, (wasm) => {
    startWasm(wasm);
    return glue;
  }),
  look: undefined,
  style,
  restStyle: () => "",
  details: async (lang) => details[lang],
  words: async (lang) => words[lang],
  element: runningScript(),
});
