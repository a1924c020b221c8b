import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a page that is written anew over an older card shows an answer that goes on with the clock";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const at = (/** @type {number} */ hours) => seesAnswer(browser, { hours, treatedAt: "17:00" });
  await at(14);
  for (const hours of [14, 38]) {
    await browser.run(() => {
      const page = `<!doctype html>${document.documentElement.outerHTML}`;
      document.open();
      document.write(page);
      document.close();
    });
    await at(hours);
    await browser.run(() => {
      Reflect.get(window, "__advance")(24 * 3600 * 1000);
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await at(hours + 24);
  }
};
