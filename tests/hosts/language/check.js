import assert from "node:assert/strict";
import { answers, ownerReads, readsOwnText, seesAnswer } from "../../browser/assertions.js";

export const title =
  "a German page shows English, marked as such; a language asked for that is not there is refused";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const spoken = async () => {
    const [heading] = await answers(browser);
    return browser.run(
      (/** @type {Element} */ node) => node.closest("[lang]")?.getAttribute("lang") ?? "no language",
      heading,
    );
  };
  const ask = (/** @type {string | null} */ lang) =>
    browser.run((/** @type {string | null} */ value) => {
      const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
      if (value === null) {
        element.removeAttribute("lang");
      } else {
        element.setAttribute("lang", value);
      }
    }, lang);

  await seesAnswer(browser);
  assert.equal(await spoken(), "en", "a screen reader speaks it as English");
  await ask("de");
  await readsOwnText(browser);
  await ownerReads(browser, /lang.*"de"/);
  await ask("en");
  await seesAnswer(browser);
  await ask("qqq");
  await readsOwnText(browser);
  await ownerReads(browser, /lang.*"qqq"/);
  await ask(null);
  await seesAnswer(browser);
  assert.equal(await spoken(), "en");
};
