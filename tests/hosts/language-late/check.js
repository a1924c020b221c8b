import { ownerReads, seesAnswer, seesSpanish } from "../../browser/assertions.js";

export const title =
  "a page whose language pack comes late shows English until then, and Spanish from then on";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /load aftercare-consensus\.es\.js/);
  await browser.run(() => dispatchEvent(new Event("ask for Spanish")));
  await seesSpanish(browser);
};
