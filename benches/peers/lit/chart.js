/** How does the chart look, and the table under it? */
import { html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { say } from "../engine/card.js";
import { paragraph } from "./elements.js";
import { key, shade } from "./shading.js";

/**
 * @typedef {import("../engine/chart.js").Chart} Chart
 * @typedef {import("../engine/chart.js").Band} Band
 */

const STANCES = /** @type {const} */ (["fine", "silent", "wait"]);

/** Above the areas there is room for a line of letters. */
const ABOVE = "-1.6em";

/** Where the lines of a tick stand. */
const LINES = ["2em", "3.4em", "4.8em"];

/** @param {string} style @param {string} x */
const line = (style, x, y = "0") =>
  svg`<line class=${style} x1=${x} x2=${x} y1=${y} y2="100%" stroke="currentColor"></line>`;

/** The same, to be seen on every area. @param {string} style @param {string | undefined} x @param {string} [y] */
const lineInHalo = (style, x, y) => (x ? [line("halo", x, y), line(style, x, y)] : nothing);

/** @param {string | undefined} clinic */
const legend = (clinic) => html`
  <ul class="legend">
    ${STANCES.map(
      (stance) => html`<li class="entry">${key(stance)}<span>${say(`view.picture-${stance}`)}</span></li>`,
    )}
    ${
      clinic
        ? html`<li class="entry">
            <svg aria-hidden="true" class="key" width="14" height="14">${line("clinic-wait", "50%")}</svg
            ><span>${clinic}</span>
          </li>`
        : nothing
    }
  </ul>
`;

/** @param {Band["flags"][number]} flag */
const flagText = ({ x, anchor, text }) =>
  text
    ? svg`<text class="flag" x=${x} y="-0.5em" dx=${anchor === "end" ? "-0.4em" : "0.9em"} text-anchor=${anchor}>${text}</text>`
    : nothing;

/** @param {Band} band @param {Chart} chart @param {Chart["now"]} now */
const bandOf = (band, { ticks, levels, mostY, clinicX, nowX }, now) => html`
  <div class="band-head">
    <h4>${band.name}</h4>
    ${band.beyond ? html`<p aria-hidden="true" class="beyond">${band.beyond}</p>` : nothing}
  </div>
  ${
    now
      ? html`<div aria-hidden="true" class="now-row ${now.anchor}">
          <svg width=${now.x} height="1"></svg><span class="pill">${now.text}</span>
        </div>`
      : nothing
  }
  <svg aria-hidden="true" class="band" width="100%" height="72">
    ${band.areas.map(shade)} ${ticks.map((x) => line("tick", x))}
    ${levels.map(
      ({ y, text }) => svg`<text class="level" x="-8" y=${y} dy="0.35em" text-anchor="end">${text}</text>`,
    )}
    <line class="most" x2="100%" y1=${mostY} y2=${mostY} stroke="currentColor"></line>
    ${band.flags.map(
      ({ x }) =>
        svg`${lineInHalo("pole", x, ABOVE)}<rect class="pennant" x=${x} y=${ABOVE} width="0.6em" height="0.5em"></rect>`,
    )}
    ${lineInHalo("clinic-wait", clinicX)} ${lineInHalo("now", nowX, ABOVE)} ${band.flags.map(flagText)}
  </svg>
`;

/** @param {Chart["scale"][number]} tick */
const tickTexts = ({ x, isMinor, hours, clock }) =>
  [hours, ...clock].map(
    (text, place) =>
      svg`<text class=${place === 0 ? "hours" : isMinor ? "clock minor" : "clock"} x=${x} y=${LINES[place]} text-anchor="middle">${text}</text>`,
  );

/** @param {Chart["times"][number]} row */
const timesRow = ({ name, cells }) => html`
  <tr>
    <th scope="row">${name}</th>
    ${cells.map(
      ({ panel, value, count }) =>
        html`<td data-label=${panel}>
          <span>${value}</span> ${
            count ? html`<button class="count" type="button">${count}</button>` : nothing
          }
        </td>`,
    )}
  </tr>
`;

/** @param {Chart} chart */
export const chartOf = (chart) => html`
  <section class="card body chart" part="picture">
    <h3 class="title">${say("view.picture")}</h3>
    ${paragraph(chart.about, "note about")} ${paragraph(say("view.picture-hint"), "note pick")}
    ${legend(chart.clinic)}
    <div class="draw lines-${chart.scale.at(-1)?.clock.length}">
      ${chart.bands.map((band, place) => bandOf(band, chart, place === 0 ? chart.now : undefined))}
      <svg aria-hidden="true" class="scale" width="100%" height="64">${chart.scale.map(tickTexts)}</svg>
      <input
        class="look-at"
        type="range"
        min="0"
        max=${chart.marker.max}
        step=${chart.marker.step}
        .value=${live(`${chart.marker.value}`)}
        aria-label=${say("view.picture-look")}
        aria-valuetext=${chart.marker.text}
      />
    </div>
    <div class="reading of-now">
      <p class="moment">${chart.reading.moment}</p>
      <dl>
        ${chart.reading.rows.map(
          ({ name, value }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </div>
    <table class="times">
      <thead>
        <tr>
          <td></td>
          ${chart.bands.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${chart.times.map(timesRow)}
      </tbody>
    </table>
  </section>
`;
