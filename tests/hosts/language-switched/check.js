import { seesAnswer, seesSpanish } from "../../browser/assertions.js";

export const title =
  "a page that is put into another language while it is open, by its own switch or a translator, takes the card with it";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await speak(browser, "html", "es-MX");
  await seesSpanish(browser);
  await speak(browser, "main", "en");
  await seesAnswer(browser);
};

/**
 * @param {import("../../browser/browser.js").Browser} browser
 * @param {string} part
 * @param {string} lang
 */
function speak(browser, part, lang) {
  return browser.run(
    (/** @type {string} */ selector, /** @type {string} */ code) =>
      document.querySelector(selector)?.setAttribute("lang", code),
    part,
    lang,
  );
}
