import assert from "node:assert/strict";
import { askByHours } from "../../browser/user-actions.js";
import { seesAnswer, seesListedAnswers } from "../../browser/assertions.js";

export const title = "the page in one file, from a mail, answers and names its sources without a network";

export const at = "file";

export const page = "widget/aftercare-offline.html";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await askByHours(browser, { treatment: "Dysport", hours: "14" });
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
  // All files of a device share one store, and a file's address leads nobody there.
  assert.equal((await browser.all("button", "Keep on this device")).length, 0, "a file keeps nothing");
  assert.equal((await browser.all("checkbox")).length, 0);
  assert.equal((await browser.all("button", "Share a link")).length, 0);
  assert.equal((await browser.all("button", "Print")).length, 1);
};
