import assert from "node:assert/strict";
import { seesSpanish } from "../../browser/assertions.js";

export const title = "a page whose language pack comes before the script shows Spanish, with no error";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesSpanish(browser);
  assert.equal(await browser.run(() => document.documentElement.dataset.code ?? ""), "");
};
