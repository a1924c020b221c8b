import { ownerReads, readsOwnText } from "../../browser/assertions.js";

export const title = "a visitor whose browser has no WebAssembly reads the clinic's own text";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(browser, /This browser cannot run WebAssembly/);
};
