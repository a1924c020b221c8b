import assert from "node:assert/strict";
import { OWN_TEXT } from "../../browser/assertions.js";

export const title =
  "a patient who flies from London to Dubai reads each time on the clock there, as after a reload, at the next look";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  const read = async (/** @type {RegExp} */ time) => {
    await browser.until(async () => time.test(await browser.text()), `a time is ${time}`);
    await (await browser.summary()).click();
    await browser.settled();
    const text = await browser.text();
    assert.ok(!text.includes(OWN_TEXT), text);
    return text;
  };
  const inLondon = await read(/5:00\sPM/);
  // The list is closed again with the next reading.
  await (await browser.summary()).click();
  for (const event of ["visibilitychange", "pageshow", "focus"]) {
    await browser.run((/** @type {string} */ type) => {
      dispatchEvent(new Event("travel"));
      (type === "visibilitychange" ? document : window).dispatchEvent(new Event(type));
    }, event);
    const inDubai = await read(/9:00\sPM/);
    assert.notEqual(inDubai, inLondon);
    await browser.open("/hosts/another-zone/index.html?in=dubai");
    assert.equal(inDubai, await read(/9:00\sPM/), `after ${event}`);
    await browser.open("/hosts/another-zone/index.html");
    await browser.until(async () => /5:00\sPM/.test(await browser.text()), "the next visit begins in London");
  }
};
