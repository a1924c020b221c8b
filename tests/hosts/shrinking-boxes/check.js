import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a theme with small letters, in boxes that shrink to what is in them, has cards that can be read";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser, { count: 5 });
  const looks = await browser.run(() =>
    [...document.querySelectorAll("aftercare-consensus")].map(({ shadowRoot }) => {
      const root = /** @type {Element} */ (shadowRoot?.querySelector(".root"));
      const { fontSize, textTransform, whiteSpace } = getComputedStyle(root);
      const { left, right, width } = root.getBoundingClientRect();
      const isInside = left >= 0 && right <= innerWidth;
      return { wide: width > 600, large: parseFloat(fontSize) >= 16, textTransform, whiteSpace, isInside };
    }),
  );
  const good = { wide: true, large: true, textTransform: "none", whiteSpace: "normal", isInside: true };
  assert.deepEqual(looks, [good, good, good, good, good]);
};
