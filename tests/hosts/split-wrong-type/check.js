import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a server that knows no type for wasm still shows the answer, and the site's owner is told";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const text = await seesAnswer(browser);
  assert.doesNotMatch(text, /owner of this site/, "a reader is not troubled");
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_wrong_type");
};
