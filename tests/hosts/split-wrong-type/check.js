import assert from "node:assert/strict";
import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a server that knows no type for wasm still shows the answer, and the site's owner is told";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /http.*\/widget\/aftercare-consensus\.wasm is served as /);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_wrong_type");
};
