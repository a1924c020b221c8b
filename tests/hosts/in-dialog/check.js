import { answers, seesAnswer } from "../../browser/assertions.js";

export const title = "a dialog shows the answer whenever it is opened";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  for (let time = 0; time < 2; time += 1) {
    await browser.until(async () => (await answers(browser)).length === 0, "it is closed");
    await (await browser.one("button", "When can I exercise?")).click();
    await seesAnswer(browser);
    await (await browser.one("button", "Close")).click();
  }
};
