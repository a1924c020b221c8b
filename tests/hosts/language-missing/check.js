import assert from "node:assert/strict";
import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page without its language pack shows English, and its owner is told which script line is missing";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(
    browser,
    /whose words are not loaded, so the card is in English: load aftercare-consensus\.es\.js/,
  );
  const { code, message } = await browser.run(() => ({ ...document.documentElement.dataset }));
  assert.equal(code, "unknown_language");
  assert.match(String(message), /aftercare-consensus\.es\.js/);
};
