import { seesAnswer, seesListedAnswers } from "../../browser/assertions.js";

export const title = "a page on a USB stick has the answer, how it was counted and who says what";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await browser.until(
    async () => (await browser.all("heading", "Doctors")).length === 2,
    "the reader sees how the doctors are counted, now and hour by hour",
  );
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
};
