/** How does what stands under the answer look? */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../engine/card.js";
import { describeRest } from "../engine/rest.js";
import style from "../rest.css?inline";
import { paragraph } from "./card.js";

/** @typedef {import("../engine/rest.js").PanelCard} PanelCard */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** @param {import("../engine/rest.js").Remind | undefined} link */
const remind = (link) =>
  link
    ? html`<p class="remind">
        <a class="button" href=${link.href} download="reminder.ics">${link.text}</a>
        <span class="note">${say("view.remind-note")}</span>
      </p>`
    : nothing;

/** @param {PanelCard} panel */
const panelOf = (panel) => html`
  <section class="panel" part="panel">
    <h3>${panel.name}</h3>
    <p class="panel-status">${panel.status}</p>
    <div class="bar" role="radiogroup" aria-label=${panel.label}>
      ${repeat(
        panel.marks,
        ({ id }) => id,
        ({ id, stance, name }) =>
          html`<input
            class="mark ${stance} ${id}"
            type="radio"
            name=${panel.id}
            value=${id}
            aria-label=${name}
            title=${name}
          />`,
      )}
    </div>
    <p class="legend">
      ${panel.legend.map(
        ({ stance, text, isEmpty }) =>
          html`<span class="entry">
            <span class="mark ${stance}"></span>
            ${isEmpty ? html`<span>${text}</span>` : html`<button class="count" type="button">${text}</button>`}
          </span>`,
      )}
    </p>
    <p class="note pick">${say("view.mark-pick")}</p>
    ${paragraph(panel.unstable, "note")} ${paragraph(panel.anyProduct, "note")}
    ${
      panel.rows
        ? html`<dl class="times">
            ${panel.rows.map(
              ({ name, value }) =>
                html`<div class="row">
                  <dt>${name}</dt>
                  <dd><button class="count" type="button">${value}</button></dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
  </section>
`;

/** @param {import("../engine/card.js").Card} card */
export function rest(card) {
  const rest = describeRest(card);
  return html`
    <div class="credit">
      ${remind(rest.remind)} ${paragraph(rest.notClinic, "")}
      ${rest.answers ? html`<button class="act" type="button">${rest.answers}</button>` : nothing}
      <button class="act" type="button">${say("sections.other-things")}</button>
    </div>
    ${paragraph(rest.differ, "differ")} ${rest.panels.map(panelOf)}
    <p class="note clock">${rest.clock}</p>
  `;
}
