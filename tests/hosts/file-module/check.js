import { readsOwnText, seesAnswer } from "../../browser/assertions.js";
import { browserKey } from "../../browser/browser.js";

export const title =
  "a folder of pages with the module has the answer where the browser runs modules there, and else keeps the clinic's own text";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  if (browserKey === "firefox") {
    await seesAnswer(browser);
  } else {
    await readsOwnText(browser);
  }
};
