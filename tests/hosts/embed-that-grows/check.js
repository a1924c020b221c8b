import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/reader.js";

export const title = "a site that runs embed.js lets the frame grow to what it shows";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await seesAnswer(browser);
  await browser.enter(null);
  await browser.until(async () => {
    const height = await browser.run(() => document.querySelector("iframe")?.clientHeight ?? 0);
    return height > 600;
  }, "the frame has grown");
  await browser.enter(frame);
  const { high, shown } = await browser.run(() => ({
    high: document.documentElement.scrollHeight,
    shown: document.documentElement.clientHeight,
  }));
  assert.ok(high <= shown + 1, `nothing is left to scroll: ${high} in ${shown}`);
};
