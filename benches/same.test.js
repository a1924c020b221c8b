/**
 * The peers show the same card as ours: only then do their numbers mean anything.
 *
 * Each question is asked of ours and of each peer, at the same moment of a clock that stands
 * still. Compared is what a reader gets, in order: texts, controls with their states, roles
 * and names, headings, lists and tables, the shares that are drawn, and how high each part
 * is. Names of classes and elements without a meaning are free.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, launch, visit } from "./lib/chromium.js";
import { QUESTIONS } from "./lib/questions.js";
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
  test(`${peer.name} shows the same card as ours`, async () => {
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
  const heads = new Set(ours.flatMap((lines) => lines.filter((line) => line.includes("<header "))));
  for (const status of ["wait", "mostly_wait", "divided", "mostly_fine", "fine", "not_enough", "clinic"]) {
    const isThere = [...heads].some((line) => line.includes(`data-status=${status} `));
    assert.ok(isThere, `${status}: ask something that leads there`);
  }
});

/** What a subject shows for each question. @param {import("./lib/subjects.js").Subject} subject */
async function cards(subject) {
  const site = await serve({
    page: page(subject, 'hidden treatment="botox" hours="14"'),
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
          (tag) => document.querySelector(tag)?.shadowRoot?.querySelector(".panel .bar"),
          { timeout: 30_000 },
          subject.tag,
        )
        .catch(() => assert.fail(`${subject.name} shows no answer: ${errors.join("; ") || "no error"}`));
      const cards = [];
      for (const question of QUESTIONS) {
        cards.push(await page.evaluate(ask, subject.tag, question));
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
 * @returns {Promise<string[]>}
 */
async function ask(tag, question) {
  // What stands under the head follows it.
  const frames = async () => {
    for (let shown = 0; shown < 3 || (shown < 100 && root.querySelector(".awaited")); shown += 1) {
      await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
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
  /** Attributes that mean something; what a control began with does not matter. */
  const meant =
    /^(aria-.*|role|data-status|hidden|open|disabled|type|for|href|download|datetime|min|max|step|scope|label)$/;
  /** @type {string[]} */
  const lines = [];
  read(/** @type {Element} */ (root.querySelector(".root")), "");
  element.remove();
  return lines;

  /** @param {Element} element @param {string} indent */
  function read(element, indent) {
    // Room for a count that this answer has not.
    if (element.localName === "b" && element.textContent === "") {
      return;
    }
    let inner = indent;
    const attributes = [...element.attributes]
      // Of a drawing, the shares.
      .filter(({ name, value }) => meant.test(name) || /^[\d.]+%$/.test(value))
      // Each has a port of its own.
      .map(({ name, value }) => `${name}=${value.replace(/(127\.0\.0\.1%3A)\d+/g, "$1")} `)
      .sort()
      .join("");
    if (attributes !== "" || !/^(div|span|slot)$/.test(element.localName)) {
      const { value, checked } = /** @type {HTMLInputElement} */ (element);
      const state = element.matches("[type=radio]")
        ? ` checked: ${checked}`
        : element.matches("input, select")
          ? ` value: ${value}`
          : "";
      const isPart = element.matches("section, header, footer, details, table");
      const height = isPart ? ` ${Math.round(element.getBoundingClientRect().height)} px` : "";
      lines.push(`${indent}<${element.localName} ${attributes}>${state}${height}`);
      inner += " ";
    }
    let text = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        text += node.nodeValue;
      } else if (node instanceof Element) {
        say();
        read(node, inner);
      }
    }
    say();

    function say() {
      if (text.trim() !== "") {
        lines.push(`${inner} ${text.trim()}`);
      }
      text = "";
    }
  }
}
