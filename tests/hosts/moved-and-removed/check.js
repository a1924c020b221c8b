import assert from "node:assert/strict";
import { seesAnswer } from "../../browser/assertions.js";

export const title = "a site that moves, removes and brings back the element is left with nothing running";

export const clock = "2026-11-22T07:00";

const QUESTION = { treatment: "dysport", hours: 14, treatedAt: "17:00" };

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const running = () => browser.run(() => Reflect.get(window, "running"));
  await seesAnswer(browser, QUESTION);
  const alone = await running();
  assert.deepEqual(
    alone,
    { timers: 1, listeners: ["beforeprint", "focus", "pageshow", "visibilitychange"] },
    "one timer, and an ear",
  );

  await browser.run(() => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    for (let round = 0; round < 20; round += 1) {
      document.querySelector(round % 2 ? "main" : "aside")?.append(element);
    }
  });
  await seesAnswer(browser, QUESTION);
  assert.deepEqual(await running(), alone, "moved twenty times it runs as before");

  await browser.run(async () => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    Reflect.set(window, "kept", element);
    element.remove();
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  });
  assert.deepEqual(await running(), { timers: 0, listeners: [] }, "removed it leaves nothing running");

  await browser.run(() => document.body.append(Reflect.get(window, "kept")));
  await seesAnswer(browser, QUESTION);
  assert.deepEqual(await running(), alone, "brought back it runs as before");
};
