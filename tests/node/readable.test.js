/** A patient of twelve years can read it: no sentence is above grade 6. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { module } from "./dist.js";

const { catalog, guidance } = await module();

const HIGHEST = 6;

/** Names of products are as hard as they are, and so are what they are called together and what is asked. */
const PRODUCTS = new RegExp(
  catalog()
    .treatments.flatMap(({ name, generic, aliases }) => [name, generic ?? name, ...aliases])
    .concat("injections?", "exercise")
    .join("|"),
  "gi",
);

/** Keys of `[page]` that a web manager or a clinician reads, not a patient. */
const NOT_FOR_PATIENTS = /^(sources|install|offline)-/;

/** What may stand in a placeholder, as it mostly does. */
const VALUES = new Map(
  Object.entries({
    clinic: "Your clinic",
    counts: "9 of 13 doctors and 12 of 20 instructions",
    conditions: "if you have no swelling",
    doctors: "8 of 10",
    instructions: "8 of 19",
    message: "",
    source: "doctors",
    span: "9 hours",
    subject: "a run",
    views: "Doctors: Most here say fine",
    when: "Sunday 5:00 PM",
    number: "911",
    basis: "",
  }),
);

/** @param {string} text */
function hardSentences(text) {
  return (
    text
      .replace(PRODUCTS, "it")
      // As Flesch counts: each unit that a mark ends.
      .split(/(?<=[.?!:;])\s+/)
      .map((sentence) => ({ sentence, words: sentence.match(/[\p{L}\p{N}'’]+/gu) ?? [] }))
      // A label of two or three words is no sentence.
      .filter(({ words }) => words.length > 3)
      .map(({ sentence, words }) => {
        const counts = { sentence: 1, word: words.length, syllable: syllable(words.join(" ")) };
        return { sentence, grade: fleschKincaid(counts) };
      })
      .filter(({ grade }) => grade > HIGHEST)
      .map(({ sentence, grade }) => `grade ${grade.toFixed(1)}: ${sentence}`)
  );
}

describe("what a patient reads", () => {
  it("is at grade 6 or below in every text of the words", () => {
    const hard = [];
    let section = "";
    for (const line of readFileSync("data/words/en.toml", "utf8").split("\n")) {
      section = /^\[(.+)\]$/.exec(line)?.[1] ?? section;
      const [, key, value] = /^(?:([\w-]+) = |\s+)"(.*)",?$/.exec(line) ?? [];
      // What is in an activity is a list of names.
      const isNames = section.startsWith("activities.") && key === "choice";
      if (value === undefined || isNames || (section === "page" && NOT_FOR_PATIENTS.test(key ?? ""))) {
        continue;
      }
      const text = value.replace(/\{([\w-]+)\}/g, (_, name) => VALUES.get(name) ?? "5");
      hard.push(...hardSentences(text).map((found) => `${section}.${key ?? ""}: ${found}`));
    }
    assert.deepEqual(hard, []);
  });

  it("is at grade 6 or below in the sentences of every card", () => {
    const hard = new Set();
    const { treatments, activities } = catalog();
    let sentences = 0;
    for (const { id } of treatments) {
      for (const { id: activity } of activities) {
        for (const hours of [0, 4, 14, 24, 48, 400]) {
          const card = guidance(id, hours, { activity });
          const texts = [
            card.summary,
            card.proviso ?? "",
            card.notice,
            ...card.claims.map(({ text }) => text),
          ];
          sentences += texts.length;
          texts.flatMap(hardSentences).forEach((found) => hard.add(found));
        }
      }
    }
    assert.ok(sentences > 1000);
    assert.deepEqual([...hard], []);
  });
});
