import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page whose builder has set curly quotes, quotes twice, capital letters and fixed spaces has its cards";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser, { count: 4 });
};
