import { seesAnswer } from "../../browser/reader.js";

export const title = "a folder of pages with the whole script names the sources too";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await browser.until(
    async () => (await browser.all("heading", /surgeon|ermatologist/)).length > 0,
    "the reader sees who says what",
  );
};
