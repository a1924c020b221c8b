import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a theme that resets every element and hides every div leaves the answer as it is";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const text = await seesAnswer(browser);
  assert.match(text, /Call your emergency number now if you have:/);
  const strange = await browser.run(() => {
    const shown = document
      .querySelector("aftercare-consensus")
      ?.shadowRoot?.querySelectorAll("h2, h3, p, li, dt");
    /** @type {string[]} */
    const found = [];
    for (const element of shown ?? []) {
      const { color, fontSize, letterSpacing, textAlign, textTransform, whiteSpace } =
        getComputedStyle(element);
      const isUsual =
        color !== "rgb(255, 105, 180)" &&
        parseFloat(fontSize) < 30 &&
        (parseFloat(letterSpacing) || 0) < 1 &&
        ["start", "left"].includes(textAlign) &&
        textTransform === "none" &&
        !whiteSpace.startsWith("pre");
      const box = element.getBoundingClientRect();
      const isInside = box.width === 0 || (box.left >= 0 && box.right <= innerWidth);
      if (!isUsual || !isInside) {
        found.push(
          [
            element.textContent,
            color,
            fontSize,
            letterSpacing,
            textAlign,
            textTransform,
            whiteSpace,
            box.right,
          ].join(),
        );
      }
    }
    return found;
  });
  assert.deepEqual(strange, [], "no text looks as the theme has it, and none sticks out");
};
