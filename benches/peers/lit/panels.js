/** How does what stands under the answer look? */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../engine/card.js";
import { describePanels } from "../engine/panels.js";
import style from "../panels.css?inline";
import { paragraph } from "./card.js";

/** @typedef {import("../engine/panels.js").PanelCard} PanelCard */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** @param {import("../engine/panels.js").Remind | undefined} link */
const remind = (link) =>
  link
    ? html`<div class="remind">
        <p class="saves">
          <a class="button" href=${link.href} download="reminder.ics">${link.text}</a>
          <span class="note">${say("view.remind-note")}</span>
        </p>
        <div class="refused" role="status"></div>
      </div>`
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
export function panels(card) {
  const view = describePanels(card);
  return html`
    <div class="credit">
      ${remind(view.remind)} ${paragraph(view.notClinic, "")}
      ${view.answers ? html`<button class="act" type="button">${view.answers}</button>` : nothing}
      <button class="act" type="button">${say("sections.other-things")}</button>
    </div>
    ${paragraph(view.differ, "differ")} ${view.panels.map(panelOf)}
    <p class="note clock">${view.clock}</p>
  `;
}
