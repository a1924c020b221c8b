import { seesAnswer, seesVoices } from "../../browser/reader.js";

export const title = "a clinic with the strictest policy has the answer, and breaks no policy";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  // The list of answers comes from beside the script.
  await (await browser.summary()).click();
  await seesVoices(browser);
};
