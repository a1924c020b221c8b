import assert from "node:assert/strict";
import { ownerReads, readsOwnText } from "../../browser/assertions.js";

export const title = "a site whose server sends a page in the wasm's place keeps its own text, and says so";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(
    browser,
    /http.*\/widget\/aftercare-consensus\.wasm is text\/html, not the wasm; put the wasm there/,
  );
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "wasm_wrong_type");
};
