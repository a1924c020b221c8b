import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page whose language pack was moved shows English, and its owner is told from where the pack did not come";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /http.*\/moved\/aftercare-consensus\.es\.js/);
};
