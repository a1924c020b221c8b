/** The classic script with everything inside, for places that can fetch nothing. */
import inside from "built:details-inside";
import words from "built:words-inside";
import { install } from "./install.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

install(
  async (lang) => inside[lang],
  async (lang) => words[lang],
  script,
);
