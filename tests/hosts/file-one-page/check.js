import { askByHours } from "../../browser/patient.js";
import { seesAnswer, seesVoices } from "../../browser/reader.js";

export const title = "the page in one file, from a mail, answers and names its sources without a network";

export const at = "file";

export const page = "widget/aftercare-offline.html";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await askByHours(browser, { treatment: "Dysport", hours: "14" });
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await seesVoices(browser);
};
