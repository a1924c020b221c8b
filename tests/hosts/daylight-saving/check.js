import assert from "node:assert/strict";
import { answers } from "../../browser/assertions.js";

export const title = "a night on which the clocks go back counts an hour more";

export const clock = "2026-11-01T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await browser.until(async () => (await answers(browser)).length === 1, "a reader sees the answer");
  assert.match(await browser.text(), /15 hours after Dysport/);
  // The same moment with its offset is the same answer, whatever the visitor's zone.
  await browser.run(() =>
    document.querySelector("aftercare-consensus")?.setAttribute("treated-at", "2026-10-31T21:00Z"),
  );
  await browser.until(async () => /15 hours after Dysport/.test(await browser.text()), "with an offset");
  await browser.run(() =>
    document.querySelector("aftercare-consensus")?.setAttribute("treated-at", "2026-10-31T17:00+01:00"),
  );
  await browser.until(async () => /20 hours after Dysport/.test(await browser.text()), "of another zone");
};
