/** Another language than English: whoever reads it loads it, and nobody else. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bytes, dist, manifest, text } from "./dist.js";

const packs = Object.keys(manifest.files).filter((name) => /-words-.*\.txt$/.test(name));
const idOf = (/** @type {string} */ name) => name.split(".").at(-2) ?? "";

let copies = 0;

/** A module that has loaded no language yet. */
async function fresh() {
  copies += 1;
  /** @type {typeof import("../../www/module.d.ts")} */
  const api = await import(new URL(`aftercare-consensus.js?languages${copies}`, dist).href);
  await api.init(bytes("aftercare-consensus.wasm"));
  return api;
}

describe("what an English reader loads", () => {
  it("has no sentence of another language in it", () => {
    assert.ok(packs.length > 0, "there is another language");
    const loaded = [
      "aftercare-consensus.wasm",
      "aftercare-consensus.js",
      "page.js",
      "index.html",
      "sources.html",
    ];
    const all = loaded.map((name) => bytes(name).toString("utf8")).join("\n");
    for (const pack of packs) {
      // What stands between the placeholders of each line.
      const sentences = text(pack)
        .split(/\p{Cc}/u)
        .map((part) => part.trim())
        .filter((part) => part.includes(" ") && part.length > 12);
      assert.ok(sentences.length > 100, pack);
      assert.deepEqual(
        sentences.filter((sentence) => !/^[\d ]+$/.test(sentence) && all.includes(sentence)),
        [],
        `a patient on a phone pays for ${pack} and does not read it`,
      );
    }
  });

  it("is the same script that the pages in other languages load", () => {
    for (const pack of packs) {
      assert.match(text(`index.${idOf(pack)}.html`), /src="aftercare-consensus\.iife\.js"/);
    }
  });
});

describe("loadLanguage", () => {
  for (const pack of packs) {
    const lang = idOf(pack);

    it(`brings ${lang}, by its code or that of a region, once`, async () => {
      const { GuidanceError, catalog, guidance, loadLanguage } = await fresh();
      const before = catalog();
      assert.ok(
        before.languages.some(({ id }) => id === lang),
        "the catalog names it before it is loaded",
      );
      assert.throws(
        () => guidance("dysport", 14, { lang }),
        (error) => {
          assert.ok(error instanceof GuidanceError);
          assert.equal(error.code, "unknown_language");
          assert.ok(error.message.includes(`await loadLanguage("${lang}") first`), error.message);
          return true;
        },
      );
      await Promise.all([loadLanguage(`${lang}-XX`), loadLanguage(lang)]);
      await loadLanguage(lang);
      const card = guidance("dysport", 14, { lang });
      const english = guidance("dysport", 14);
      assert.notEqual(card.summary, english.summary);
      assert.deepEqual(
        card.panels.map(({ tally, status }) => ({ tally, status })),
        english.panels.map(({ tally, status }) => ({ tally, status })),
      );
      assert.deepEqual(catalog(), before, "and English is as it was");
    });

    it(`gives the texts of the answers in ${lang} whether or not its words are there`, async () => {
      const { details } = await fresh();
      const [own, english] = [await details(lang), await details()];
      assert.equal(own.length, english.length);
      assert.notEqual(own[0].kind, english[0].kind);
      assert.equal(own[0].summary, english[0].summary, "the summaries are in English");
    });
  }

  it("has nothing to do for English, and refuses a language without words", async () => {
    const { GuidanceError, loadLanguage } = await fresh();
    await loadLanguage("en-GB");
    for (const lang of ["tlh", "", "en-", 5, null, undefined, {}]) {
      await assert.rejects(
        loadLanguage(/** @type {any} */ (lang)),
        (error) => error instanceof GuidanceError && error.code === "unknown_language",
        `${lang}`,
      );
    }
  });
});
