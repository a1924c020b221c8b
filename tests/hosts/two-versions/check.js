import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownerReads, seesAnswer } from "../../browser/assertions.js";

export const title = "a site that loads two versions shows the answer of the first, and its owner is told";

/**
 * The same script with the number of an older version.
 *
 * @param {string} out
 * @param {string} dist
 */
export function make(out, dist) {
  const name = "aftercare-consensus.iife.js";
  const { version } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const script = readFileSync(join(dist, name), "utf8");
  const old = script.replaceAll(version, "0.0.1");
  assert.notEqual(old, script, "the script holds its version");
  mkdirSync(join(out, "old"), { recursive: true });
  writeFileSync(join(out, "old", name), old);
}

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser);
  await ownerReads(browser, /This page loads two versions of this tool: 0\.0\.1\S* and /);
  assert.equal(await browser.run(() => document.documentElement.dataset.code), "two_versions");
};
