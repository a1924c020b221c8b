/** A treatment that was weeks or months ago: one rule, however the time is given. */
import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { askByClock, askByHours } from "./user-actions.js";

const CLOCK = "2026-11-22T12:00";
const OVER = /Every wait named here is over\. The longest was 14 days\./;
const PAST = /That is more than 416 days ago\. If the date is right, every wait we found is over\./;

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 360, height: 640 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** @param {string} [hash] */
async function open(hash = "") {
  // Another address first, so that a link with a `#` is not a place on the page that is open.
  await browser.driver.get("about:blank");
  await browser.open(`/${hash}`, { clock: CLOCK });
}

/** @param {RegExp} text */
const reads = (text) => browser.until(async () => text.test(await browser.text()), `a reader sees ${text}`);

for (const [how, ask] of Object.entries({
  "a link of 30 days ago": () => open("#treatment=dysport&treated-at=2026-10-23T17:00Z"),
  "a link of 400 hours": () => open("#treatment=dysport&hours=400"),
  "a date of 15 days ago": async () => {
    await open();
    await askByClock(browser, { treatment: "Dysport", date: "2026-11-07", time: "11:00" });
  },
  "400 typed hours": async () => {
    await open();
    await askByHours(browser, { treatment: "Dysport", hours: "400" });
  },
})) {
  it(`a patient reads that every wait is over, and the longest: ${how}`, async () => {
    await ask();
    await reads(OVER);
    assert.ok((await browser.all("heading", /say (wait|it’s OK)$/)).length > 0, "with the answer");
  });
}

for (const [how, ask] of Object.entries({
  "a link of two years ago": () => open("#treatment=dysport&treated-at=2024-11-21T17:00Z"),
  "a date of two years ago": async () => {
    await open();
    await askByClock(browser, { treatment: "Dysport", date: "2024-11-21", time: "17:00" });
  },
})) {
  it(`a patient reads why there is no answer to what must be a slip: ${how}`, async () => {
    await ask();
    await reads(PAST);
    assert.equal((await browser.all("heading", /say (wait|it’s OK)$/)).length, 0, "and no answer");
    assert.ok(await (await browser.one("button", "Show the answer")).isDisplayed(), "the form is open");
  });
}
