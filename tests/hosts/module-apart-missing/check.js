import { seesAnswer } from "../../browser/reader.js";

export const title =
  "a site without the file for programs, whose server knows no type for wasm, shows the whole card all the same";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await browser.until(
    async () => (await browser.all("heading", "Doctors")).length === 1,
    "what stands under the answer is there",
  );
};
