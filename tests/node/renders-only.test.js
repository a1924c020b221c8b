/** TypeScript renders: it computes no number, decides no status and writes no sentence. All that is the core's. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const www = fileURLToPath(new URL("../../www/", import.meta.url));

/** Sources that a reader sees something of; `core` has the sentences for programs, and copies options. */
const files = readdirSync(www, { recursive: true, encoding: "utf8" })
  .filter((name) => /^(element|embed|page|view)\/.*\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
  .toSorted();

/** @param {string} name */
const source = (name) => readFileSync(`${www}${name}`, "utf8");

/** Without types and comments; texts between tags are strings. @param {string} name */
const code = (name) =>
  transformSync(source(name), {
    loader: name.endsWith("x") ? "tsx" : "ts",
    jsx: "automatic",
    jsxImportSource: "preact",
    minifyWhitespace: true,
  }).code;

/** The texts of strings and templates, without what is put into these. Errors are for programmers. @param {string} name */
const strings = (name) =>
  [
    ...code(name)
      .replace(/new Error\("[^"]*"\)|`aftercare-consensus: [^`]*`|\bclass:(?:\w+=)?(?:"[^"]*"|`[^`]*`)/g, "")
      .matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g),
  ].map(([, double, single, template]) => (double ?? single ?? template).replace(/\$\{[^}]*\}/g, " "));

const css = readdirSync(`${www}style`)
  .map((name) => readFileSync(`${www}style/${name}`, "utf8"))
  .join("\n");

/** What stands in a `class`, a selector or a `rel`, and in no sentence. */
const WORDS = new Set([
  ...[...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name),
  ...["noreferrer", "noopener", "utf", "charset", "import"],
]);

/** Two words or more, one of which is in no `class`. @param {string} text */
const isSentence = (text) => {
  const words = text.match(/(?<![\p{L}\p{N}.#_-])\p{L}{2,}(?:-\p{L}+)*/gu) ?? [];
  return words.length > 1 && /\p{L}{2,},? \p{L}/u.test(text) && words.some((word) => !WORDS.has(word));
};

/** What the console says where the core cannot: to the site's owner, on what the page loads. */
const FOR_OWNERS =
  /aftercare-consensus\. \.js|^lang is " ", whose words are not loaded|^ {2}is refused: {2}$|^This page loads two versions|^< > has no end tag/;

/** What is not shown: pixels of the screen, milliseconds of a timer, the decimals of an attribute; a date that somebody has typed, in words; and a format that is made to load the browser's calendar, and not used. @type {Record<string, string[]>} */
const COMPUTES = {
  "element/attributes.ts": ["Math.round"],
  "element/element.ts": ["Intl.DateTimeFormat"],
  "element/clock.ts": ["Math.max", "Math.min"],
  "embed/embed.ts": ["Math.ceil"],
  "embed/frame.ts": ["Math.ceil"],
  "page/card.ts": ["Intl.DateTimeFormat"],
  "view/Chart.tsx": ["Math.floor", "Math.max", "Math.min"],
  "view/parts.ts": ["Math.floor"],
  "view/state.ts": ["Math.min"],
};

const STATUSES = "wait|mostly_wait|divided|mostly_fine|fine|not_enough|silent|untimed";

it("there are sources to look at", () => {
  assert.ok(files.length > 15, files.join(", "));
});

describe("what a reader sees comes from the core or from the labels", () => {
  for (const name of files) {
    it(`${name} writes no sentence`, () => {
      const written = strings(name).filter((text) => !FOR_OWNERS.test(text));
      assert.deepEqual(written.filter(isSentence), []);
    });

    it(`${name} computes no number`, () => {
      const computes =
        /\b(?:Math\.\w+|parseInt|parseFloat|Number\(|toFixed|toPrecision|toLocale\w+|Intl\.\w+)/g;
      const found = new Set(code(name).match(computes));
      assert.deepEqual([...found].sort(), COMPUTES[name] ?? []);
    });

    it(`${name} decides no status`, () => {
      const decides = new RegExp(`(?:[=!]==?"(?:${STATUSES})"|"(?:${STATUSES})"[=!]==?)`, "g");
      assert.deepEqual(code(name).match(decides) ?? [], []);
      assert.doesNotMatch(code(name), /[<>]=?\.?\d*\.\d|\btally\b/, "no threshold");
    });
  }
});
