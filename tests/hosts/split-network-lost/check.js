import assert from "node:assert/strict";
import { ownerReads, readsOwnText, seesAnswer } from "../../browser/assertions.js";

export const title = "a reader whose network is lost reads the clinic's text, and the answer once it is back";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(browser, /Nothing answers at http.*\/aftercare-consensus\.wasm; it is tried again/);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "network_lost");
  // The browser says when it is back.
  await browser.run(() => dispatchEvent(new Event("online")));
  await seesAnswer(browser);
};
