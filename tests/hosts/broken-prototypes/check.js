import { seesAnswer, seesListedAnswers } from "../../browser/assertions.js";

export const title = "a page whose old libraries have changed the language's own objects shows the answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const isMended = () => browser.run(() => document.body.dataset.mended === "yes");
  await browser.until(() => isMended().catch(() => false), "the visit is over");
  await seesAnswer(browser, { hours: 38 });
  await seesListedAnswers(browser);
};
