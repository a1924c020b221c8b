import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a site made of components shows the answer inside one, and hears of it outside";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  assert.equal(await browser.run(() => document.body.dataset.told), "site-page: dysport");
};
