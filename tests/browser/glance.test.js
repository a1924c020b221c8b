/** A first look: what a reader has before the whole has come, and what changes when it comes. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { Select } from "selenium-webdriver/lib/select.js";
import { startBrowser } from "./browser.js";
import { edition } from "./edition.js";
import { OWN_TEXT, answers } from "./reader.js";
import { Site, strictPolicy } from "./site.js";

const CLOCK = "2026-11-22T07:00";

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Site} */
let site;
/** Sends the whole to whoever waits for it, and from then on at once. @type {() => void} */
let release;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
beforeEach(async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  let isHeld = true;
  const files = edition();
  site = await new Site(files, { "content-security-policy": await strictPolicy() }).start();
  site.instead = (name, answer) => {
    if (!isHeld || !/-rest-.*\.wasm$/.test(name)) {
      return false;
    }
    waiting.push(() =>
      answer.writeHead(200, { "content-type": "application/wasm" }).end(site.files.get(name)),
    );
    return true;
  };
  release = () => {
    isHeld = false;
    waiting.forEach((send) => send());
  };
});
afterEach(async () => {
  await browser.assertQuiet();
  await browser.driver.get("about:blank");
  await site.stop();
});

/**
 * Opens a page with an element, to which the whole does not come yet.
 *
 * @param {Record<string, string>} attributes
 */
async function open(attributes) {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Aftercare</title>
    <link rel="icon" href="icon.svg">
    <script src="hooks.js"></script>
    <script src="aftercare-consensus.iife.js" defer></script>
  </head>
  <body><main><aftercare-consensus ${written.join(" ")}>${OWN_TEXT}</aftercare-consensus></main></body>
</html>`;
  site.files.set("held.html", Buffer.from(page));
  await browser.open(site.address("held.html"), { clock: CLOCK });
}

/** Lets the whole come, and waits until it has drawn. */
async function comes() {
  release();
  await browser.run(() =>
    Reflect.get(/** @type {Element} */ (document.querySelector("aftercare-consensus")), "ready"),
  );
  await browser.whole();
}

/** What both draw: everything but what stands under the answer, and what is read out. */
const both = () =>
  browser.run(() => {
    const root = document.querySelector("aftercare-consensus")?.shadowRoot;
    const parts = [
      ".ask",
      ".hint",
      ".answer",
      ".alarm",
      ".stale",
      ".scope",
      ".help",
      ".notice",
      ".corpus",
      ".unreviewed",
    ];
    return parts.map((part) => root?.querySelector(part)?.outerHTML);
  });

/** @param {string} text */
const reads = (text) =>
  browser.until(async () => (await browser.text()).includes(text), `the reader reads "${text}"`);

/** @param {string} label @param {string} value */
async function fill(label, value) {
  await browser.set(await browser.field(label), value);
}

/** @param {string} label @param {string} text */
async function choose(label, text) {
  await new Select(await browser.one("combobox", label)).selectByVisibleText(text);
}

describe("what a reader sees before the whole has come", () => {
  for (const attributes of /** @type {Record<string, string>[]} */ ([
    {},
    { treatment: "dysport", hours: "14" },
    { treatment: "Botox Cosmetic", "treated-at": "2026-11-21T17:00" },
    { treatment: "incobotulinumtoxinA", "treated-at": "2026-11-21T16:00Z", activity: "alcohol" },
    { treatment: "dysport", "treated-at": "2026-11-21T17:00", ask: "" },
    { treatment: "dysport", "treated-at": "2026-11-21T17:00", activity: "heat", ask: "" },
    { treatment: "letybo", hours: "4.5", activity: "flying" },
    { treatment: "xeomin" },
    { "treated-at": "2026-11-20T09:30", activity: "heat" },
  ])) {
    it(`is what the whole draws, to the letter: ${JSON.stringify(attributes)}`, async () => {
      await open(attributes);
      await browser.drawn(".help");
      const first = await both();
      await comes();
      assert.deepEqual(first, await both());
      assert.ok((await browser.all("heading", "When to get help")).length === 1);
    });
  }

  it("is nothing but the text inside where the clinic's own word comes first", async () => {
    await open({ treatment: "dysport", hours: "14", clinic: "Harley", protocol: "exercise 24h" });
    await reads(OWN_TEXT);
    assert.equal((await browser.all("heading")).length, 0);
    await comes();
    await reads("Harley asks you to wait 24 hours:");
  });

  it("is nothing but the text inside where an attribute is wrong", async () => {
    await open({ treatment: "dysport", "treated-at": "2026-02-30T17:00" });
    await reads(OWN_TEXT);
    assert.equal((await browser.all("heading")).length, 0);
    await comes();
    await reads("treated-at");
  });
});

describe("when the whole comes", () => {
  it("has answered what a reader has filled in meanwhile", async () => {
    await open({});
    await choose("Treatment", "Dysport");
    await fill("Time", "06:30");
    await comes();
    await reads("Dysport, 30 minutes after");
    assert.equal((await answers(browser)).length, 1);
  });

  it("does what a button says that was pressed meanwhile", async () => {
    await open({});
    await choose("Treatment", "Dysport");
    await (await browser.one("button", "Yesterday afternoon")).click();
    await comes();
    await reads("Dysport, 13 hours after");
    const focused = await browser.run(
      () => document.querySelector("aftercare-consensus")?.shadowRoot?.activeElement?.className,
    );
    assert.equal(focused, "status", "the reader is led to the answer");
  });

  it("does not put the page's time in the place of the reader's", async () => {
    await open({ treatment: "dysport", "treated-at": "2026-11-21T17:00", ask: "" });
    await (await browser.summary("Change")).click();
    await choose("Treatment", "Botox");
    await fill("Time", "06:30");
    await comes();
    await reads("Botox, 30 minutes after");
  });

  it("does not put the page's activity in the place of the reader's", async () => {
    await open({ treatment: "dysport", "treated-at": "2026-11-21T17:00", activity: "heat", ask: "" });
    await (await browser.summary("Change")).click();
    await choose("Activity", "Alcohol");
    await comes();
    const summary = await browser.run(
      () => document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".summary")?.textContent,
    );
    assert.match(`${summary}`, /alcohol/);
  });

  it("a reader who is in the form stays there, and nothing that they see is drawn again", async () => {
    await open({ treatment: "botox", "treated-at": "2026-11-22T06:00", ask: "" });
    await (await browser.summary("Change")).click();
    await browser.run(() => {
      const root = document.querySelector("aftercare-consensus")?.shadowRoot;
      /** @type {HTMLElement | null | undefined} */ (root?.querySelector(".date"))?.focus();
      /** @type {string[]} */
      const changes = [];
      const observer = new MutationObserver((records) => {
        for (const { target, type, attributeName } of records) {
          changes.push(`${target.nodeName} ${type} ${attributeName}`);
        }
      });
      for (const part of [".ask", ".answer", ".help"]) {
        const node = root?.querySelector(part);
        if (node) {
          observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
        }
      }
      Object.assign(window, { __changes: changes });
    });
    await comes();
    const { focused, date, changes } = await browser.run(() => {
      const root = document.querySelector("aftercare-consensus")?.shadowRoot;
      const control = /** @type {HTMLInputElement | null} */ (root?.activeElement);
      return { focused: control?.className, date: control?.value, changes: Reflect.get(window, "__changes") };
    });
    assert.deepEqual({ focused, date, changes }, { focused: "date", date: "2026-11-22", changes: [] });
  });

  it("a page hears of the answer once, and can read the card then", async () => {
    await open({ treatment: "dysport", hours: "14" });
    await browser.drawn(".answer");
    await browser.run(() => {
      /** @type {unknown[]} */
      const heard = [];
      addEventListener("aftercare-change", (event) => {
        const { target, detail } = /** @type {CustomEvent} */ (event);
        heard.push([detail.status, Reflect.get(/** @type {Element} */ (target), "guidance").status]);
      });
      const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
      Object.assign(window, { __heard: heard, __early: Reflect.get(element, "guidance") });
    });
    await comes();
    /** @type {any} */
    const { heard, early } = await browser.run(() => ({
      heard: Reflect.get(window, "__heard"),
      early: Reflect.get(window, "__early"),
    }));
    assert.equal(early, null, "there is no card for programs yet");
    assert.equal(heard.length, 1);
    assert.equal(heard[0][0], heard[0][1]);
  });

  it("a screen reader is not told what the page showed from the start", async () => {
    await open({ treatment: "dysport", hours: "14" });
    await browser.drawn(".answer");
    await comes();
    await browser.run(() => Reflect.get(window, "__advance")(1_000));
    const said = await browser.run(
      () => document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".unseen")?.textContent,
    );
    assert.equal(said, "");
  });
});

describe("where the whole does not come", () => {
  beforeEach(() => {
    site.instead = (name, answer) => {
      const isRest = /-rest-.*\.wasm$/.test(name);
      if (isRest) {
        answer.writeHead(404).end();
      }
      return isRest;
    };
  });

  it("a reader keeps the answer, without a form that nobody hears", async () => {
    await open({ treatment: "dysport", "treated-at": "2026-11-21T17:00", ask: "" });
    await reads("The rest of this card could not be loaded.");
    assert.equal((await answers(browser)).length, 1);
    assert.equal((await browser.all("combobox")).length, 0);
    assert.ok((await browser.all("heading", "When to get help")).length === 1);
  });

  it("a reader of a form has the text inside, and is told why", async () => {
    await open({});
    await reads("The rest of this card does not load");
    assert.ok((await browser.text()).includes(OWN_TEXT));
    assert.equal((await browser.all("combobox")).length, 0);
  });
});
