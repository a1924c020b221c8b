import assert from "node:assert/strict";
import { ownerReads, readsOwnText, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a component that throws leaves the clinic's own text readable, and the next question is answered";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await browser.until(
    () => browser.run(() => document.documentElement.dataset.code === "internal"),
    "the site's owner is told",
  );
  await ownerReads(browser, /^console\.error: aftercare-consensus: ./);
  assert.equal((await browser.all("heading", "When to get help")).length, 0, "nothing is half rendered");
  await browser.run(() => {
    document.documentElement.dataset.mended = "yes";
    document.querySelector("aftercare-consensus")?.setAttribute("hours", "38");
  });
  await seesAnswer(browser, { hours: 38 });
};
