/** How does what stands under the head look? */
import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../engine/card.js";
import { describeChart } from "../engine/chart.js";
import { describeActivities, describePanels, describeRows, describeSections } from "../engine/evidence.js";
import style from "../evidence.css?inline";
import { chartOf } from "./chart.js";
import { icon, lineIcon, paragraph } from "./elements.js";
import { key, patterns, shade } from "./shading.js";

/** @typedef {import("../engine/evidence.js").PanelCard} PanelCard */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** A line that opens. What is in it is drawn when it is opened, which no peer does. @param {{ name: string, icon?: string, title: string }} row */
const section = ({ name, icon, title }) => html`
  <details class=${name}>
    <summary class="row">
      ${icon ? lineIcon(icon) : nothing}
      <h3>${title}</h3>
      ${lineIcon("right")}
    </summary>
  </details>
`;

/** @param {import("../engine/evidence.js").OtherActivity[]} activities @param {(activity: string) => void} ask */
const otherActivities = (activities, ask) => html`
  <section class="card what-else" part="activities">
    <h3 class="title">${say("view.what-else")}</h3>
    <p class="note">${say("view.what-else-note")}</p>
    <ul class="rows">
      ${repeat(
        activities,
        ({ id }) => id,
        ({ id, name, status, text }) =>
          html`<li>
            <button class="row other" type="button" data-status=${status} @click=${() => ask(id)}>
              ${icon(status)}<span>${name}</span><b>${text}</b>
            </button>
          </li>`,
      )}
    </ul>
  </section>
`;

/** @param {PanelCard["bar"]} bar */
const barOf = (bar) => html`
  <svg aria-hidden="true" class="bar" width="100%" height="12">
    ${bar.map(shade)} ${bar.map(({ x }) => svg`<line class="gap" x1=${x} x2=${x} y2="100%"></line>`)}
  </svg>
`;

/** @param {PanelCard} panel */
const panelOf = ({ name, status, statusText, bar, counts, none, anyProduct }) => html`
  <section class="card body panel" part="panel">
    <div class="panel-head">
      <h3 class="title">${name}</h3>
      ${
        statusText
          ? html`<p class="panel-status" data-status=${status}>${icon(status)}<span>${statusText}</span></p>`
          : nothing
      }
    </div>
    ${bar.length > 0 ? barOf(bar) : nothing} ${paragraph(none, "none")}
    ${
      counts.length > 0
        ? html`<ul class="legend">
            ${repeat(
              counts,
              ({ stance }) => stance,
              ({ stance, text }) =>
                html`<li class="entry">
                  ${key(stance)}<button class="count" type="button">${text}</button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${anyProduct ? paragraph(say("view.any-product"), "note") : nothing}
  </section>
`;

/** @param {import("../engine/card.js").Card} card @param {(activity: string) => void} ask */
export const evidence = (card, ask) => guard([card], () => drawn(card, ask));

/** @param {import("../engine/card.js").Card} card @param {(activity: string) => void} ask */
function drawn(card, ask) {
  const { panels, differ, anyProduct } = describePanels(card);
  const chart = describeChart(card);
  return html`
    <div class="card rows next-steps">
      ${repeat(describeRows(card), ({ name }) => name, section)}
    </div>
    ${otherActivities(describeActivities(card), ask)}
    <div class="panels">
      ${patterns} ${panels.map(panelOf)} ${paragraph(differ, "note differ")}
      ${anyProduct ? paragraph(say("view.any-product"), "note") : nothing}
    </div>
    ${chart ? chartOf(chart) : nothing}
    <details class="card behind">
      <summary class="row"><span>${say("view.behind")}</span>${lineIcon("right")}</summary>
      <div class="behind-it">
        <div class="rows">${repeat(describeSections(card), ({ name }) => name, section)}</div>
      </div>
    </details>
  `;
}
