/** What the documents say is so: the README's example runs, and files and tests that are named are there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { it } from "node:test";
import { manifest, module } from "./dist.js";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

/** @param {string} language */
function block(language) {
  const found = readme.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``));
  assert.ok(found, `the README has a block of ${language}`);
  return found[1];
}

it("the example gives the card that stands under it", async () => {
  const { guidance } = await module();
  const code = block("js");
  const names = code.match(/const (\{[^}]+\}) = guidance/)?.[1];
  const body = code.slice(code.indexOf("const {"));
  const run = new Function("guidance", `${body} return ${names};`);
  assert.deepEqual(JSON.parse(JSON.stringify(run(guidance))), JSON.parse(block("json")));
});

it("pastes the lines that the page on how to install it has, which the browser suite tries", () => {
  const page = readFileSync(new URL("dist/install.html", root), "utf8");
  const [, pasted] = page.match(/<pre><code>([^]*?)<\/code>/) ?? [];
  const lines = block("html").replace(/^ {3}/gm, "").trim();
  assert.equal(lines, pasted.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
});

it("gives the size of the script that a clinic pastes", () => {
  const { brotli } = manifest.files["aftercare-consensus.iife.js"];
  assert.ok(readme.includes(`${(brotli / 1000).toFixed(1)} kB`), `${brotli} bytes of brotli`);
});

/**
 * Whether a file has a test of this title: a function of Rust, or a whole title in JavaScript.
 *
 * @param {URL} file
 * @param {string} title
 */
function hasTest(file, title) {
  const source = readFileSync(file, "utf8").replace(/\s+/g, " ");
  return file.pathname.endsWith(".rs")
    ? new RegExp(`#\\[test\\] fn ${title}\\(`).test(source)
    : ["it(", "title = "].some((call) =>
        ['"', "`", "'"].some((quote) => source.includes(`${call}${quote}${title}${quote}`)),
      );
}

for (const name of ["README.md", "SECURITY.md", "CONTRIBUTING.md", "data/README.md"]) {
  it(`${name} names only files that exist, and only tests that they have`, () => {
    const page = new URL(name, root);
    const links = readFileSync(page, "utf8").matchAll(/\]\(((?!https?:)[^)#]+)[^)]*\)(?:: "([^"]+)")?/g);
    for (const [, path, title] of links) {
      const file = new URL(path, page);
      assert.ok(existsSync(file), `${path} is there`);
      assert.ok(!title || hasTest(file, title), `${path} has the test "${title}"`);
    }
  });
}

it("SECURITY.md shows a test for each line of the threat model, for each of those who attack", () => {
  const [, model] =
    readFileSync(new URL("SECURITY.md", root), "utf8").match(/## The threat model([^]*?)\n## /) ?? [];
  const [, ...attackers] = (model ?? "").split("\n### ");
  assert.deepEqual(
    attackers.map((section) => section.split(/[\n,]/)[0]),
    [
      "A hostile host page",
      "A hostile attribute",
      "A hostile link",
      "A hostile frame parent",
      "A hostile contributor of data",
      "A compromised CDN",
    ],
  );
  for (const section of attackers) {
    const rows = section.split("\n").filter((line) => /^\| (?!---|with what)/.test(line));
    assert.ok(rows.length > 2, section);
    for (const row of rows) {
      assert.match(row, /\[[\w.-]+\]\([\w/.-]+\): "[^"]+" \|$/);
    }
  }
});
