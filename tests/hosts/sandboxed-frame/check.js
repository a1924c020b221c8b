import { seesAnswer } from "../../browser/assertions.js";

export const title = "a page builder that shows pages in a sandboxed frame shows the answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await seesAnswer(browser);
};
