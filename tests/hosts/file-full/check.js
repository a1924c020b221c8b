import { seesAnswer, seesVoices } from "../../browser/reader.js";

export const title = "a folder of pages with the whole script names the sources too";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await seesVoices(browser);
};
