/** The classic script with everything inside, for places that can fetch nothing. */
import details from "built:details-inside";
import wasm from "built:whole";
import style from "built:whole-style";
import words from "built:words-inside";
import { install } from "./install.js";
import { runningScript } from "./own.js";

install({
  wasm,
  style,
  rest: undefined,
  details: async (lang) => details[lang],
  words: async (lang) => words[lang],
  element: runningScript(),
});
