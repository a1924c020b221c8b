/**
 * A reader who comes with a question gets the answer in the place of the form that the page
 * has without its script: nothing of the form is kept, and so nothing moves.
 */
import { keptQuestion } from "./history";
import { isRemembered } from "./remember";

if (location.hash.includes("=") || keptQuestion() || isRemembered()) {
  document.querySelector("aftercare-consensus")?.removeAttribute("data-prerendered");
}
