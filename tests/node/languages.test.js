/** Another language than English: whoever reads it loads it, and nobody else. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { bytes, manifest, module, registerLanguage, text } from "./dist.js";

/** @typedef {{ version: string, words: { id: string }, labels: object }} Pack */

const KEY = "aftercare-consensus.languages";

const languages = Object.keys(manifest.files).flatMap((name) => {
  const lang = /^aftercare-consensus\.(\w\w)\.js$/.exec(name)?.[1];
  return lang ? [lang] : [];
});

/**
 * The pack that a script registers.
 *
 * @param {string} lang
 * @returns {Pack}
 */
function packOf(lang) {
  const world = vm.createContext({});
  vm.runInContext(text(`aftercare-consensus.${lang}.js`), world);
  const [pack, ...others] = vm.runInContext(`globalThis[Symbol.for("${KEY}")]`, world);
  assert.deepEqual(others, []);
  return JSON.parse(JSON.stringify(pack));
}

/** Registers a pack as its script does. @param {unknown} pack */
const push = (pack) => Reflect.get(globalThis, Symbol.for(KEY)).push(pack);

let copies = 0;

/** A copy of the module with a state of its own. */
async function fresh() {
  copies += 1;
  return module(`?languages${copies}`);
}

/** @param {unknown} value @returns {string[]} */
const strings = (value) =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

describe("what an English reader loads", () => {
  it("has no sentence of another language in it", () => {
    assert.ok(languages.length > 0, "there is another language");
    const loaded = [
      "aftercare-consensus.iife.js",
      "aftercare-consensus.wasm",
      "split.js",
      "page.js",
      "index.html",
    ];
    const all = loaded.map((name) => bytes(name).toString("utf8")).join("\n");
    for (const lang of languages) {
      const { words, labels } = packOf(lang);
      // What stands between the placeholders of each text.
      const sentences = strings({ words, labels })
        .flatMap((text) => text.split(/\{[\w-]+\}/))
        .map((part) => part.trim())
        .filter((part) => part.includes(" ") && part.length > 12);
      assert.ok(sentences.length > 100, lang);
      assert.deepEqual(
        sentences.filter((sentence) => all.includes(sentence)),
        [],
        `a patient on a phone pays for ${lang} and does not read it`,
      );
    }
  });

  it("is the same script that the pages in other languages load, which load one more", () => {
    for (const lang of languages) {
      const scripts = (/** @type {string} */ name) =>
        [...text(name).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
      assert.deepEqual(
        scripts(`index.${lang}.html`).toSorted(),
        [...scripts("index.html"), `aftercare-consensus.${lang}.js`].toSorted(),
      );
    }
  });
});

describe("a language pack", () => {
  for (const lang of languages) {
    it(`of ${lang} is a script that works as a classic one and as an import, and of this version`, () => {
      assert.doesNotMatch(text(`aftercare-consensus.${lang}.js`), /^\s*(import|export)\b/m);
      const { version, words } = packOf(lang);
      assert.equal(version, `${manifest.version}+${manifest.corpus}`);
      assert.equal(words.id, lang);
    });

    it(`of ${lang} is registered by its import, whether it comes first or last`, async () => {
      const before = await fresh();
      const english = before.guidance("dysport", 14);
      const catalog = before.catalog();
      assert.ok(
        catalog.languages.some(({ id }) => id === lang),
        "the catalog names it before it is registered",
      );
      assert.throws(
        () => before.guidance("dysport", 14, { lang }),
        (error) => {
          assert.ok(error instanceof before.GuidanceError);
          assert.equal(error.code, "unknown_language");
          assert.ok(error.message.includes(`aftercare-consensus.${lang}.js`), error.message);
          return true;
        },
      );
      await registerLanguage(lang);
      for (const api of [before, await fresh()]) {
        for (const asked of [lang, `${lang}-XX`]) {
          const card = api.guidance("dysport", 14, { lang: asked });
          assert.notEqual(card.summary, english.summary);
          assert.deepEqual(
            card.panels.map(({ tally, status }) => ({ tally, status })),
            english.panels.map(({ tally, status }) => ({ tally, status })),
          );
        }
        assert.deepEqual(api.catalog(), catalog, "and English is as it was");
        const [own, original] = [await api.details(lang), await api.details()];
        assert.equal(own.length, original.length);
        assert.notEqual(own[0].kind, original[0].kind);
        assert.equal(own[0].summary, original[0].summary, "the summaries are in English");
      }
    });
  }

  it("that is damaged or of another version changes nothing, and a sound one after it is taken", async () => {
    const [lang] = languages;
    Reflect.deleteProperty(globalThis, Symbol.for(KEY));
    const api = await fresh();
    const ask = () => JSON.stringify([api.guidance("dysport", 14), api.catalog()]);
    const honest = ask();
    const sound = packOf(lang);
    const { id, ...wordless } = sound.words;
    for (const pack of [
      { ...sound, version: "0.0.1" },
      { ...sound, words: wordless },
      { ...sound, words: { id } },
      { ...sound, words: { ...sound.words, id: 5 } },
      { ...sound, words: null },
      { ...sound, words: "words" },
      { words: sound.words, labels: sound.labels },
      {},
      null,
      undefined,
      5,
      "pack",
      [],
      new Proxy(
        {},
        {
          get() {
            throw new RangeError("a getter that throws");
          },
        },
      ),
    ]) {
      push(pack);
      assert.equal(ask(), honest);
      assert.throws(() => api.guidance("dysport", 14, { lang }), { code: "unknown_language" });
    }
    // Another copy meets them when it starts.
    const other = await fresh();
    assert.equal(JSON.stringify([other.guidance("dysport", 14), other.catalog()]), honest);
    push(sound);
    for (const copy of [api, other]) {
      assert.equal(copy.guidance("dysport", 14, { lang }).status, copy.guidance("dysport", 14).status);
    }
    assert.equal(ask(), honest);
  });
});

describe("a language without words", () => {
  it("is refused, and named", async () => {
    const { GuidanceError, guidance, details } = await fresh();
    for (const lang of ["tlh", "", "en-", 5, {}]) {
      const isRefused = (/** @type {unknown} */ error) =>
        error instanceof GuidanceError && error.code === "unknown_language";
      assert.throws(() => guidance("dysport", 14, /** @type {any} */ ({ lang })), isRefused, `${lang}`);
      await assert.rejects(details(/** @type {any} */ (lang)), isRefused, `${lang}`);
    }
  });
});
