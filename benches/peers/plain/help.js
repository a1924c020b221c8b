/** When to get help, and what the page is: the same whatever is asked. */
import { checkedLine, dataLine, list, say } from "../engine/card.js";
import { blueprint, find, setText } from "./dom.js";
import { items, optionalCall } from "./elements.js";

/** @param {string} kind @param {string} head @param {string} key @param {string} more */
const care = (kind, head, key, more) => `
  <div class="card care ${kind}">
    <div class="care-head">${head}</div>
    <div class="care-body">${items(list(key))}${more}</div>
  </div>`;

const shape = blueprint(`
  <div>
    <section class="help" part="help">
      <h2 class="help-title title" tabindex="-1">${say("view.help")}</h2>
      ${care("emergency", `<h3></h3><i data-at="call"></i>`, "red-flags.emergency", `<p>${say("view.no-driving")}</p>`)}
      ${care("urgent", `<h3>${say("view.soon")}</h3>`, "red-flags.soon", `<p>${say("view.later")}</p>`)}
      ${care("routine", `<h3>${say("view.common")}</h3>`, "help.common", `<p class="ring"></p><i data-at="contact"></i>`)}
    </section>
    <footer class="foot">
      <p>${say("view.scope")} <span class="notice">${say("card.notice")}</span></p>
      <p>${dataLine} ${checkedLine}</p>
    </footer>
  </div>`);

/** @param {import("../engine/card.js").Page} page */
export function createHelp({ emergency, call, ring, contact }) {
  const node = shape();
  const title = find(node, "h3");
  title.append(emergency.before);
  if (emergency.call) {
    const link = document.createElement("a");
    link.href = emergency.call.href;
    link.textContent = emergency.call.text;
    title.append(link, emergency.after);
  }
  optionalCall(node, "call", "call button")(call);
  setText(find(node, ".ring"), ring);
  optionalCall(node, "contact")(contact);
  return [...node.children];
}
