import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page that was saved, or rendered on a server, together with its card shows the answer of now, once";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const text = await seesAnswer(browser);
  assert.doesNotMatch(text, /the day on which this page was saved/);
};
