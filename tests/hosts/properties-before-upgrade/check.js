import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a framework that sets properties before the script has come gets the answer to them";

export const clock = "2026-11-22T07:00";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser, { treatment: "dysport", hours: 14, treatedAt: "17:00" });
  const attributes = await browser.run(() => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  });
  assert.deepEqual(attributes, {
    treatment: "dysport",
    "treated-at": "2026-11-21T17:00",
    clinic: "Elm Street Clinic",
    compact: "",
  });
};
