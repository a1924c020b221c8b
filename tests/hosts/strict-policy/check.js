import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askByHours } from "../../browser/user-actions.js";
import { OWN_TEXT, seesAnswer, seesListedAnswers } from "../../browser/assertions.js";

export const title =
  "the README's lines on a page with the strictest policy give the answer, and break no policy";

/**
 * A page with nothing but the lines that the README tells a clinic to paste, as they stand there today.
 *
 * @param {string} out
 */
export function make(out) {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const [, lines] = readme.match(/```html\n([^]*?)```/) ?? [];
  assert.ok(lines?.includes("<script") && lines.includes(OWN_TEXT), "the README has lines to paste");
  const page = `<!doctype html><html lang="en"><head><title>Elm Street Clinic</title></head><body>\n${lines}</body></html>`;
  writeFileSync(join(out, "index.html"), page);
}

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await askByHours(browser, { treatment: "Dysport", hours: "14" });
  await seesAnswer(browser);
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
};
