/** How does an answer look? */
import { say } from "../engine/card.js";
import { blueprint, each, find, optional, optionalText, setAttribute, setText } from "./dom.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").PanelCard} PanelCard
 * @typedef {import("../engine/card.js").Remind} Remind
 * @typedef {import("../engine/card.js").Scene} Scene
 */

const icon = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path></path></svg>`;
const act = (/** @type {string} */ key) => `<button class="act" type="button">${say(key)}</button>`;

const shapes = {
  card: blueprint(`
    <section class="card" part="card">
      <i data-at="beside"></i><i data-at="first"></i><i data-at="answer"></i><i data-at="consensus"></i>
      <div class="alarm"><p></p>${act("view.help")}</div>
      <div class="credit">
        <i data-at="not-clinic"></i><i data-at="answers"></i>${act("deeper.other-things")}
      </div>
      <i data-at="differ"></i>
      <p class="note clock"></p>
      <i data-at="stale"></i>
      <p class="note scope">${say("view.scope")}</p>
    </section>`),
  answer: blueprint(`
    <header class="answer" part="answer">
      <p class="asked"></p>${icon}
      <h2 class="status" part="status" tabindex="-1"></h2>
      <p class="summary" part="summary"></p>
      <p class="next"></p>
      <i data-at="proviso"></i>
      <p class="opinions">${say("view.opinions")}</p>
      <i data-at="remind"></i>
    </header>`),
  first: blueprint(`
    <header class="clinic" part="clinic">
      <p class="asked"></p>${icon}
      <h2 class="status" tabindex="-1"></h2>
      <p class="next"></p>
      <i data-at="remind"></i>
      <p></p>
      <i data-at="contact"></i>
    </header>`),
  consensus: blueprint(`
    <section class="consensus" part="consensus">
      <h3>${say("view.consensus")}</h3>
      <p class="panel-status"></p>
      <p class="summary" part="summary"></p>
      <p class="next"></p>
      <i data-at="proviso"></i>
      <p class="opinions">${say("view.opinions")}</p>
      <i data-at="remind"></i>
    </section>`),
  beside: blueprint(`
    <section class="clinic" part="clinic"><i data-at="none"></i><p></p><i data-at="contact"></i></section>`),
  proviso: blueprint(`<p class="proviso"><button class="count" type="button"></button></p>`),
  save: blueprint(`
    <p class="remind">
      <a class="button" download="reminder.ics"></a><span class="note">${say("view.remind-note")}</span>
    </p>`),
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
  call: blueprint(`<a class="call"></a>`),
};

/** @param {ParentNode} root @param {string} name */
export function optionalCall(root, name) {
  return optional(root, name, () => {
    const node = shapes.call();
    return {
      node,
      update(/** @type {{ href: string, text: string }} */ { href, text }) {
        setAttribute(node, "href", href);
        setText(node, text);
      },
    };
  });
}

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

/** @param {ParentNode} root */
function optionalProviso(root) {
  return optional(root, "proviso", () => {
    const node = shapes.proviso();
    const button = find(node, "button");
    return { node, update: (/** @type {string} */ text) => setText(button, text) };
  });
}

/** @param {() => HTMLElement} shape */
function createAnswer(shape) {
  const node = shape();
  const [summary, next] = [find(node, ".summary"), find(node, ".next")];
  const asked = find(node, ".asked");
  const title = find(node, ".status") ?? find(node, ".panel-status");
  const path = find(node, "path");
  const proviso = optionalProviso(node);
  const remind = optionalRemind(node);
  return {
    node,
    update(/** @type {Card} */ card) {
      if (asked) {
        setAttribute(node, "data-status", card.status);
        setText(asked, card.asked);
        setAttribute(path, "d", card.icon);
      }
      setText(title, card.headline);
      setText(summary, card.summary);
      setText(next, card.next);
      proviso(card.proviso);
      remind(card.remind);
    },
  };
}

/** @typedef {{ card: Card, scene: Scene }} Shown */

function createFirst() {
  const node = shapes.first();
  const [asked, next, words] = node.querySelectorAll("p");
  const title = find(node, ".status");
  const path = find(node, "path");
  const remind = optionalRemind(node);
  const contact = optionalCall(node, "contact");
  return {
    node,
    update(/** @type {Shown & { first: NonNullable<Card["first"]> }} */ { card, scene, first }) {
      setAttribute(node, "data-status", first.status);
      setText(asked, card.asked);
      setAttribute(path, "d", first.icon);
      setText(title, first.title);
      setText(next, first.left);
      remind(first.remind);
      words.className = first.differs ? "differ" : "";
      setText(words, first.first);
      contact(scene.contact);
    },
  };
}

function createBeside() {
  const node = shapes.beside();
  const words = find(node, "p");
  const none = optionalText(node, "none", "p", "");
  const contact = optionalCall(node, "contact");
  return {
    node,
    update(/** @type {Shown} */ { card, scene }) {
      none(card.beside?.none);
      setText(words, scene.clinicFirst);
      contact(scene.contact);
    },
  };
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

/** @param {(selector: string) => void} go */
export function createCard(go) {
  const node = shapes.card();
  const beside = optional(node, "beside", createBeside);
  const first = optional(node, "first", createFirst);
  const answer = optional(node, "answer", () => createAnswer(shapes.answer));
  const consensus = optional(node, "consensus", () => createAnswer(shapes.consensus));
  const alarm = find(node, ".alarm p");
  const notClinic = optionalText(node, "not-clinic", "p", "");
  const answers = optional(node, "answers", () => {
    const node = shapes.answers();
    return { node, update: (/** @type {string} */ text) => setText(node, text) };
  });
  const differ = optionalText(node, "differ", "p", "differ");
  const clock = find(node, ".clock");
  const stale = optionalText(node, "stale", "p", "stale");
  /** @type {Map<string, ReturnType<typeof createPanel>>} */
  const panels = new Map();
  find(node, ".alarm .act").addEventListener("click", () => go(".help-title"));
  return {
    node,
    update(/** @type {Shown} */ shown) {
      const { card, scene } = shown;
      beside(card.beside && shown);
      first(card.first && { ...shown, first: card.first });
      answer(card.first ? undefined : card);
      consensus(card.first ? card : undefined);
      setText(alarm, scene.alarm);
      notClinic(card.isNotClinic ? say("view.not-clinic") : undefined);
      answers(card.answers);
      differ(card.differ);
      for (const panel of card.panels) {
        let own = panels.get(panel.id);
        if (!own) {
          own = createPanel();
          panels.set(panel.id, own);
          clock.before(own.node);
        }
        own.update(panel);
      }
      setText(clock, card.clock);
      stale(card.stale);
    },
  };
}
