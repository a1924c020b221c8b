import { seesAnswer } from "../../browser/assertions.js";

export const title = "a page whose script blocks in its head shows the answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) => seesAnswer(browser);
