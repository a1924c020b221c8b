/** The script of the page in one file: everything inside, and nothing registered. */
import "./full.js";
import { QUESTION, followHash } from "./settings.js";

const element = document.querySelector("aftercare-consensus");
if (element) {
  followHash(element, QUESTION);
}
