import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/reader.js";

export const title =
  "a site without the file of what stands under the answer has the answer and when to get help, and its owner is told";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await browser.until(
    async () => /The rest of this card could not be loaded/.test(await browser.text()),
    "the reader is told that there is more",
  );
  assert.equal((await browser.all("heading", "When to get help")).length, 1);
  assert.equal((await browser.all("heading", "Doctors")).length, 0);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_not_found");
};
