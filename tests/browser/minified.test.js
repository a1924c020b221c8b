/**
 * The script as a site's optimiser leaves it: minified, put into one file with others, put off, or
 * switched on by a consent manager. A patient has the same answer.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { minify as swc } from "@swc/core";
import { minify as terser } from "terser";
import { OWN_TEXT, seesAnswer } from "./assertions.js";
import { startBrowser } from "./browser.js";
import { Site } from "./site.js";

const script = readFileSync(new URL("../../dist/aftercare-consensus.iife.js", import.meta.url), "utf8");
const hooks = readFileSync(new URL("hooks.js", import.meta.url));

/** Runs a program that reads a script and writes it. */
const through = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
  execFileSync(program, args, { input: script, encoding: "utf8", maxBuffer: 2 ** 25 });

// Those without types.
const load = createRequire(import.meta.url);
const { jsmin } = load("jsmin");
const uglify = load("uglify-js");
const closure = load.resolve("google-closure-compiler-linux/compiler");
const rjsmin = "import rjsmin, sys; sys.stdout.write(rjsmin.jsmin(sys.stdin.read()))";

/** @type {[name: string, minify: () => string | Promise<string>][]} */
const minifiers = [
  ["Terser", async () => (await terser(script)).code ?? ""],
  ["UglifyJS", () => uglify.minify(script).code],
  ["SWC", async () => (await swc(script, { compress: true, mangle: true, module: false })).code],
  ["Google’s Closure", () => through(closure, "--compilation_level=SIMPLE", "--warning_level=QUIET")],
  ["rjsmin", () => through("/usr/bin/python3", "-c", rjsmin)],
  ["JSMin", () => jsmin(script, 3)],
];

const tag = '<script src="script.js"></script>';

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Site} */
let site;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
  site = await new Site(new Map()).start();
});
after(async () => {
  await browser?.end();
  await site?.stop();
});

/**
 * A clinic's page with a script.
 *
 * @param {string} source of `script.js`
 * @param {string} [tags] that load it
 */
async function open(source, tags = tag) {
  const page = `<!doctype html><html lang="en"><head><script src="hooks.js"></script><meta charset="utf-8">
    <title>Aftercare - Elm Street Clinic</title><link rel="icon" href="data:,"></head><body>${tags}
    <aftercare-consensus treatment="dysport" hours="14">${OWN_TEXT}</aftercare-consensus></body></html>`;
  const files = { "index.html": page, "script.js": source };
  site.files = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  site.files.set("hooks.js", hooks);
  await browser.open(site.address());
}

/** The whole card of the element, as JSON. */
const card = () =>
  browser.run(async () => {
    const element = document.querySelector("aftercare-consensus");
    await Reflect.get(element ?? {}, "ready");
    return JSON.stringify(Reflect.get(element ?? {}, "guidance"));
  });

/** A patient sees what they would see with the script as it is published. */
async function seesSameAnswer() {
  await seesAnswer(browser);
  assert.equal(await card(), published, "the card is that of the published script");
  await browser.assertQuiet();
}

/** The card of the script as it is. */
let published = "";

describe("a patient has the answer of the published script", () => {
  before(async () => {
    await open(script);
    await seesAnswer(browser);
    published = await card();
    assert.match(published, /"hoursElapsed":14/);
  });

  for (const [name, minify] of minifiers) {
    it(`where ${name} has minified it`, async () => {
      const minified = await minify();
      assert.notEqual(minified, script);
      await open(minified);
      await seesSameAnswer();
    });
  }

  it("where it is in one file with others", async () => {
    await open(
      `"use strict";\nvar menu = function () { return this }\n${script}\n(function () { menu() })()`,
    );
    await seesSameAnswer();
  });

  it("where it is in one file with others, each in a function and a try", async () => {
    await open(`try {\n!function () {\n${script}\n}();\n} catch (error) {\nconsole.error(error);\n}`);
    await seesSameAnswer();
  });

  it("where it is deferred", async () => {
    await open(script, '<script src="script.js" defer></script>');
    await seesSameAnswer();
  });

  const later = `const old = document.querySelector("[data-later]");
    const script = document.createElement("script");
    script.src = old.dataset.later;
    old.replaceWith(script);`;

  it("once they touch the page, where it is put off until then", async () => {
    await open(
      script,
      `<script type="text/plain" data-later="script.js"></script>
       <script>addEventListener("pointerdown", () => { ${later} }, { once: true });</script>`,
    );
    assert.match(await browser.text(), new RegExp(OWN_TEXT));
    await browser.run(() => {
      document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    });
    await seesSameAnswer();
  });

  it("once a consent manager has changed its type back", async () => {
    await open(
      script,
      `<script type="text/plain" data-later="script.js"></script>
       <script>addEventListener("load", () => { ${later} });</script>`,
    );
    await seesSameAnswer();
  });

  it("once a consent manager has run it as text", async () => {
    await open(
      script,
      `<script>addEventListener("load", async () => {
         const script = document.createElement("script");
         script.textContent = await (await fetch("script.js")).text();
         document.body.append(script);
       });</script>`,
    );
    await seesSameAnswer();
  });

  it("where a tag manager takes every data- attribute away", async () => {
    await open(
      script,
      `<script>addEventListener("load", () => {
         for (const element of document.querySelectorAll("*")) {
           for (const name of element.getAttributeNames()) {
             if (name.startsWith("data-")) element.removeAttribute(name);
           }
         }
         const script = document.createElement("script");
         script.async = true;
         script.src = "script.js";
         document.head.insertBefore(script, document.head.firstChild);
       });</script>`,
    );
    await seesSameAnswer();
  });
});

it("a patient reads the clinic’s own text, and its owner the browser’s error, where an optimiser has cut the script", async () => {
  await open(script.slice(0, script.length / 2));
  assert.match(await browser.text(), new RegExp(OWN_TEXT));
  const said = await browser.run(() => /** @type {string[]} */ ([...Reflect.get(window, "__said")]));
  assert.equal(said.length, 1);
  assert.match(String(said[0]), /SyntaxError|Unexpected/);
});
