/** What a reader's translator and extensions do to a page, and what is read there all the same. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { later } from "./user-actions.js";

const CLOCK = "2026-11-22T07:30";
const LIVE = { treatment: "dysport", "treated-at": "2026-11-21T17:00" };

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
beforeEach(() => browser.open("/", { clock: CLOCK }));
afterEach(() => browser.assertQuiet());

/**
 * One element in the place of the page's own.
 *
 * @param {Record<string, string>} attributes
 */
async function show(attributes) {
  await browser.run(async (/** @type {Record<string, string>} */ given) => {
    const element = document.createElement("aftercare-consensus");
    element.textContent = "Ask your clinic when exercise is OK.";
    for (const [name, value] of Object.entries(given)) {
      element.setAttribute(name, value);
    }
    document.querySelector("main")?.replaceChildren(element);
    await Reflect.get(element, "ready");
  }, attributes);
  await browser.settled();
}

/**
 * Another attribute of the element.
 *
 * @param {string} name
 * @param {string} value
 */
async function set(name, value) {
  await browser.run(
    (/** @type {string} */ key, /** @type {string} */ text) =>
      document.querySelector("aftercare-consensus")?.setAttribute(key, text),
    name,
    value,
  );
  await browser.settled();
}

/** All that the card says, without the marks of a translation and without spaces. */
async function said() {
  return browser.run(() => {
    const root = document.querySelector("aftercare-consensus")?.shadowRoot;
    return (root?.textContent ?? "").replace(/[«»\s]/g, "");
  });
}

/** The ways in which translators put a text into the place of another. */
const TRANSLATORS = {
  "takes each text out of the page": false,
  "moves each text into an element of its own": true,
};

/**
 * As the translators of browsers do it, with marks around each text for a translation.
 *
 * @param {boolean} isMoved whether the text itself is moved, or a new one put in its place
 */
function translate(isMoved) {
  return browser.run((/** @type {boolean} */ moves) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("aftercare-consensus")?.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) {
      texts.push(/** @type {Text} */ (walker.currentNode));
    }
    for (const text of texts) {
      const translated = moves ? text : document.createTextNode("");
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(translated);
      translated.data = `«${text.data}»`;
    }
  }, isMoved);
}

for (const [how, isMoved] of Object.entries(TRANSLATORS)) {
  describe(`a reader whose translator ${how}`, () => {
    /** Another question, and what a card says that has never been translated. */
    const CHANGES = /** @type {const} */ ([
      ["treatment", "botox"],
      ["activity", "alcohol"],
      ["clinic", "Harley"],
      ["protocol", "alcohol 4d"],
      ["protocol", "alcohol 1h"],
      ["contact", "+44 20 7946 0000"],
      ["treatment", "xeomin"],
    ]);

    it("reads the new answer when time has passed, and never the old one", async () => {
      await show(LIVE);
      await translate(isMoved);
      await later(browser, 600);
      const shown = await said();
      await show(LIVE);
      assert.equal(shown, await said());
    });

    it("reads the answer to each new question", async () => {
      /** @type {Record<string, string>} */
      const asked = { ...LIVE };
      await show(asked);
      await translate(isMoved);
      const shown = [];
      for (const [name, value] of CHANGES) {
        await set(name, value);
        shown.push(await said());
        await translate(isMoved);
      }
      const expected = [];
      for (const [name, value] of CHANGES) {
        asked[name] = value;
        await show(asked);
        expected.push(await said());
      }
      assert.deepEqual(shown, expected);
    });

    it("fills in the form, and reads the answer", async () => {
      await show({});
      await translate(isMoved);
      const treatment = await browser.drawn("select.treatment");
      await browser.set(treatment, "botox");
      await (await browser.drawn(".yesterday")).click();
      await (await browser.drawn(".afternoon")).click();
      await browser.settled();
      const { summary } = await browser.run(() =>
        Reflect.get(/** @type {Element} */ (document.querySelector("aftercare-consensus")), "guidance"),
      );
      assert.ok((await browser.text()).includes(summary), summary);
    });
  });
}

describe("a reader whose fields are filled in by the browser, or by another program", () => {
  it("has the answer to what stands there, with no event told", async () => {
    await show({});
    await (await browser.one("radio", "Earlier")).click();
    await browser.run(() => {
      const root = document.querySelector("aftercare-consensus")?.shadowRoot;
      for (const [field, value] of [
        [".treatment", "dysport"],
        [".date", "2026-11-21"],
        [".time", "17:00"],
      ]) {
        Reflect.set(/** @type {Element} */ (root?.querySelector(field)), "value", value);
      }
    });
    await (await browser.one("button", "Show the answer")).click();
    await browser.one("heading", /say wait$/);
  });
});

describe("a reader whose dark mode brings a style sheet of its own", () => {
  it("keeps that style when the card is another", async () => {
    await show(LIVE);
    await browser.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("aftercare-consensus")?.shadowRoot);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".root { background-color: rgb(1, 2, 3) }");
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    await set("treatment", "botox");
    await later(browser, 600);
    const color = await browser.run(
      (/** @type {Element} */ root) => getComputedStyle(root).backgroundColor,
      await browser.drawn(".root"),
    );
    assert.equal(color, "rgb(1, 2, 3)");
  });
});
