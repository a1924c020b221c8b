import assert from "node:assert/strict";
import { answers, seesAnswer } from "../../browser/reader.js";

export const title = "a theme that resets every element and hides every div leaves the answer as it is";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const text = await seesAnswer(browser);
  assert.match(text, /Call your emergency number now for:/);
  const [heading] = await answers(browser);
  const look = await browser.run((/** @type {Element} */ node) => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    return {
      spacing: parseFloat(style.letterSpacing) || 0,
      transform: style.textTransform,
      space: style.whiteSpace,
      align: style.textAlign,
      big: parseFloat(style.fontSize) > 30,
      inside: box.width > 100 && box.left >= 0 && box.right <= innerWidth,
    };
  }, heading);
  assert.ok(look.spacing < 1, "letters stand as they should");
  assert.deepEqual(
    { ...look, spacing: 0 },
    { spacing: 0, transform: "none", space: "normal", align: "start", big: false, inside: true },
  );
};
