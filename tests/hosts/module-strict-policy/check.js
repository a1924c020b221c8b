import { seesAnswer, seesVoices } from "../../browser/reader.js";

export const title =
  "a clinic that loads the module under the strictest policy has the answer, and breaks no policy";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  // The list of answers comes from beside the module.
  await (await browser.summary()).click();
  await seesVoices(browser);
};
