import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a builder that is given a script and a tag name, and sets the attributes later, has the card";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
};
