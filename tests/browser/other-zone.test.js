/** A device that goes to another time zone while the page is open. */
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { browserKey, startBrowser } from "./browser.js";
import { askByClock, later } from "./user-actions.js";

/** Only Chromium's driver can send a browser to another zone while a page is open. */
const skip = browserKey === "chromium" ? false : "this browser's driver cannot change the device's zone";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());

/** @param {string} timezoneId */
const goTo = (timezoneId) =>
  /** @type {any} */ (browser.driver).sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId });

it("a treatment that was typed before the journey is the same instant after it", { skip }, async () => {
  await goTo("Europe/London");
  await browser.open("/", { clock: "2026-11-22T15:00" });
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-22", time: "12:00" });
  assert.match(await browser.text(), /3 hours after Dysport/);
  await goTo("Asia/Dubai");
  await later(browser, 60);
  assert.match(await browser.text(), /4 hours after Dysport/);
  assert.equal(await (await browser.field("Time")).getProperty("value"), "16:00", "the field says it there");
  assert.ok(await (await browser.one("radio", "Today")).isSelected());
  // Another date is typed: the time beside it is that of the zone of now.
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "16:00" });
  assert.match(await browser.text(), /28 hours after Dysport/);
  // And back over midnight.
  await goTo("Pacific/Auckland");
  await later(browser, 60);
  assert.match(await browser.text(), /29 hours after Dysport/);
  assert.ok(await (await browser.one("radio", "Yesterday")).isSelected());
});
