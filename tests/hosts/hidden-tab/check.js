import { answers, seesAnswer } from "../../browser/assertions.js";

export const title = "a tab that is opened ten hours later shows the answer of then";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await browser.until(async () => (await answers(browser)).length === 0, "the tab is closed");
  await browser.run(() => {
    Reflect.get(window, "__advance")(10 * 3600 * 1000);
    // The browser tells a page that has been away.
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await (await browser.one("button", "Exercise")).click();
  await seesAnswer(browser, { hours: 24, treatedAt: "17:00" });
};
