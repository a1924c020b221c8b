import assert from "node:assert/strict";
import { answers, OWN_TEXT, seesAnswer } from "../../browser/assertions.js";
import { module } from "../../node/dist.js";

const { guidance } = await module();

export const title = "a patient who prints the clinic's page takes the answer and the red flags home";

export const needs = "print";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await browser.emulate({ medium: "print" });
  await browser.run(() => dispatchEvent(new Event("beforeprint")));
  await browser.one("heading", "When can I exercise after Dysport?");
  const text = await browser.text();
  for (const { name, tally } of guidance("dysport", 14).panels) {
    const line = text.split("\n").find((one) => one.startsWith(`${name} (`)) ?? "";
    assert.match(line, new RegExp(`\\b${tally.wait} say wait`), `how many ${name} say wait`);
    assert.match(line, new RegExp(`\\b${tally.fine} say OK`), `how many ${name} say OK`);
  }
  assert.match(text, /14 hours after the treatment/, "it says when that was");
  assert.match(text, /Call your emergency number now if you have:/);
  assert.doesNotMatch(text, /Home, Treatments/, "it is the page as it is printed");
  assert.ok(!text.includes(OWN_TEXT), "the text inside the element gives way to the answer");
  const printed = await answers(browser);
  assert.equal(printed.length, 1, "the answer is there once");
  const box = await browser.run(
    (/** @type {Element} */ node) => node.getBoundingClientRect().toJSON(),
    printed[0],
  );
  assert.ok(box.left >= 0 && box.right <= 800, "and it fits");
};
