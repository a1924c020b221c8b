import { seesAnswer } from "../../browser/assertions.js";

export const title = "a page with classes of its own by the names of the browser's shows the answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const isMended = () =>
    browser.run(() => {
      const isDrawn = document.querySelector("aftercare-consensus")?.shadowRoot?.textContent;
      return isDrawn ? dispatchEvent(new Event("mend")) : false;
    });
  await browser.until(() => isMended().catch(() => false), "something is shown");
  await seesAnswer(browser);
};
