import { seesAnswer, seesListedAnswers } from "../../browser/assertions.js";

export const title =
  "a clinic that loads the module under the strictest policy has the answer and who says what, and breaks no policy";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
};
