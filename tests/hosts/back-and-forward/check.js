import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a reader who comes back to a page that the browser has kept sees the answer of now";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const isNext = async () => (await browser.all("heading", "Our address")).length === 1;
  await seesAnswer(browser, { hours: 14, treatedAt: "17:00" });
  await (await browser.one("link", "Our address")).click();
  await browser.until(isNext, "the next page");
  // The driver goes, and waits: what a script asks of a page that is being put away has no
  // answer in WebKit. The first page of a window is not kept by every browser.
  await browser.driver.navigate().back();
  await seesAnswer(browser, { hours: 14, treatedAt: "17:00" });
  await browser.run(() => {
    Reflect.set(window, "kept", true);
    Reflect.get(window, "__advance")(10 * 3600 * 1000);
  });
  await browser.driver.navigate().forward();
  await browser.until(isNext, "the next page again");
  await browser.driver.navigate().back();
  await seesAnswer(browser, { hours: 24, treatedAt: "17:00" });
  assert.ok(
    await browser.run(() => Reflect.get(window, "kept")),
    "the browser has kept the page, not loaded it anew",
  );
};
