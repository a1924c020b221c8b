/** What the page adds to its element: its link, its tools, its heading, and texts without brands. */
import { followHeading } from "./heading";
import { QUESTION, followHash } from "./link";
import { followNames } from "./neutral";
import { offerTools } from "./tools";

export function setUpPage(): void {
  const element = document.querySelector("aftercare-consensus");
  if (!element) {
    return;
  }
  let hasLink = false;
  let onLink = () => {
    hasLink = true;
  };
  followHash(element, QUESTION, () => onLink());
  /** Whether the form that is in the page stays, and nothing is asked from the start. */
  const isWaiting = () =>
    element.hasAttribute("data-prerendered") && !QUESTION.some((name) => element.hasAttribute(name));
  onLink = offerTools(element, hasLink, isWaiting);
  followNames(element);
  followHeading(element, isWaiting());
}
