import { seesAnswer } from "../../browser/reader.js";

export const title = "a page on a USB stick has the answer";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) => seesAnswer(browser);
