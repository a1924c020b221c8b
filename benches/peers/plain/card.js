/** How does an answer look? */
import { say } from "../engine/card.js";
import { act } from "./buttons.js";
import { blueprint, find, optional, optionalText, setAttribute, setText } from "./dom.js";
import { createCalling } from "./calling.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Scene} Scene
 */

const icon = `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path></path></svg>`;

const shapes = {
  card: blueprint(`
    <section class="card" part="card">
      <i data-at="clinicNote"></i><i data-at="first"></i><i data-at="answer"></i><i data-at="consensus"></i>
      <div class="alarm"><p></p>${act("view.help")}</div>
      <i data-at="stale"></i><i data-at="view"></i>
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
    </header>`),
  first: blueprint(`
    <header class="clinic" part="clinic">
      <p class="asked"></p>${icon}
      <h2 class="status" tabindex="-1"></h2>
      <p class="next"></p>
      <p></p>
      <i data-at="contact"></i>
    </header>`),
  consensus: blueprint(`
    <section class="consensus" part="consensus">
      <h3>${say("clinic.consensus")}</h3>
      <p class="panel-status"></p>
      <p class="summary" part="summary"></p>
      <p class="next"></p>
      <i data-at="proviso"></i>
      <p class="opinions">${say("view.opinions")}</p>
    </section>`),
  clinicNote: blueprint(`
    <section class="clinic" part="clinic"><i data-at="none"></i><p></p><i data-at="contact"></i></section>`),
  proviso: blueprint(`<p class="proviso"><button class="count" type="button"></button></p>`),
  awaited: blueprint(`<div class="awaited" aria-busy="true"></div>`),
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
    },
  };
}

/** @typedef {{ card: Card, scene: Scene }} Shown */

function createFirst() {
  const node = shapes.first();
  const [asked, next, words] = node.querySelectorAll("p");
  const title = find(node, ".status");
  const path = find(node, "path");
  const contact = optionalCall(node, "contact");
  return {
    node,
    update(/** @type {Shown & { first: NonNullable<Card["first"]> }} */ { card, scene, first }) {
      setAttribute(node, "data-status", first.status);
      setText(asked, card.asked);
      setAttribute(path, "d", first.icon);
      setText(title, first.title);
      setText(next, first.left);
      words.className = first.differs ? "differ" : "";
      setText(words, first.first);
      contact(scene.contact);
    },
  };
}

function createClinicNote() {
  const node = shapes.clinicNote();
  const words = find(node, "p");
  const none = optionalText(node, "none", "p", "");
  const contact = optionalCall(node, "contact");
  return {
    node,
    update(/** @type {Shown} */ { card, scene }) {
      none(card.clinicNote?.none);
      setText(words, scene.clinicFirst);
      contact(scene.contact);
    },
  };
}

/** The panels, once they are loaded. @type {typeof import("./panels.js").createPanels | undefined} */
let createPanels;

export const arriving = import("./panels.js").then((panels) => {
  createPanels = panels.createPanels;
  return panels;
});

/** @param {(selector: string) => void} go */
export function createCard(go) {
  const node = shapes.card();
  const clinicNote = optional(node, "clinicNote", createClinicNote);
  const first = optional(node, "first", createFirst);
  const answer = optional(node, "answer", () => createAnswer(shapes.answer));
  const consensus = optional(node, "consensus", () => createAnswer(shapes.consensus));
  const alarm = createCalling(find(node, ".alarm p"));
  const stale = optionalText(node, "stale", "p", "stale");
  const awaited = optional(node, "view", () => ({ node: shapes.awaited(), update() {} }));
  awaited(true);
  /** @type {import("./panels.js").PanelsView | undefined} */
  let view;
  find(node, ".alarm .act").addEventListener("click", () => go(".help-title"));
  return {
    node,
    update(/** @type {Shown} */ shown) {
      const { card, scene } = shown;
      clinicNote(card.clinicNote && shown);
      first(card.first && { ...shown, first: card.first });
      answer(card.first ? undefined : card);
      consensus(card.first ? card : undefined);
      alarm(scene.alarm);
      stale(card.stale);
      if (createPanels && !view) {
        view = createPanels();
        find(node, ".awaited").replaceWith(...view.nodes);
      }
      view?.update(card);
    },
  };
}
