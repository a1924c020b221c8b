/** What a reload, the way back and another language keep of a question: all of it, and nothing on the device. */
import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { askByClock, choose } from "./user-actions.js";

const CLOCK = "2026-11-22T07:00";
const VISIT = { treatment: "Dysport", date: "2026-11-21", time: "17:00" };

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 390, height: 844 });
});
after(() => browser.end());
afterEach(async () => {
  await browser.assertQuiet();
  const left = await browser.run(() => ({ ...localStorage, ...sessionStorage, cookie: document.cookie }));
  assert.deepEqual(left, { cookie: "" }, "nothing is stored");
});

async function open(hash = "") {
  await browser.driver.get("about:blank");
  await browser.open(`/${hash}`, { clock: CLOCK });
}

/** @param {string} question */
const asks = (question) =>
  browser.until(
    async () =>
      (await browser.run(() =>
        Reflect.get(document.querySelector("aftercare-consensus") ?? {}, "question"),
      )) === question,
    `the page asks ${question}`,
  );

const KNOWN = "treatment=dysport&activity=exercise&treated-at=2026-11-21T22:00Z";

it("a reload asks the same question, with a time that is a guess still a guess", async () => {
  await open();
  await choose(browser, "Treatment", "Xeomin");
  await choose(browser, "Activity", "Alcohol");
  await (await browser.one("radio", "Yesterday")).click();
  await (await browser.one("radio", "Afternoon noon to 6")).click();
  const guess = "treatment=xeomin&activity=alcohol&treated-at=2026-11-21T23:00Z~";
  await asks(guess);
  await browser.driver.navigate().refresh();
  await asks(guess);
  assert.match(await browser.text(), /reated about Saturday afternoon/);
  assert.doesNotMatch(await browser.driver.getCurrentUrl(), /xeomin|~/, "the address says nothing");
});

it("a reload of a page on which nothing is asked asks nothing", async () => {
  await open();
  await askByClock(browser, VISIT);
  await asks(KNOWN);
  await browser.set(await browser.field("Treatment"), "");
  await browser.driver.navigate().refresh();
  await browser.one("combobox", "Treatment");
  await browser.drawn(".show");
  assert.equal(
    await browser.run(() => Reflect.get(document.querySelector("aftercare-consensus") ?? {}, "question")),
    null,
  );
});

it("the way back from the sources leads to the question, its open section and its place", async () => {
  await open();
  await askByClock(browser, VISIT);
  await (await browser.one("button", "Show the answer")).click();
  await browser.settled();
  await (await browser.summary()).click();
  await browser.settled();
  const place = await browser.run(() => {
    window.scrollTo(0, 1200);
    return window.scrollY;
  });
  assert.ok(place > 0, "the page is long");
  const isThere = (/** @type {string} */ what) =>
    browser.until(
      async () =>
        (await browser.run((wanted) => {
          const root = document.querySelector("aftercare-consensus")?.shadowRoot;
          return root?.querySelector(".who-says-what[open]") && Math.abs(window.scrollY - wanted) < 50;
        }, place)) === true,
      what,
    );
  await isThere("the reader is there");
  // Who reads rests a moment.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await browser.run(() => location.assign("sources.html"));
  await browser.one("link", /^Back/);
  await browser.driver.navigate().back();
  await asks(KNOWN);
  await isThere("the reader is where they were");
  await browser.driver.navigate().refresh();
  await asks(KNOWN);
  await isThere("and after a reload, too");
});

it("another language asks the same, and the way back is the page in the first one", async () => {
  await open();
  await askByClock(browser, VISIT);
  await asks(KNOWN);
  await browser.run(() => {
    const link = /** @type {HTMLAnchorElement} */ (document.querySelector(".languages a"));
    // The clock of the suite.
    link.search = location.search;
  });
  await (await browser.one("link", "Español")).click();
  await browser.until(
    async () => (await browser.run(() => document.documentElement.lang)) === "es",
    "the page is in Spanish",
  );
  await asks(KNOWN);
  const { pathname, hash } = new URL(await browser.driver.getCurrentUrl());
  assert.deepEqual([pathname, hash], ["/index.es.html", ""]);
  await browser.driver.navigate().back();
  await browser.until(
    async () => (await browser.run(() => document.documentElement.lang)) === "en",
    "the page is in English again",
  );
  await asks(KNOWN);
});

it("a link asks what it says, whatever was asked before", async () => {
  await open();
  await askByClock(browser, VISIT);
  await asks(KNOWN);
  await browser.run(() => {
    location.hash = "treatment=botox&treated-at=2026-11-21T20:00Z";
    location.reload();
  });
  const linked = "treatment=botox&activity=exercise&treated-at=2026-11-21T20:00Z";
  await asks(linked);
  await browser.driver.navigate().refresh();
  await asks(linked);
});
