import { seesAnswer } from "../../browser/assertions.js";

export const title = "a site whose theme and plugin both load the script shows one answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) => seesAnswer(browser);
