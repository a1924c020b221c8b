import assert from "node:assert/strict";
import { ownerReads, readsOwnText } from "../../browser/assertions.js";

export const title = "a site with a damaged wasm file keeps its own text, and says that it is damaged";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(browser, /http.*\/widget\/aftercare-consensus\.wasm is damaged; upload it again/);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_corrupt");
};
