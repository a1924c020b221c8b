/** When to get help, and what the page is: the same whatever is asked. */
import { html, nothing } from "lit";
import { checkedLine, dataLine, list, say } from "../engine/card.js";
import { call, items } from "./elements.js";

/** @param {string} kind @param {unknown} head @param {string[]} signs @param {unknown} more */
const care = (kind, head, signs, more) => html`
  <div class="card care ${kind}">
    <div class="care-head">${head}</div>
    <div class="care-body">${items(signs)} ${more}</div>
  </div>
`;

/** @param {import("../engine/card.js").Page} page */
export const help = ({ emergency, call: number, ring, contact }) => html`
  <section class="help" part="help">
    <h2 class="help-title title" tabindex="-1">${say("view.help")}</h2>
    ${care(
      "emergency",
      html`<h3>
          ${emergency.before}${
            emergency.call ? html`<a href=${emergency.call.href}>${emergency.call.text}</a>` : nothing
          }${emergency.after}
        </h3>
        ${call(number, "call button")}`,
      list("red-flags.emergency"),
      html`<p>${say("view.no-driving")}</p>`,
    )}
    ${care(
      "urgent",
      html`<h3>${say("view.soon")}</h3>`,
      list("red-flags.soon"),
      html`<p>${say("view.later")}</p>`,
    )}
    ${care(
      "routine",
      html`<h3>${say("view.common")}</h3>`,
      list("help.common"),
      html`<p>${ring}</p>
        ${call(contact)}`,
    )}
  </section>
  <footer class="foot">
    <p>${say("view.scope")} <span class="notice">${say("card.notice")}</span></p>
    <p>${dataLine} ${checkedLine}</p>
  </footer>
`;
