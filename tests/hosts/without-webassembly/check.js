import { readsOwnText } from "../../browser/assertions.js";

export const title = "a visitor whose browser has no WebAssembly reads the clinic's own text, and why";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) =>
  readsOwnText(browser, /This browser cannot run it\. Update it, .* or open this page in another browser/);
