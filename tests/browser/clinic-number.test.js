/** A clinic's name and the numbers to call: in the right order, and links where they are named. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { seesAnswer } from "./assertions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 1000, height: 900 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** @param {Record<string, string>} attributes @param {string} [direction] of the page around it */
async function open(attributes, direction = "ltr") {
  await browser.open("/tests/pages/card.html", { clock: "2026-11-22T07:00" });
  await browser.run(
    async (given, dir) => {
      document.documentElement.dir = dir;
      const element = document.createElement("aftercare-consensus");
      for (const [name, value] of Object.entries(given)) {
        element.setAttribute(name, value);
      }
      document.querySelector("main")?.append(element);
      await Reflect.get(element, "ready");
    },
    attributes,
    direction,
  );
}

/** Each text that names the number: its words from left to right, as they are on the screen. */
const asSeen = (/** @type {string} */ name, /** @type {string} */ number) =>
  browser.run(
    (own, wanted) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("aftercare-consensus")?.shadowRoot);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      /** @type {{ text: string, digits: boolean, apart: boolean }[]} */
      const found = [];
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        const start = node.data.indexOf(wanted);
        if (start < 0) {
          continue;
        }
        const range = (/** @type {number} */ from, /** @type {number} */ to) => {
          const between = document.createRange();
          between.setStart(node, from);
          between.setEnd(node, to);
          return between;
        };
        // Of the first sign of a line WebKit also gives the end of the line before.
        const sign = (/** @type {number} */ place) =>
          /** @type {DOMRect} */ ([...range(place, place + 1).getClientRects()].at(-1));
        // On the same line, or on one further down; a space at the end of a line has no place.
        const follows = (
          /** @type {DOMRect} */ one,
          /** @type {number} */ edge,
          /** @type {DOMRect} */ before,
        ) => one.top > (before.top + before.bottom) / 2 || (one.left >= edge && one.bottom > before.top);
        const digits = [...wanted].flatMap((letter, place) => (letter === " " ? [] : [sign(start + place)]));
        const at = node.data.indexOf(own);
        const named = range(Math.max(at, 0), Math.max(at, 0) + own.length).getBoundingClientRect();
        const isBefore = at < 0 || follows(digits[0], named.right, named);
        found.push({
          text: node.data,
          digits: digits.every(
            (digit, place) => place === 0 || follows(digit, digits[place - 1].left, digits[place - 1]),
          ),
          apart: isBefore && (at < 0 || sign(0).left < named.left),
        });
      }
      return found;
    },
    name,
    number,
  );

describe("a clinic whose name is written from right to left", () => {
  const NUMBER = "+1 (212) 555-0100";
  for (const name of ["مركز الجمال", "מרפאת היופי", "عيادة 24"]) {
    for (const direction of ["ltr", "rtl"]) {
      it(`has its number in order beside it: ${name}, on a page from ${direction}`, async () => {
        await open(
          { treatment: "alpha", clinic: name, contact: NUMBER, emergency: "+972 3 555 0100" },
          direction,
        );
        const seen = [...(await asSeen(name, NUMBER)), ...(await asSeen(name, "+972 3 555 0100"))];
        assert.ok(seen.length >= 4, `it is named ${seen.length} times`);
        for (const { text, digits, apart } of seen) {
          assert.ok(digits, `the digits go from left to right: ${text}`);
          assert.ok(apart, `the name stands where it is said: ${text}`);
        }
      });
    }
  }
});

describe("a patient who cannot breathe", () => {
  for (const [lang, call] of [
    ["en", "Call +44 (0)20 7946 0000 now"],
    ["es", "Llame ya al +44 (0)20 7946 0000"],
  ]) {
    it(`can call the number where it is named, under the head of the card: ${lang}`, async () => {
      await open({ treatment: "alpha", hours: "14", emergency: "+44 (0)20 7946 0000", lang });
      const link = await browser.drawn(".alarm > a");
      assert.equal(await link.getAttribute("href"), "tel:+442079460000");
      assert.equal((await browser.all("link", call)).length, 1);
    });
  }

  it("has a sentence without a link where the page names no number", async () => {
    await browser.open("/#treatment=dysport&hours=14");
    await seesAnswer(browser);
    assert.match(await browser.text(), /speak\?\s+Call your emergency number now/);
    assert.deepEqual(await browser.all("link", /emergency number/), []);
  });
});
