/** Our own page has its form before any script, in its language, the same whatever machine built it and on whatever day. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { dist } from "./dist.js";

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, dist), "utf8");
/** @param {string} page */
const formOf = (page) =>
  /<aftercare-consensus ask data-prerendered="[^"]+">\s*<template shadowrootmode="open">([^]*?)<\/template>/.exec(
    page,
  )?.[1] ?? "";
const root = new URL("../../", import.meta.url);

for (const [name, lang, words] of /** @type {const} */ ([
  ["index.html", "en", ["Treatment", "When were you treated?", "Show the answer"]],
  ["index.es.html", "es", ["Tratamiento", "Ver la respuesta"]],
])) {
  it(`${name} has it, in words of its own language`, () => {
    const form = formOf(read(name));
    assert.ok(form.startsWith('<link rel="stylesheet" href="prerendered.css" />'), form.slice(0, 100));
    assert.match(form, new RegExp(`<div [^>]*lang="${lang}"`));
    for (const word of words) {
      assert.ok(form.includes(`>${word}<`), word);
    }
    assert.doesNotMatch(form, /\bstyle=|<style|<script|\son[a-z]+=/);
    assert.doesNotMatch(form, / disabled| max=/, "nothing depends on the time of day");
  });

  it(`${name} is the same wherever it is built`, () => {
    const pack = lang === "en" ? [] : ["--import", new URL(`aftercare-consensus.${lang}.js`, dist).href];
    const program = fileURLToPath(new URL("target/www/generated/prerender.mjs", root));
    const drawn = execFileSync(process.execPath, [...pack, program, lang], {
      env: { ...process.env, TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8" },
      encoding: "utf8",
    });
    assert.ok(formOf(read(name)).endsWith(drawn), "as on a machine of another zone and language");
  });
}

it("the page in one file has none, since its script is there with it", () => {
  for (const name of ["aftercare-offline.html", "aftercare-offline.es.html"]) {
    assert.doesNotMatch(read(name), /<template|data-prerendered="/);
  }
});
