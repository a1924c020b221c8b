import { seesAnswer } from "../../browser/assertions.js";

export const title = "a site that makes the element by script, or as markup, after loading shows the answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser, { treatment: "dysport", hours: 14, count: 2 });
  await seesAnswer(browser, { treatment: "botox", hours: 4.5, count: 2 });
};
