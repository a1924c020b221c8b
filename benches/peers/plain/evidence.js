/** How does what stands under the head look? */
import { say } from "../engine/card.js";
import { describeChart } from "../engine/chart.js";
import { describeActivities, describePanels, describeRows, describeSections } from "../engine/evidence.js";
import style from "../evidence.css?inline";
import { createChart } from "./chart.js";
import {
  blueprint,
  createDrawing,
  each,
  find,
  optional,
  optionalText,
  setAttribute,
  setText,
} from "./dom.js";
import { createIcon, icon, lineIcon } from "./elements.js";
import { key, patterns, shade } from "./shading.js";

/**
 * @typedef {import("../engine/evidence.js").PanelCard} PanelCard
 * @typedef {import("../engine/evidence.js").OtherActivity} OtherActivity
 * @typedef {ReturnType<typeof createEvidence>} EvidenceView
 * @typedef {{ name: string, icon?: string, title: string }} Section
 */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const shapes = {
  evidence: blueprint(`
    <div>
      <div class="card rows next-steps"></div>
      <section class="card what-else" part="activities">
        <h3 class="title">${say("view.what-else")}</h3>
        <p class="note">${say("view.what-else-note")}</p>
        <ul class="rows"></ul>
      </section>
      <div class="panels">${patterns}<i data-at="differ"></i><i data-at="anyProduct"></i></div>
      <i data-at="chart"></i>
      <details class="card behind">
        <summary class="row"><span>${say("view.behind")}</span>${lineIcon("right")}</summary>
        <div class="behind-it"><div class="rows"></div></div>
      </details>
    </div>`),
  activity: blueprint(`
    <li><button class="row other" type="button">${icon}<span></span><b></b></button></li>`),
  panel: blueprint(`
    <section class="card body panel" part="panel">
      <div class="panel-head"><h3 class="title"></h3><i data-at="status"></i></div>
      <i data-at="bar"></i><i data-at="none"></i><i data-at="counts"></i><i data-at="anyProduct"></i>
    </section>`),
  status: blueprint(`<p class="panel-status">${icon}<span></span></p>`),
  bar: blueprint(`<svg aria-hidden="true" class="bar" width="100%" height="12"></svg>`),
  counts: blueprint(`<ul class="legend"></ul>`),
};

/** A line that opens. What is in it is drawn when it is opened, which no peer does. @param {Section} section */
function createSection({ name, icon }) {
  const node = blueprint(`
    <details class="${name}">
      <summary class="row">${icon ? lineIcon(icon) : ""}<h3></h3>${lineIcon("right")}</summary>
    </details>`)();
  const words = find(node, "h3");
  return { node, update: (/** @type {Section} */ { title }) => setText(words, title) };
}

/** @param {string} id @param {(activity: string) => void} ask */
function createActivity(id, ask) {
  const node = shapes.activity();
  const [button, words, status] = [find(node, "button"), find(node, "span"), find(node, "b")];
  const show = createIcon(node);
  button.addEventListener("click", () => ask(id));
  return {
    node,
    update(/** @type {OtherActivity} */ activity) {
      setAttribute(button, "data-status", activity.status);
      show(activity.status);
      setText(words, activity.name);
      setText(status, activity.text);
    },
  };
}

function createStatus() {
  const node = shapes.status();
  const show = createIcon(node);
  const words = find(node, "span");
  return {
    node,
    update(/** @type {PanelCard} */ { status, statusText }) {
      setAttribute(node, "data-status", status);
      show(status);
      setText(words, statusText ?? "");
    },
  };
}

function createBar() {
  const node = shapes.bar();
  const draw = createDrawing(node);
  return {
    node,
    update(/** @type {PanelCard["bar"]} */ bar) {
      const gaps = bar.map(({ x }) => ({
        tag: "line",
        attributes: { class: "gap", x1: x, x2: x, y2: "100%" },
      }));
      draw([...bar.map(shade), ...gaps]);
    },
  };
}

/** @param {PanelCard["counts"][number]} entry */
function createCount({ stance }) {
  const node = blueprint(
    `<li class="entry">${key(stance)}<button class="count" type="button"></button></li>`,
  )();
  const words = find(node, "button");
  return { node, update: (/** @type {{ text: string }} */ { text }) => setText(words, text) };
}

function createPanel() {
  const node = shapes.panel();
  const name = find(node, "h3");
  const status = optional(node, "status", createStatus);
  const bar = optional(node, "bar", createBar);
  const none = optionalText(node, "none", "p", "none");
  const counts = optional(node, "counts", () => {
    const node = shapes.counts();
    return {
      node,
      update: each(node, (/** @type {PanelCard["counts"][number]} */ { stance }) => stance, createCount),
    };
  });
  const anyProduct = optionalText(node, "anyProduct", "p", "note");
  return {
    node,
    update(/** @type {PanelCard} */ panel) {
      setText(name, panel.name);
      status(panel.statusText ? panel : undefined);
      bar(panel.bar.length > 0 ? panel.bar : undefined);
      none(panel.none);
      counts(panel.counts.length > 0 ? panel.counts : undefined);
      anyProduct(panel.anyProduct ? say("view.any-product") : undefined);
    },
  };
}

/** @param {(activity: string) => void} ask */
export function createEvidence(ask) {
  const node = shapes.evidence();
  const byName = (/** @type {Section} */ { name }) => name;
  const rows = each(find(node, ".next-steps"), byName, createSection);
  const activities = each(
    find(node, ".what-else ul"),
    (/** @type {OtherActivity} */ { id }) => id,
    ({ id }) => createActivity(id, ask),
  );
  const all = find(node, ".panels");
  const panels = each(all, (/** @type {PanelCard} */ { id }) => id, createPanel, all.firstElementChild);
  const differ = optionalText(node, "differ", "p", "note differ");
  const anyProduct = optionalText(node, "anyProduct", "p", "note");
  const chart = optional(node, "chart", createChart);
  const sections = each(find(node, ".behind-it .rows"), byName, createSection);
  const nodes = [...node.childNodes];
  return {
    nodes,
    remove() {
      chart(undefined);
      node.append(...nodes);
    },
    update(/** @type {import("../engine/card.js").Card} */ card) {
      const view = describePanels(card);
      rows(describeRows(card));
      activities(describeActivities(card));
      panels(view.panels);
      differ(view.differ);
      anyProduct(view.anyProduct ? say("view.any-product") : undefined);
      chart(describeChart(card));
      sections(describeSections(card));
    },
  };
}
