/** How does what stands under the answer look? */
import { say } from "../engine/card.js";
import { describePanels } from "../engine/panels.js";
import style from "../panels.css?inline";
import { act } from "./buttons.js";
import { blueprint, each, find, optional, optionalText, setAttribute, setText } from "./dom.js";

/**
 * @typedef {import("../engine/panels.js").PanelCard} PanelCard
 * @typedef {import("../engine/panels.js").Remind} Remind
 * @typedef {ReturnType<typeof createPanels>} PanelsView
 */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const shapes = {
  view: blueprint(`
    <div>
      <div class="credit">
        <i data-at="remind"></i><i data-at="not-clinic"></i><i data-at="answers"></i>${act("sections.other-things")}
      </div>
      <i data-at="differ"></i>
      <p class="note clock"></p>
    </div>`),
  save: blueprint(`
    <div class="remind">
      <p class="saves">
        <a class="button" download="reminder.ics"></a><span class="note">${say("view.remind-note")}</span>
      </p>
      <div class="refused" role="status"></div>
    </div>`),
  answers: blueprint(`<button class="act" type="button"></button>`),
  panel: blueprint(`
    <section class="panel" part="panel">
      <h3></h3><p class="panel-status"></p>
      <div class="bar" role="radiogroup"></div>
      <p class="legend"></p>
      <p class="note pick">${say("view.mark-pick")}</p>
      <i data-at="unstable"></i><i data-at="any-product"></i><i data-at="rows"></i>
    </section>`),
  mark: blueprint(`<input type="radio">`),
  entry: blueprint(`<span class="entry"><span></span></span>`),
  rows: blueprint(`<dl class="times"></dl>`),
  row: blueprint(`
    <div class="row"><dt></dt><dd><button class="count" type="button"></button></dd></div>`),
};

/** @param {ParentNode} root */
function optionalRemind(root) {
  return optional(root, "remind", () => {
    const node = shapes.save();
    const link = find(node, "a");
    return {
      node,
      update(/** @type {Remind} */ { href, text }) {
        setAttribute(link, "href", href);
        setText(link, text);
      },
    };
  });
}

/** @param {string} panel */
function createMark(panel) {
  const node = /** @type {HTMLInputElement} */ (shapes.mark());
  node.name = panel;
  return {
    node,
    update(/** @type {PanelCard["marks"][number]} */ { id, stance, name }) {
      setAttribute(node, "class", `mark ${stance} ${id}`);
      setAttribute(node, "value", id);
      setAttribute(node, "aria-label", name);
      setAttribute(node, "title", name);
    },
  };
}

/** @param {PanelCard["legend"][number]} entry */
function createEntry({ stance, isEmpty }) {
  const node = shapes.entry();
  const words = document.createElement(isEmpty ? "span" : "button");
  find(node, "span").className = `mark ${stance}`;
  if (!isEmpty) {
    words.className = "count";
    words.setAttribute("type", "button");
  }
  node.append(words);
  return { node, update: (/** @type {{ text: string }} */ { text }) => setText(words, text) };
}

function createRow() {
  const node = shapes.row();
  const [name, value] = [find(node, "dt"), find(node, "button")];
  return {
    node,
    update(/** @type {{ name: string, value: string }} */ row) {
      setText(name, row.name);
      setText(value, row.value);
    },
  };
}

function createPanel() {
  const node = shapes.panel();
  const [name, status, bar] = [find(node, "h3"), find(node, ".panel-status"), find(node, ".bar")];
  /** @type {PanelCard} */
  let shown;
  const marks = each(
    bar,
    (/** @type {PanelCard["marks"][number]} */ { id }) => id,
    () => createMark(shown.id),
  );
  const legend = each(
    find(node, ".legend"),
    (/** @type {PanelCard["legend"][number]} */ { stance, isEmpty }) => `${stance} ${isEmpty}`,
    createEntry,
  );
  const unstable = optionalText(node, "unstable", "p", "note");
  const anyProduct = optionalText(node, "any-product", "p", "note");
  const rows = optional(node, "rows", () => {
    const node = shapes.rows();
    return {
      node,
      update: each(node, (/** @type {{ name: string, value: string }} */ row) => row.name, createRow),
    };
  });
  return {
    node,
    update(/** @type {PanelCard} */ panel) {
      shown = panel;
      setText(name, panel.name);
      setText(status, panel.status);
      setAttribute(bar, "aria-label", panel.label);
      marks(panel.marks);
      legend(panel.legend);
      unstable(panel.unstable);
      anyProduct(panel.anyProduct);
      rows(panel.rows);
    },
  };
}

export function createPanels() {
  const node = shapes.view();
  const clock = find(node, ".clock");
  const remind = optionalRemind(node);
  const notClinic = optionalText(node, "not-clinic", "p", "");
  const answers = optional(node, "answers", () => {
    const node = shapes.answers();
    return { node, update: (/** @type {string} */ text) => setText(node, text) };
  });
  const differ = optionalText(node, "differ", "p", "differ");
  /** @type {Map<string, ReturnType<typeof createPanel>>} */
  const panels = new Map();
  return {
    nodes: [...node.childNodes],
    update(/** @type {import("../engine/card.js").Card} */ card) {
      const view = describePanels(card);
      remind(view.remind);
      notClinic(view.notClinic);
      answers(view.answers);
      differ(view.differ);
      for (const panel of view.panels) {
        let own = panels.get(panel.id);
        if (!own) {
          own = createPanel();
          panels.set(panel.id, own);
          clock.before(own.node);
        }
        own.update(panel);
      }
      setText(clock, view.clock);
    },
  };
}
