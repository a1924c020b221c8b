/** Each snippet of docs/javascript.md is a part of a project that `cargo xtask test --apps` builds and opens. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("docs/javascript.md", root), "utf8");

/** Lines without what only places them. @param {string} code */
const lines = (code) =>
  code
    .split("\n")
    .map((line) => line.trim())
    .join("\n");

describe("docs/javascript.md", () => {
  const blocks = [...text.matchAll(/(?:<!-- (tests\/apps\/\S+) -->\n\n)?```(\w*)\n([^]*?)\n```/g)];
  const snippets = blocks.filter(([, , language]) => language);

  it("has a snippet for each kind of project, and says of each where it is from", () => {
    assert.ok(snippets.length > 12, `${snippets.length} snippets`);
    for (const [, path, , code] of snippets) {
      assert.ok(path, `no project is named before\n${code}`);
    }
  });

  for (const [, path, , code] of snippets) {
    it(`shows what is in ${path}`, () => {
      const source = readFileSync(new URL(path, root), "utf8");
      assert.ok(lines(source).includes(lines(code)), `${path} has no\n${code}`);
    });
  }
});
