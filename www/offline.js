/** The script of the page in one file: everything inside, and nothing registered. */
import "./full.js";
import { followNames } from "./neutral.js";
import { QUESTION, followHash } from "./settings.js";
import { offerTools } from "./tools.js";

const element = document.querySelector("aftercare-consensus");
if (element) {
  let hasLink = false;
  let leave = () => {
    hasLink = true;
  };
  followHash(element, QUESTION, () => leave());
  ({ leave } = offerTools(element, hasLink));
  followNames(element);
}
