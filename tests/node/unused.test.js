/** What nobody sees is not shipped: no style, no label that no part of the view uses. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** All files of some folders. @param {...string} folders */
const read = (...folders) =>
  folders
    .flatMap((folder) => readdirSync(`${root}${folder}`).map((name) => `${root}${folder}/${name}`))
    .map((name) => readFileSync(name, "utf8"))
    .join("\n");

const sources = read("www/view", "www/element", "www/core");

/** Whether the sources have a name as it is, or its beginning before what is put into a template. @param {string} name */
const isUsed = (name) =>
  new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(sources) ||
  [...name.matchAll(/-/g)].some(({ index }) => sources.includes(`${name.slice(0, index + 1)}\${`));

describe("what is shipped", () => {
  it("has no class in the style sheet that no part of the view has", () => {
    const classes = read("www/style")
      .replace(/\/\*[^]*?\*\//g, "")
      .matchAll(/\.(?!css")([a-z][\w-]*)/g);
    const unused = new Set([...classes].map(([, name]) => name).filter((name) => !isUsed(name)));
    // What the core says: how a stance is drawn.
    unused.delete("untimed");
    assert.deepEqual([...unused], []);
  });

  it("has no label that no part of the view shows", () => {
    const generated = readFileSync(`${root}target/www/generated/labels.ts`, "utf8");
    const labels = JSON.parse(generated.replace(/^.* labels = |;\s*$/g, ""));
    const groups = Object.values(/** @type {Record<string, object>} */ (labels));
    const unused = groups.flatMap((group) => Object.keys(group)).filter((name) => !isUsed(name));
    assert.deepEqual(unused, []);
  });
});
