import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title = "a page with the language pack of another version shows English, and its owner is told";

/**
 * The language pack with the number of an older version.
 *
 * @param {string} out
 * @param {string} dist
 */
export function make(out, dist) {
  const name = "aftercare-consensus.es.js";
  const { version } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const pack = readFileSync(join(dist, name), "utf8");
  const old = pack.replaceAll(version, "0.0.1");
  assert.notEqual(old, pack, "the pack holds its version");
  mkdirSync(join(out, "old"), { recursive: true });
  writeFileSync(join(out, "old", name), old);
}

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /aftercare-consensus\.es\.js is refused/);
  const { code, message } = await browser.run(() => ({ ...document.documentElement.dataset }));
  assert.equal(code, "unknown_language");
  assert.match(String(message), /aftercare-consensus\.es\.js/);
};
