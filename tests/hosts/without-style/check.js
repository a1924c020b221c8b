import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title =
  "a visitor whose browser takes no style sheet of a script reads the answer in its order, with icons no larger than a line";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const text = await seesAnswer(browser);
  const parts = [
    "Call Elm Street",
    "Most say it’s OK from",
    "say to wait",
    "Doctors",
    "Hour by hour",
    "When to get help",
  ];
  const places = parts.map((part) => text.indexOf(part));
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
    parts.join(),
  );
  assert.ok(!places.includes(-1), text);
  const drawn = await browser.run(() => {
    const root = document.querySelector("aftercare-consensus")?.shadowRoot;
    return [...(root?.querySelectorAll("svg") ?? [])].map((drawing) => {
      const { height } = drawing.getBoundingClientRect();
      const { fill } = getComputedStyle(drawing);
      return { icon: drawing.matches(".icon"), height, fill };
    });
  });
  for (const { icon, height, fill } of drawn) {
    assert.ok(height <= (icon ? 24 : 80), `a drawing is ${height} high`);
    assert.ok(!icon || fill === "none", "an icon is lines");
  }
};
