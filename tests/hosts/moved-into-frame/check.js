import { seesSummary } from "../../browser/assertions.js";

export const title = "a card that a page moves into its frame goes on with the clock when that frame is seen";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const at = (/** @type {number} */ hours) => seesSummary(browser, { hours, treatedAt: "17:00" });
  await at(14);
  await browser.run(() => {
    const inside = document.querySelector("iframe")?.contentDocument;
    inside?.body.append(/** @type {Element} */ (document.querySelector("aftercare-consensus")));
  });
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await at(14);
  await browser.enter(null);
  await browser.run(() => {
    Reflect.get(window, "__advance")(24 * 3600 * 1000);
    document.querySelector("iframe")?.contentDocument?.dispatchEvent(new Event("visibilitychange"));
  });
  await browser.enter(frame);
  await at(38);
  await browser.enter(null);
};
