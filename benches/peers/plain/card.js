/** How does an answer look? */
import { say } from "../engine/card.js";
import { blueprint, each, find, optional, optionalText, setAttribute, setText } from "./dom.js";
import { createIcon, icon, lineIcon, optionalCall } from "./elements.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Page} Page
 * @typedef {{ card: Card, page: Page, isFolded: boolean }} Shown
 */

const consensus = `
  <i data-at="next"></i>
  <p class="summary" part="summary"></p>
  <i data-at="close"></i><i data-at="conditions"></i><i data-at="over"></i>
  <p class="basis"></p>`;

const shapes = {
  card: blueprint(`
    <section class="card answer" part="card">
      <div class="question">
        <div><p class="asked"></p><i data-at="treated"></i></div>
        <i data-at="change"></i>
      </div>
      <i data-at="first"></i><i data-at="clinicWord"></i><i data-at="answer"></i>
      <div class="alarm"><p></p><i data-at="dial"></i><i data-at="dialYourself"></i></div>
      <i data-at="remind"></i><i data-at="stale"></i>
    </section>`),
  change: blueprint(`<button class="link" type="button">${say("view.change")}</button>`),
  answer: blueprint(`
    <header class="verdict" part="answer">
      <h2 class="status" part="status" tabindex="-1">${icon}<span></span></h2>${consensus}
    </header>`),
  first: blueprint(`
    <header class="verdict" part="clinic" data-status="clinic">
      <h2 class="status" tabindex="-1">${icon}<span></span></h2>
      <p class="next"></p><p></p><i data-at="contact"></i>
    </header>`),
  others: blueprint(`
    <details class="card others" part="consensus">
      <summary class="row">
        ${icon}
        <h2><span>${say("clinic.consensus")}</span><b></b></h2>
        ${lineIcon("right")}
      </summary>
      <div class="opened">${consensus}</div>
    </details>`),
  clinicWord: blueprint(`
    <section class="clinic" part="clinic"><i data-at="none"></i><p></p><i data-at="contact"></i></section>`),
  next: blueprint(`<p class="next"><span></span><time></time><span class="left"></span></p>`),
  close: blueprint(`<p class="close">${lineIcon("alert")}<span></span></p>`),
  conditions: blueprint(`
    <details class="proviso">
      <summary><span></span>${lineIcon("down")}</summary>
      <ul></ul><button class="link" type="button"></button>
    </details>`),
  remind: blueprint(`
    <div class="act">
      <div class="remind">
        <p class="saves">
          <a class="button" download="reminder.ics">${lineIcon("bell")}<span></span></a>
          <span class="note">${say("view.remind-note")}</span>
        </p>
        <div class="refused" role="status"></div>
      </div>
    </div>`),
  clinicWaits: blueprint(`
    <section class="card body clinic" part="clinic">
      <p></p><i data-at="contact"></i><dl class="times"></dl>
    </section>`),
  wait: blueprint(`<div class="value"><dt></dt><dd></dd></div>`),
};

function createNext() {
  const node = shapes.next();
  const [before, after] = node.querySelectorAll("span");
  const time = find(node, "time");
  return {
    node,
    update(/** @type {NonNullable<Card["next"]>} */ next) {
      setText(before, next.before);
      setText(time, next.when);
      if (next.instant) {
        setAttribute(time, "datetime", next.instant);
      } else {
        time.removeAttribute("datetime");
      }
      setText(after, next.after);
    },
  };
}

function createClose() {
  const node = shapes.close();
  const words = find(node, "span");
  return { node, update: (/** @type {string} */ text) => setText(words, text) };
}

function createConditions() {
  const node = shapes.conditions();
  const [title, see] = [find(node, "span"), find(node, "button")];
  const list = each(
    find(node, "ul"),
    (/** @type {string} */ text) => text,
    (text) => {
      const node = document.createElement("li");
      node.textContent = text;
      return { node, update() {} };
    },
  );
  return {
    node,
    update(/** @type {NonNullable<Card["conditions"]>} */ conditions) {
      setText(title, conditions.title);
      list(conditions.list);
      setText(see, conditions.see);
    },
  };
}

/** @param {string} count */
function bold(count) {
  const node = document.createElement("b");
  node.textContent = count;
  return count ? node : "";
}

/** The answer as the head, or under the clinic's word. @param {() => HTMLElement} shape */
function createAnswer(shape) {
  const node = shape();
  const show = createIcon(node);
  const [title, summary] = [find(node, ".status span, h2 > b"), find(node, ".summary")];
  const basis = find(node, ".basis");
  const next = optional(node, "next", createNext);
  const close = optional(node, "close", createClose);
  const conditions = optional(node, "conditions", createConditions);
  const over = optionalText(node, "over", "p", "");
  return {
    node,
    update(/** @type {{ card: Card, basis: string }} */ { card, basis: words }) {
      setAttribute(node, "data-status", card.status);
      show(card.status);
      setText(title, card.title);
      next(card.next);
      const nodes = card.summary.flatMap(({ before, count }) => [before, bold(count)]);
      if (summary.textContent !== card.summary.map(({ before, count }) => before + count).join("")) {
        summary.replaceChildren(...nodes);
      }
      close(card.close);
      conditions(card.conditions);
      over(card.over);
      setText(basis, words);
    },
  };
}

function createFirst() {
  const node = shapes.first();
  createIcon(node)("clinic");
  const title = find(node, ".status span");
  const [left, words] = node.querySelectorAll("p");
  const contact = optionalCall(node, "contact", "call button primary");
  return {
    node,
    update(/** @type {{ clinic: NonNullable<Card["clinic"]>, page: Page }} */ { clinic, page }) {
      setText(title, clinic.title);
      setText(left, clinic.left);
      setText(words, clinic.first);
      contact(page.contact);
    },
  };
}

function createClinicWord() {
  const node = shapes.clinicWord();
  const words = find(node, "p");
  const none = optionalText(node, "none", "p", "");
  const contact = optionalCall(node, "contact");
  return {
    node,
    update(/** @type {Shown} */ { card, page }) {
      none(card.clinicNone);
      setText(words, page.clinic?.first ?? "");
      contact(page.contact);
    },
  };
}

function createRemind() {
  const node = shapes.remind();
  const [link, words] = [find(node, "a"), find(node, "a span")];
  return {
    node,
    update(/** @type {NonNullable<Card["remind"]>} */ { href, text }) {
      setAttribute(link, "href", href);
      setText(words, text);
    },
  };
}

/** @param {() => void} unfold */
export function createCard(unfold) {
  const node = shapes.card();
  const [asked, signs] = [find(node, ".asked"), find(node, ".alarm p")];
  const treated = optionalText(node, "treated", "p", "treated");
  const change = optional(node, "change", () => {
    const node = shapes.change();
    node.addEventListener("click", unfold);
    return { node, update() {} };
  });
  const first = optional(node, "first", createFirst);
  const clinicWord = optional(node, "clinicWord", createClinicWord);
  const answer = optional(node, "answer", () => createAnswer(shapes.answer));
  const dial = optionalCall(node, "dial", "link");
  const dialYourself = optionalText(node, "dialYourself", "b", "");
  const remind = optional(node, "remind", createRemind);
  const stale = optionalText(node, "stale", "p", "stale");
  return {
    node,
    update(/** @type {Shown} */ shown) {
      const { card, page, isFolded } = shown;
      const { clinic } = card;
      setText(asked, card.asked);
      treated(card.treated);
      change(isFolded || undefined);
      first(clinic && { clinic, page });
      clinicWord(page.clinic && !clinic ? shown : undefined);
      answer(clinic ? undefined : { card, basis: page.basis });
      const { href, call } = page.alarm;
      setText(signs, page.alarm.signs);
      dial(href ? { href, text: call } : undefined);
      dialYourself(href ? undefined : call);
      remind(card.remind);
      stale(card.stale);
    },
  };
}

/** What the others say, under the clinic's word. */
export function createOthers() {
  const { node, update } = createAnswer(shapes.others);
  return { node, update: (/** @type {Card} */ card) => update({ card, basis: say("head.opinions") }) };
}

/** The clinic's waits where there is no answer yet. @param {Page} page */
export function createClinicWaits(page) {
  const node = shapes.clinicWaits();
  setText(find(node, "p"), page.clinic?.first ?? "");
  optionalCall(node, "contact")(page.contact);
  for (const { name, wait } of page.clinic?.waits ?? []) {
    const row = shapes.wait();
    setText(find(row, "dt"), name);
    setText(find(row, "dd"), wait);
    find(node, "dl").append(row);
  }
  return { node, update() {} };
}
