/** What does a page of ours do around its element? It reads its link once, offers its tools, and names no brand where it is told so. */
import { followNames } from "./neutral.js";
import { QUESTION, followHash } from "./settings.js";
import { offerTools } from "./tools.js";

export function serveElement() {
  const element = document.querySelector("aftercare-consensus");
  if (!element) {
    return;
  }
  let hasLink = false;
  let leave = () => {
    hasLink = true;
  };
  followHash(element, QUESTION, () => leave());
  ({ leave } = offerTools(element, hasLink));
  followNames(element);
}
