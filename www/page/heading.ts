/**
 * The page's heading is the question that is answered: "When can I exercise after
 * Dysport?" Before that it is the one in the page.
 */
import { EVENTS } from "./tools";

/** @param isWaiting whether the form of the page is there, and no answer from the start */
export function followHeading(element: Element, isWaiting: boolean): void {
  const [form, asked] = document.querySelectorAll<HTMLElement>("h1 > span");
  const follow = () => {
    const heading: unknown = Reflect.get(element, "heading");
    asked.textContent = typeof heading === "string" ? heading : "";
    asked.hidden = !asked.textContent;
    form.hidden = !asked.hidden;
  };
  for (const event of EVENTS) {
    element.addEventListener(event, follow);
  }
  new MutationObserver(follow).observe(element, { attributeFilter: ["names"] });
  if (!isWaiting) {
    follow();
  }
}
