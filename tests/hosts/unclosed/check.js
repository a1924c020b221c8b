import assert from "node:assert/strict";
import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page whose tag is written without its end keeps all that stands after the card, and its owner hears of it";

export const said = ["console.log: unclosed"];

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /<aftercare-consensus> has no end tag/);
  const heights = await browser.run(() =>
    [...document.querySelectorAll("h2, p, footer")].map((part) => part.getBoundingClientRect().height),
  );
  assert.equal(heights.length, 3);
  assert.ok(
    heights.every((height) => height > 0),
    "what stands after the card is on the screen",
  );
};
