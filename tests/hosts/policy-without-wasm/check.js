import { ownerReads, readsOwnText } from "../../browser/assertions.js";

export const title =
  "a clinic whose policy forbids WebAssembly keeps its own text, and is told what to allow";

// Safari refuses without an event.
export const said = {
  chromium: ["policy: script-src blocked wasm-eval"],
  firefox: ["policy: script-src blocked wasm-eval"],
  webkit: [],
};

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await readsOwnText(browser);
  await ownerReads(browser, /add 'wasm-unsafe-eval' to its script-src/);
};
