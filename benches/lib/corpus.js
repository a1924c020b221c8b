/**
 * What the JavaScript of the benches is built from: the answers of `data/` and the English
 * words that it says, in shapes that somebody would choose who ships them without us.
 */

/**
 * What `cargo xtask bench corpus` prints: the corpus and the labels of its first language, as
 * serde writes them.
 *
 * @typedef {object} Printed
 * @property {Corpus} corpus
 * @property {Labels} labels
 *
 * @typedef {object} Corpus
 * @property {string} version
 * @property {string} updated
 * @property {{ id: string, name: string, generic: string | null, aliases: string[] }[]} treatments
 * @property {string[]} activities
 * @property {number} default_activity
 * @property {string[]} conditions
 * @property {{ id: string, claims: boolean, answers: Answer[] }[]} panels
 * @property {Words[]} languages
 *
 * @typedef {object} Answer
 * @property {string} id
 * @property {number[]} treatments
 * @property {boolean} class
 * @property {number[]} conditions
 * @property {number[]} reasons
 * @property {string | null} weakens
 * @property {boolean} no_study
 * @property {[number, Position][]} positions
 *
 * @typedef {"untimed" | { timed: { no_until: Time, yes_from: Time } }} Position
 * @typedef {"day-end" | "day-start" | { minutes: number }} Time
 *
 * @typedef {object} Words
 * @property {Labels} core
 * @property {{ by: string, month: string } | null} reviewed
 * @property {{ name: string, choice: string, subject: string, verb: string, done: string }[]} activities
 * @property {{ name: string, noun: Forms }[]} panels
 * @property {string[]} conditions
 *
 * @typedef {{ one: string, other: string }} Forms
 * @typedef {{ [key: string]: string | string[] | Forms | Labels }} Labels
 */

/**
 * The words of the form, the head and the help. A key that ends with a point or a hyphen
 * stands for all that begin with it.
 */
const FIRST = [
  "status.",
  "whose.",
  "red-flags.",
  "card.count",
  "card.count-",
  "card.join",
  "card.about-any",
  "card.summary-",
  "card.condition-counted",
  "card.class-name",
  "card.answers",
  "card.notice",
  "treatments.",
  "head.opinions",
  "head.treated",
  "head.next-",
  "head.asked",
  "head.close",
  "head.conditions",
  "head.see",
  "head.all-over",
  "head.after-treatment",
  "time.days",
  "time.hours",
  "time.minutes",
  "time.brief-",
  "time.about",
  "time.morning",
  "time.afternoon",
  "time.evening",
  "form.missing-",
  "form.error-",
  "clinic.",
  "help.",
  "data.",
  "reminder.",
  "view.treatment",
  "view.not-fillers",
  "view.choose",
  "view.activity",
  "view.when",
  "view.by-",
  "view.day",
  "view.day-",
  "view.date",
  "view.time",
  "view.part",
  "view.part-",
  "view.hours-",
  "view.error",
  "view.ask",
  "view.show-answer",
  "view.change",
  "view.remind-note",
  "view.help",
  "view.soon",
  "view.no-driving",
  "view.later",
  "view.common",
  "view.scope",
];

/** The words of what stands under the head. */
const EVIDENCE = [
  "time.after",
  "time.at-once",
  "time.never",
  "panels.",
  "overview.",
  "chart.",
  "plan.title",
  "sections.result",
  "sections.why",
  "sections.studies",
  "sections.counts",
  "sections.computed",
  "view.what-else",
  "view.what-else-note",
  "view.any-product",
  "view.from-",
  "view.longest",
  "view.picture",
  "view.picture-",
  "view.behind",
  "view.answers",
];

/** What the peers import as `built:corpus`. @param {Printed} printed */
export function peersCorpus({ corpus, labels }) {
  const [words] = corpus.languages;
  const activities = corpus.activities.map((id, at) => {
    const { name, choice, subject, verb, done } = words.activities[at];
    return { id, name, choice, subject, verb, done };
  });
  return {
    version: corpus.version,
    updated: corpus.updated,
    reviewed: words.reviewed,
    defaultActivity: corpus.activities[corpus.default_activity],
    treatments: corpus.treatments.map(({ id, name, generic, aliases }) => ({ id, name, generic, aliases })),
    activities,
    conditions: words.conditions,
    panels: corpus.panels.map(({ id, answers }, at) => ({
      id,
      name: words.panels[at].name,
      noun: forms(words.panels[at].noun),
      answers: answers.map((answer) => ({
        treatments: named(corpus, answer),
        ...(answer.conditions.length > 0 ? { conditions: answer.conditions } : {}),
        ...(answer.reasons.length > 0 ? { givesReasons: true } : {}),
        ...(answer.weakens !== null || answer.no_study ? { speaksOfResult: true } : {}),
        says: positions(corpus, answer),
      })),
    })),
    ...byKind(selected(flat(words.core, labels), FIRST)),
  };
}

/** What the peers import as `built:evidence-words`. @param {Printed} printed */
export function evidenceWords({ corpus, labels }) {
  return byKind(selected(flat(corpus.languages[0].core, labels), EVIDENCE));
}

/** Texts, plural forms and lists. @param {Map<string, string | string[] | Forms>} words */
function byKind(words) {
  return {
    words: only(words, (word) => (typeof word === "string" ? word : undefined)),
    plurals: only(words, (word) => (isForms(word) ? forms(word) : undefined)),
    lists: only(words, (word) => (Array.isArray(word) ? word : undefined)),
  };
}

/**
 * What the plain JavaScript of the calls is made from.
 *
 * @param {Printed} printed
 * @returns {import("../calls/corpus.js").PlainCorpus}
 */
export function callsCorpus({ corpus }) {
  const [words] = corpus.languages;
  const all = flat(words.core, {});
  const text = (/** @type {string} */ key) => /** @type {string} */ (found(all, key));
  const list = (/** @type {string} */ key) => /** @type {string[]} */ (found(all, key));
  const plural = (/** @type {string} */ key) => forms(/** @type {Forms} */ (found(all, key)));
  return {
    version: corpus.version,
    updated: corpus.updated,
    defaultActivity: corpus.activities[corpus.default_activity],
    treatments: corpus.treatments,
    activities: corpus.activities.map((id, at) => ({ id, ...words.activities[at] })),
    conditions: corpus.conditions.map((id, at) => ({ id, text: words.conditions[at] })),
    panels: corpus.panels.map(({ id, claims, answers }, at) => ({
      id,
      claims,
      name: words.panels[at].name,
      noun: forms(words.panels[at].noun),
      answers: answers.map((answer) => ({
        id: answer.id,
        treatments: named(corpus, answer),
        class: answer.class,
        conditions: answer.conditions.map((at) => corpus.conditions[at]),
        weakens: answer.weakens === null ? null : answer.weakens === "no" ? "no" : "may",
        noStudy: answer.no_study,
        positions: positions(corpus, answer),
      })),
    })),
    words: {
      summaries: {
        not_enough: text("card.summary-not-enough"),
        wait: text("card.summary-wait"),
        mostly_wait: text("card.summary-wait"),
        divided: text("card.summary-divided"),
        mostly_fine: text("card.summary-fine"),
        fine: text("card.summary-fine"),
      },
      count: text("card.count"),
      countClass: text("card.count-class"),
      countFew: text("card.count-few"),
      join: text("card.join"),
      aboutAny: text("card.about-any"),
      conditionCounted: text("card.condition-counted"),
      conditionJoin: text("card.condition-join"),
      answers: plural("card.answers"),
      proviso: plural("card.proviso"),
      speak: plural("claims.speak"),
      no: plural("claims.no"),
      may: plural("claims.may"),
      nobody: text("claims.nobody"),
      noStudy: plural("claims.no-study"),
      className: text("card.class-name"),
      notice: text("card.notice"),
      emergency: list("red-flags.emergency"),
      soon: list("red-flags.soon"),
    },
  };
}

/** Ids of the treatments that an answer is about. @param {Corpus} corpus @param {Answer} answer */
function named(corpus, answer) {
  const ids = answer.treatments.map((at) => corpus.treatments[at].id);
  return answer.class ? [...ids, "class"] : ids;
}

/**
 * By activity: two moments, in minutes or by name; `null` for "avoid" without a time.
 *
 * @param {Corpus} corpus
 * @param {Answer} answer
 * @returns {Record<string, [number | string, number | string] | null>}
 */
function positions(corpus, answer) {
  const moment = (/** @type {Time} */ time) => (typeof time === "string" ? time : time.minutes);
  return Object.fromEntries(
    answer.positions.map(([activity, position]) => [
      corpus.activities[activity],
      position === "untimed" ? null : [moment(position.timed.no_until), moment(position.timed.yes_from)],
    ]),
  );
}

/**
 * Words by their whole key, such as `card.count`.
 *
 * @param {Labels[]} trees
 * @returns {Map<string, string | string[] | Forms>}
 */
function flat(...trees) {
  /** @type {Map<string, string | string[] | Forms>} */
  const all = new Map();
  const walk = (/** @type {Labels} */ tree, /** @type {string} */ before) => {
    for (const [name, word] of Object.entries(tree)) {
      const key = before + name.replaceAll("_", "-");
      if (typeof word === "string" || Array.isArray(word) || isForms(word)) {
        all.set(key, word);
      } else {
        walk(word, `${key}.`);
      }
    }
  };
  for (const tree of trees) {
    walk(tree, "");
  }
  return all;
}

/** @param {unknown} word @returns {word is Forms} */
function isForms(word) {
  return typeof word === "object" && word !== null && "other" in word;
}

/** @param {Forms} forms @returns {[string, string]} */
function forms({ one, other }) {
  return [one, other];
}

/**
 * @param {Map<string, string | string[] | Forms>} words
 * @param {string[]} keys
 */
function selected(words, keys) {
  const needed = keys.flatMap((key) => {
    const isPrefix = key.endsWith(".") || key.endsWith("-");
    const known = [...words].filter(([path]) => (isPrefix ? path.startsWith(key) : path === key));
    if (known.length === 0) {
      throw new Error(`data/words/en.toml has no ${key}, which the peers of the bench need`);
    }
    return known;
  });
  return new Map(needed);
}

/** @param {Map<string, unknown>} words @param {string} key */
function found(words, key) {
  const word = words.get(key);
  if (word === undefined) {
    throw new Error(`data/words/en.toml has no ${key}, which the plain JavaScript of the bench needs`);
  }
  return word;
}

/**
 * @template Word, Kept
 * @param {Map<string, Word>} words
 * @param {(word: Word) => Kept | undefined} keep
 * @returns {Record<string, Kept>}
 */
function only(words, keep) {
  return Object.fromEntries(
    [...words].flatMap(([key, word]) => {
      const kept = keep(word);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
