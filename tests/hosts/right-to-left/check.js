import assert from "node:assert/strict";
import { answers, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page that is written from right to left shows English from left to right, marked as such";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  const [heading] = await answers(browser);
  const look = await browser.run((/** @type {Element} */ node) => {
    const { direction, textAlign } = getComputedStyle(node);
    return { direction, textAlign, lang: node.closest("[lang]")?.getAttribute("lang") };
  }, heading);
  assert.deepEqual(look, { direction: "ltr", textAlign: "start", lang: "en" });
};
