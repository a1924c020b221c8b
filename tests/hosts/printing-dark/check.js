import assert from "node:assert/strict";

export const title =
  "a patient with a dark screen, or of a clinic with dark colors, reads dark letters on the paper";

export const needs = "print";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await browser.one("heading", /^Elm Street asks you to wait/);
  await browser.settled();
  await browser.emulate({ scheme: "dark", medium: "print" });
  assert.deepEqual(await paleTexts(browser), [], "on a dark screen");
  await browser.run(() => document.querySelector("aftercare-consensus")?.classList.add("own"));
  assert.deepEqual(await paleTexts(browser), [], "with the clinic's own dark colors");
  await browser.run(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await paleTexts(browser), [], "on the sheet");
};

/**
 * Texts without enough contrast on white paper, which a browser prints without backgrounds.
 *
 * @param {import("../../browser/browser.js").Browser} browser
 */
function paleTexts(browser) {
  return browser.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("aftercare-consensus")?.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {string[]} */
    const pale = [];
    while (walker.nextNode()) {
      const place = /** @type {Element} */ (walker.currentNode.parentElement);
      const { color } = getComputedStyle(place);
      const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      if (place.getClientRects().length > 0 && 1.05 / (luminance + 0.05) < 4.5) {
        pale.push(`${color}: ${place.textContent}`);
      }
    }
    return pale;
  });
}
