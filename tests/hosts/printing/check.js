import assert from "node:assert/strict";
import { answers, seesAnswer } from "../../browser/assertions.js";

export const title = "a patient who prints the clinic's page takes the answer and the red flags home";

export const needs = "print";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await browser.emulate({ medium: "print" });
  await browser.run(() => dispatchEvent(new Event("beforeprint")));
  const text = await seesAnswer(browser);
  assert.match(text, /Call your emergency number now if you have:/);
  assert.doesNotMatch(text, /Home, Treatments/, "it is the page as it is printed");
  const [heading] = await answers(browser);
  const box = await browser.run(
    (/** @type {Element} */ node) => node.getBoundingClientRect().toJSON(),
    heading,
  );
  assert.ok(box.left >= 0 && box.right <= 800, "and it fits");
};
