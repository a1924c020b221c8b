import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a page that has work of its own does it between the steps of the first answer";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  const done = await browser.run(() => Reflect.get(window, "doneBefore"));
  // On a fast machine, short steps share a task.
  assert.ok(done >= 2, `${done} tasks of the page came before the answer`);
};
