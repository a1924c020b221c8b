/** The README's example is what a stranger pastes: it runs, and says what it is said to say. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { it } from "node:test";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

/** @param {string} language */
function block(language) {
  const found = readme.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``));
  assert.ok(found, `the README has a block of ${language}`);
  return found[1];
}

it("the example gives the card that stands under it", async () => {
  const { init, guidance } = await import(new URL("dist/aftercare-consensus.js", root).href);
  await init(readFileSync(new URL("dist/aftercare-consensus.wasm", root)));
  const code = block("js");
  const names = code.match(/const (\{[^}]+\}) = guidance/)?.[1];
  const body = code.slice(code.indexOf("const {"));
  const run = new Function("guidance", `${body} return ${names};`);
  assert.deepEqual(JSON.parse(JSON.stringify(run(guidance))), JSON.parse(block("json")));
});

it("names only files that exist", () => {
  for (const [, path] of readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)) {
    assert.ok(existsSync(new URL(path, root)), `${path} is there`);
  }
});
