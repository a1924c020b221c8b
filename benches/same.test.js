/**
 * The peers show the same card as ours: only then do their numbers mean anything.
 *
 * Each question is asked of ours and of each peer, at the same moment of a clock that stands
 * still, and what is in the shadow root is compared: elements, their attributes and texts, in
 * order, and the state of the controls.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, launch, visit } from "./lib/chromium.js";
import { OUT_OF_SCOPE, QUESTIONS } from "./lib/questions.js";
import { serve } from "./lib/serve.js";
import { OURS, PEERS, page } from "./lib/subjects.js";

/** @typedef {import("./lib/questions.js").Question} Question */

/** A Sunday morning in New York, 14 hours after a treatment at 17:00. */
const NOW = Date.parse("2026-11-22T12:00:20Z");

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {string[][]} */
let ours;

before(async () => {
  browser = await launch();
  ours = await cards(OURS);
});

after(() => browser?.close());

for (const peer of PEERS) {
  test(`${peer.name} shows the same card as ours, to the letter`, async () => {
    const theirs = await cards(peer);
    for (const [place, question] of QUESTIONS.entries()) {
      const [own, other] = [ours[place], theirs[place]];
      const line = own.findIndex((line, at) => line !== other[at]);
      const at = line < 0 ? own.length : line;
      const near = (/** @type {string[]} */ lines) => lines.slice(Math.max(at - 2, 0), at + 2).join("\n");
      assert.ok(
        own.length === other.length && line < 0,
        `${question.name}: ours and ${peer.name} differ.\nOurs:\n${near(own)}\n${peer.name}:\n${near(other)}`,
      );
    }
  });
}

test("the questions lead to every status, with and without a clinic's wait", () => {
  const heads = new Set(ours.flatMap((lines) => lines.filter((line) => line.includes("data-status="))));
  for (const head of ["answer", "clinic"]) {
    for (const status of ["wait", "mostly_wait", "divided", "mostly_fine", "fine", "not_enough"]) {
      const isThere = [...heads].some(
        (line) => line.includes(`part=${head}`) && line.includes(`data-status=${status} `),
      );
      const isPossible = head === "answer" || ["wait", "not_enough"].includes(status);
      assert.equal(isThere, isPossible, `${head} ${status}: ask something that leads there`);
    }
  }
});

/** What a subject shows for each question. @param {import("./lib/subjects.js").Subject} subject */
async function cards(subject) {
  const site = await serve({
    page: page(subject, 'hidden treatment="botox" hours="1"'),
    folder: subject.folder,
  });
  try {
    return await visit(browser, DESK, async ({ page }) => {
      /** @type {string[]} */
      const errors = [];
      page.on("pageerror", (error) => errors.push(`${error}`));
      await page.evaluateOnNewDocument(stopClock, NOW);
      await page.goto(site.address);
      await page
        .waitForFunction(
          (tag) => document.querySelector(tag)?.shadowRoot?.querySelector(".panel .mark"),
          { timeout: 30_000 },
          subject.tag,
        )
        .catch(() => assert.fail(`${subject.name} shows no answer: ${errors.join("; ") || "no error"}`));
      const cards = [];
      for (const question of QUESTIONS) {
        cards.push(await page.evaluate(ask, subject.tag, question, OUT_OF_SCOPE));
      }
      assert.deepEqual(errors, [], `${subject.name} throws nothing`);
      return cards;
    });
  } finally {
    site.close();
  }
}

/** In the page: the clock stands still but for what is added to `late`. @param {number} start */
function stopClock(start) {
  const now = () => start + (Reflect.get(globalThis, "late") ?? 0);
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now()]),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

/**
 * In the page: asks one question of an element, and reads what it shows.
 *
 * @param {string} tag
 * @param {Question} question
 * @param {string} outOfScope
 * @returns {Promise<string[]>}
 */
async function ask(tag, question, outOfScope) {
  // The panels follow the answer.
  const frames = async () => {
    for (let shown = 0; shown < 3 || (shown < 100 && root.querySelector(".awaited")); shown += 1) {
      await new Promise(requestAnimationFrame);
    }
  };
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(question.attributes)) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  await frames();
  for (const [kind, selector, value] of question.steps ?? []) {
    const control = /** @type {HTMLInputElement} */ (root.querySelector(selector));
    if (kind === "click") {
      control.click();
    } else {
      // As if it were typed: React listens to the property of the element itself.
      const { prototype } = control instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
      Reflect.set(prototype, "value", `${value}`, control);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    await frames();
  }
  if (question.isSpoken) {
    Reflect.set(globalThis, "late", (Reflect.get(globalThis, "late") ?? 0) + 1000);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  /** @type {string[]} */
  const lines = [];
  read(/** @type {Element} */ (root.querySelector(".root")), "");
  element.remove();
  return lines;

  /** @param {Element} element @param {string} indent */
  function read(element, indent) {
    if (element.matches(outOfScope)) {
      return;
    }
    // The state of a control is a property; which attribute it began with does not matter.
    const isControl = element.matches("input:not([type=radio]), select");
    const ignored = ["selected", "checked", ...(isControl ? ["value"] : [])];
    const attributes = [...element.attributes]
      .filter(({ name, value }) => !ignored.includes(name) && !(name === "class" && value === ""))
      .map(({ name, value }) => `${name}=${value} `)
      .sort()
      .join("");
    const { value, checked } = /** @type {HTMLInputElement} */ (element);
    const state = isControl
      ? ` value: ${value}`
      : element.matches("[type=radio]")
        ? ` checked: ${checked}`
        : "";
    lines.push(`${indent}<${element.localName} ${attributes}>${state}`);
    let text = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        text += node.nodeValue;
      } else if (node instanceof Element) {
        say();
        read(node, `${indent} `);
      }
    }
    say();

    function say() {
      if (text.trim() !== "") {
        lines.push(`${indent} ${text.trim()}`);
      }
      text = "";
    }
  }
}
