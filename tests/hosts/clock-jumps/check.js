import { ownerReads, readsOwnText, seesAnswer } from "../../browser/assertions.js";

export const title = "a device whose clock is set anew shows the answer of the clock, forth and back";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const jump = (/** @type {number} */ hours) =>
    browser.run((/** @type {number} */ by) => {
      Reflect.get(window, "__advance")(by * 3600 * 1000);
      document.dispatchEvent(new Event("visibilitychange"));
    }, hours);
  const at = (/** @type {number} */ hours) => seesAnswer(browser, { hours, treatedAt: "17:00" });
  await at(14);
  await jump(48);
  await at(62);
  await jump(24 * 365);
  await at(62 + 24 * 365);
  await jump(-24 * 365 - 60);
  await at(2);
  // Before the treatment there is no answer, and what the clinic wrote is there.
  await jump(-5);
  await readsOwnText(browser, /hasn’t happened yet/);
  await ownerReads(browser, /treated-at is ".*"; accepted: a time that is past/);
  await jump(17);
  await at(14);
};
