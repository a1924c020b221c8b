import { readsOwnText } from "../../browser/assertions.js";

export const title =
  "a folder of pages with the module, which no browser runs there, keeps the clinic's own text";

export const at = "file";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) => readsOwnText(browser);
