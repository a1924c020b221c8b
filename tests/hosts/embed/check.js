import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a site that may only frame others frames the answer, which scrolls at its height";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await seesAnswer(browser);
  const { high, shown } = await browser.run(() => ({
    high: document.documentElement.scrollHeight,
    shown: document.documentElement.clientHeight,
  }));
  assert.ok(shown <= 300 && high > shown, "it scrolls inside the frame");
};
