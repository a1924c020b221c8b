/** Everybody can tell text and marks from what is behind them: the contrast of each pair that the style sheets make, in both themes. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import Color from "colorjs.io";

const root = readFileSync("www/style/root.css", "utf8");
const page = readFileSync("www/page.css", "utf8");

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what else has a meaning. */
const TEXT = 4.5;
const MARK = 3;

/**
 * The colours by their names, as each theme has them.
 *
 * @param {[name: string, light: string, dark: string][]} colours
 */
const themes = (colours) => ({
  light: new Map(colours.map(([name, light]) => [name, light])),
  dark: new Map(colours.map(([name, , dark]) => [name, dark])),
});

const element = themes(
  [...root.matchAll(/--_([a-z-]+): [^;]*light-dark\((#[\da-f]{3,6}), (#[\da-f]{3,6})\)/gi)].map(
    ([, name = "", light = "", dark = ""]) => [name, light, dark],
  ),
);
const [pageLight = "", pageDark = ""] = page.split("@media screen and (prefers-color-scheme: dark)");
/** @returns {[name: string, value: string][]} */
const named = (/** @type {string} */ css) =>
  [...css.matchAll(/^\s*--([a-z]+): (#[\da-f]{3,6});/gim)].map(([, name = "", value = ""]) => [name, value]);
const darkOnPage = new Map(named(pageDark.slice(0, pageDark.indexOf("}"))));
const around = themes(named(pageLight).map(([name, light]) => [name, light, darkOnPage.get(name) ?? light]));

/** The text, the marks and the edges of the element: on what each stands. */
const SOFT = ["fine-soft", "wait-soft", "even-soft", "none-soft"];
/** @type {[string, string[], number][]} */
const ELEMENT = [
  ["ink", ["surface", "ground", ...SOFT], TEXT],
  ["quiet", ["surface", "ground", ...SOFT], TEXT],
  ["accent", ["surface", "ground", ...SOFT], TEXT],
  ["alarm", ["surface"], TEXT],
  // A headline, its icon and its edge.
  ["fine", ["fine-soft", "surface"], TEXT],
  ["wait", ["wait-soft", "surface"], TEXT],
  ["even", ["even-soft", "surface"], TEXT],
  ["none", ["none-soft", "surface"], TEXT],
  // A button that is filled.
  ["surface", ["accent"], TEXT],
  // The frame of what can be filled in.
  ["edge", ["surface", ...SOFT], MARK],
  // The bars of the cards that say when to get help.
  ["white", ["bar-emergency", "bar-urgent", "bar-routine"], TEXT],
];
/** @type {[string, string[], number][]} */
const PAGE = [
  ["ink", ["paper", "surface"], TEXT],
  ["quiet", ["paper", "surface"], TEXT],
  ["accent", ["paper", "surface"], TEXT],
  ["alarm", ["paper", "surface"], TEXT],
  ["edge", ["surface"], MARK],
];

for (const theme of /** @type {const} */ (["light", "dark"])) {
  for (const [where, colours, pairs] of /** @type {const} */ ([
    ["the element", element[theme], ELEMENT],
    ["the page", around[theme], PAGE],
  ])) {
    describe(`${where} in the ${theme} theme`, () => {
      for (const [front, behind, least] of pairs) {
        it(`shows ${front} on ${behind.join(", ")}`, () => {
          for (const name of behind) {
            const [a, b] = [front, name].map((one) => {
              const value = one === "white" ? one : colours.get(one);
              assert.ok(value, `${one} has a value`);
              return new Color(value);
            });
            const contrast = a.contrast(b, "WCAG21");
            assert.ok(
              contrast >= least,
              `${front} on ${name}: ${contrast.toFixed(2)}, and ${least} is the least`,
            );
          }
        });
      }
    });
  }
}

describe("the pairs", () => {
  it("hold every colour that has a name, lines aside, which only part what belongs apart", () => {
    for (const [colours, pairs] of /** @type {const} */ ([
      [element.light, ELEMENT],
      [around.light, PAGE],
    ])) {
      const tried = new Set(pairs.flatMap(([front, behind]) => [front, ...behind]));
      assert.deepEqual(
        [...colours.keys()].filter((name) => name !== "line" && !tried.has(name)),
        [],
        "a new colour needs its pairs in this test",
      );
    }
  });

  it("are all there are: no rule has a colour of its own", () => {
    let sheets = root.slice(root.indexOf("\n* {")) + page.slice(page.indexOf("* {"));
    for (const name of readdirSync("www/style").filter((name) => name !== "root.css")) {
      sheets += readFileSync(`www/style/${name}`, "utf8");
    }
    // An error may stand outside of the root, where no name has a value.
    assert.doesNotMatch(
      sheets.replaceAll("var(--_alarm, #a4161a)", ""),
      /:\s*[^;]*(#[\da-f]{3,8}\b|\b(rgb|hsl)a?\(|oklch)/i,
    );
  });

  it("are the same on the page as in the element", () => {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      for (const [name, value] of around[theme]) {
        const own = element[theme].get(name);
        if (own) {
          assert.equal(value, own, `${name} in the ${theme} theme`);
        }
      }
    }
  });
});

describe("a browser that knows no light-dark()", () => {
  it("has the light theme", () => {
    const [before = ""] = root.split("@supports");
    for (const [name, light] of element.light) {
      assert.match(before, new RegExp(`--_${name}: [^;]*${light}\\)*;`), name);
    }
  });
});
