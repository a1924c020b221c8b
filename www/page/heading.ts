/**
 * The page's heading is the question that is answered: "When can I exercise after
 * Dysport?" Before that it is the one in the page, with a line on what the page is.
 */
import { EVENTS } from "./tools";

export function followHeading(element: Element): void {
  const [form, asked] = document.querySelectorAll<HTMLElement>("h1 > span");
  const lead = document.querySelector<HTMLElement>(".masthead > p");
  const follow = (event?: Event) => {
    const heading: unknown = Reflect.get(element, "heading");
    asked.textContent = typeof heading === "string" ? heading : "";
    asked.hidden = !asked.textContent;
    form.hidden = !asked.hidden;
    // Whoever comes by a link has not read it, and nothing is to jump under their eyes.
    if (lead && event && /^(input|change|click)$/.test(event.type)) {
      lead.hidden = form.hidden;
    }
  };
  for (const event of EVENTS) {
    element.addEventListener(event, follow);
  }
  new MutationObserver(() => follow()).observe(element, { attributeFilter: ["names"] });
  follow();
}
