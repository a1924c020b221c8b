/** How does the chart look, and the table under it? */
import { say } from "../engine/card.js";
import { blueprint, createDrawing, each, find, optional, setAttribute, setText } from "./dom.js";
import { key, shade } from "./shading.js";

/**
 * @typedef {import("../engine/chart.js").Chart} Chart
 * @typedef {import("./dom.js").Shape} Shape
 * @typedef {import("../engine/chart.js").Band} Band
 * @typedef {{ band: Band, chart: Chart, now: Chart["now"] }} ShownBand
 * @typedef {Chart["times"][number]} TimesRow
 */

/** Above the areas there is room for a line of letters. */
const ABOVE = "-1.6em";

/** Where the lines of a tick stand. */
const LINES = ["2em", "3.4em", "4.8em"];

/** @param {string} style @param {string} x @returns {Shape} */
const line = (style, x, y = "0") => ({
  tag: "line",
  attributes: { class: style, x1: x, x2: x, y1: y, y2: "100%", stroke: "currentColor" },
});

/** The same, to be seen on every area. @param {string} style @param {string | undefined} x @param {string} [y] */
const lineInHalo = (style, x, y) => (x ? [line("halo", x, y), line(style, x, y)] : []);

const legendEntry = (/** @type {string} */ drawing, /** @type {string} */ text) =>
  `<li class="entry">${drawing}<span>${text}</span></li>`;

const shapes = {
  chart: blueprint(`
    <section class="card body chart" part="picture">
      <h3 class="title">${say("view.picture")}</h3>
      <p class="note about"></p>
      <p class="note pick">${say("view.picture-hint")}</p>
      <ul class="legend">
        ${
          /** @type {const} */ (["fine", "silent", "wait"])
            .map((stance) => legendEntry(key(stance), say(`view.picture-${stance}`)))
            .join("")
        }
        <i data-at="clinic"></i>
      </ul>
      <div>
        <svg aria-hidden="true" class="scale" width="100%" height="64"></svg>
        <input class="look-at" type="range" min="0" aria-label="${say("view.picture-look")}">
      </div>
      <div class="reading of-now"><p class="moment"></p><dl></dl></div>
      <table class="times"><thead><tr><td></td></tr></thead><tbody></tbody></table>
    </section>`),
  clinic: blueprint(
    legendEntry(
      `<svg aria-hidden="true" class="key" width="14" height="14"><line class="clinic-wait" x1="50%" x2="50%" y1="0" y2="100%" stroke="currentColor"></line></svg>`,
      "",
    ),
  ),
  band: blueprint(`
    <div>
      <div class="band-head"><h4></h4><i data-at="beyond"></i></div>
      <i data-at="now"></i>
      <svg aria-hidden="true" class="band" width="100%" height="72"></svg>
    </div>`),
  now: blueprint(`<div aria-hidden="true"><svg height="1"></svg><span class="pill"></span></div>`),
  value: blueprint(`<div><dt></dt><dd></dd></div>`),
  column: blueprint(`<th scope="col"></th>`),
  row: blueprint(`<tr><th scope="row"></th></tr>`),
  cell: blueprint(`<td><span></span> <i data-at="count"></i></td>`),
  count: blueprint(`<button class="count" type="button"></button>`),
};

/** @param {Band} band @param {Chart} chart @returns {Shape[]} */
function drawn({ areas, flags }, { ticks, levels, mostY, clinicX, nowX }) {
  return [
    ...areas.map(shade),
    ...ticks.map((x) => line("tick", x)),
    ...levels.map(({ y, text }) => ({
      tag: "text",
      text,
      attributes: { class: "level", x: "-8", y, dy: "0.35em", "text-anchor": "end" },
    })),
    { tag: "line", attributes: { class: "most", x2: "100%", y1: mostY, y2: mostY, stroke: "currentColor" } },
    ...flags.flatMap(({ x }) => [
      ...lineInHalo("pole", x, ABOVE),
      { tag: "rect", attributes: { class: "pennant", x, y: ABOVE, width: "0.6em", height: "0.5em" } },
    ]),
    ...lineInHalo("clinic-wait", clinicX),
    ...lineInHalo("now", nowX, ABOVE),
    ...flags.flatMap(({ x, anchor, text }) => {
      const dx = anchor === "end" ? "-0.4em" : "0.9em";
      const attributes = { class: "flag", x, y: "-0.5em", dx, "text-anchor": anchor };
      return text ? [{ tag: "text", text, attributes }] : [];
    }),
  ];
}

/** @param {Chart["scale"]} scale @returns {Shape[]} */
const drawnScale = (scale) =>
  scale.flatMap(({ x, isMinor, hours, clock }) =>
    [hours, ...clock].map((text, place) => {
      const style = place === 0 ? "hours" : isMinor ? "clock minor" : "clock";
      return { tag: "text", text, attributes: { class: style, x, y: LINES[place], "text-anchor": "middle" } };
    }),
  );

function createNow() {
  const node = shapes.now();
  const [width, text] = [find(node, "svg"), find(node, "span")];
  return {
    node,
    update(/** @type {NonNullable<Chart["now"]>} */ now) {
      node.className = `now-row ${now.anchor}`;
      setAttribute(width, "width", now.x);
      setText(text, now.text);
    },
  };
}

function createBand() {
  const node = shapes.band();
  const name = find(node, "h4");
  const draw = createDrawing(find(node, "svg.band"));
  const beyond = optional(node, "beyond", () => {
    const node = document.createElement("p");
    node.className = "beyond";
    node.ariaHidden = "true";
    return { node, update: (/** @type {string} */ text) => setText(node, text) };
  });
  const now = optional(node, "now", createNow);
  return {
    nodes: [...node.childNodes],
    update(/** @type {ShownBand} */ shown) {
      setText(name, shown.band.name);
      beyond(shown.band.beyond);
      now(shown.now);
      draw(drawn(shown.band, shown.chart));
    },
  };
}

function createValue() {
  const node = shapes.value();
  const [name, value] = [find(node, "dt"), find(node, "dd")];
  return {
    node,
    update(/** @type {{ name: string, value: string }} */ row) {
      setText(name, row.name);
      setText(value, row.value);
    },
  };
}

function createColumn() {
  const node = shapes.column();
  return { node, update: (/** @type {string} */ name) => setText(node, name) };
}

function createCell() {
  const node = shapes.cell();
  const words = find(node, "span");
  const count = optional(node, "count", () => {
    const node = shapes.count();
    return { node, update: (/** @type {string} */ text) => setText(node, text) };
  });
  return {
    node,
    update(/** @type {TimesRow["cells"][number]} */ cell) {
      setAttribute(node, "data-label", cell.panel);
      setText(words, cell.value);
      count(cell.count);
    },
  };
}

function createRow() {
  const node = shapes.row();
  const name = find(node, "th");
  const cells = each(node, (/** @type {TimesRow["cells"][number]} */ { panel }) => panel, createCell, name);
  return {
    node,
    update(/** @type {TimesRow} */ row) {
      setText(name, row.name);
      cells(row.cells);
    },
  };
}

export function createChart() {
  const node = shapes.chart();
  const [about, drawing, scale] = [find(node, ".about"), find(node, ".legend + div"), find(node, ".scale")];
  const marker = /** @type {HTMLInputElement} */ (find(node, ".look-at"));
  const moment = find(node, ".moment");
  const drawScale = createDrawing(scale);
  const clinic = optional(node, "clinic", () => {
    const node = shapes.clinic();
    const words = find(node, "span");
    return { node, update: (/** @type {string} */ text) => setText(words, text) };
  });
  const reading = each(find(node, "dl"), (/** @type {{ name: string }} */ { name }) => name, createValue);
  const header = find(node, "thead tr");
  const columns = each(header, (/** @type {string} */ name) => name, createColumn, header.firstElementChild);
  const times = each(find(node, "tbody"), (/** @type {TimesRow} */ { name }) => name, createRow);
  /** @type {ReturnType<typeof createBand>[]} */
  let bands = [];
  return {
    node,
    update(/** @type {Chart} */ chart) {
      setText(about, chart.about);
      clinic(chart.clinic);
      setAttribute(drawing, "class", `draw lines-${chart.scale.at(-1)?.clock.length}`);
      if (bands.length !== chart.bands.length) {
        bands = chart.bands.map(createBand);
        drawing.replaceChildren(...bands.flatMap(({ nodes }) => nodes), scale, marker);
      }
      bands.forEach(({ update }, place) =>
        update({ band: chart.bands[place], chart, now: place === 0 ? chart.now : undefined }),
      );
      drawScale(drawnScale(chart.scale));
      setAttribute(marker, "max", `${chart.marker.max}`);
      setAttribute(marker, "step", `${chart.marker.step}`);
      setAttribute(marker, "aria-valuetext", chart.marker.text);
      marker.value = `${chart.marker.value}`;
      setText(moment, chart.reading.moment);
      reading(chart.reading.rows);
      columns(chart.bands.map(({ name }) => name));
      times(chart.times);
    },
  };
}
