import assert from "node:assert/strict";
import { ownerReads, readsOwnText } from "../../browser/assertions.js";

export const title = "a site without the wasm file keeps its own text, and says which file is missing";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(browser, /http.*\/widget\/aftercare-consensus\.wasm answers with 404; put the wasm there/);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_not_found");
};
