/**
 * What published doctors and instructions agree on about exercise after a
 * botulinum-toxin treatment.
 *
 * Times are hours since the treatment. Absent values are `null`. Everything is
 * a plain object: `JSON.stringify` of a result is its golden form.
 */

/**
 * What a tally amounts to.
 *
 * - `wait`: all timed answers say wait
 * - `mostly_wait`: more than half say wait
 * - `divided`: everything else
 * - `mostly_fine`: at least three quarters say fine
 * - `fine`: all say fine
 * - `not_enough`: fewer than five timed answers
 */
export type Status = "wait" | "mostly_wait" | "divided" | "mostly_fine" | "fine" | "not_enough";

/** What one answer says at a moment; `silent` is nothing clear, `untimed` is "avoid" without a time. */
export type Stance = "fine" | "wait" | "silent" | "untimed";

/** Whose answers are counted: those on the treatment, or the whole panel. */
export type Basis = "treatment" | "class";

/** How products are named. */
export type Names = "brand" | "generic" | "class";

/**
 * Why a question has no answer.
 *
 * - `unknown_treatment`: No product of the data has this name. Remedy: one of the
 *   names that the message lists.
 * - `unknown_activity`: No activity of the data has this id, in `activity` or in
 *   `protocol`. Remedy: one of the ids that the message lists.
 * - `unknown_panel`: No panel of the data has this id. Remedy: one of the ids that
 *   the message lists.
 * - `unknown_language`: There are no words in the language that was asked for, or
 *   they are not loaded yet. Remedy: one of the languages that the message lists, or
 *   none, which takes the page's; in a program, `await loadLanguage(…)` first.
 * - `invalid_hours`: The hours are not a finite number from 0 up. Remedy: a number
 *   such as 14 or 4.5, with a point.
 * - `invalid_time`: It is not a clock time (`treatedAt`), not a date and a time
 *   (`treated-at`), or it lies in the future. Remedy: `17:00`, or
 *   `2026-11-21T17:00`.
 * - `invalid_option`: An option does not exist, or a value has the wrong form.
 *   Remedy: what the message names.
 */
export type ErrorCode =
  | "unknown_treatment"
  | "unknown_activity"
  | "unknown_panel"
  | "unknown_language"
  | "invalid_hours"
  | "invalid_time"
  | "invalid_option";

/** What may be asked beside treatment and time. An absent, `undefined` or `null` value is not given. */
export interface Options {
  /** The id of an activity, as in the catalog; `exercise` where it is not given. */
  activity?: string | null;
  /** The clock time of the treatment, `"00:00"` to `"23:59"`; it settles "the next day". */
  treatedAt?: string | null;
  /** The ids of panels, as in the catalog; all where it is not given. */
  panels?: readonly string[] | null;
  /**
   * A BCP 47 language code; a region without words of its own gets its language's.
   * Any but English is to be loaded first, by `loadLanguage`.
   */
  lang?: string | null;
  /** How products are named; `brand` where it is not given. */
  names?: Names | null;
}

/** What the catalog may be asked with. */
export type CatalogOptions = Pick<Options, "lang" | "names">;

/** An id and its name in the asked language. */
export interface Named {
  id: string;
  name: string;
}

/** A product, named as was asked for. */
export interface Treatment extends Named {
  /** The generic name; `null` where products are not to be named. */
  generic: string | null;
}

/** The next moment at which a tally changes, and the status from there on. */
export interface NextChange {
  hours: number;
  status: Status;
}

/** Stances counted. Only `fine`, `wait` and `silent` vote. */
export interface Tally {
  fine: number;
  wait: number;
  silent: number;
  untimed: number;
}

/** One panel's part of a card. */
export interface PanelGuidance extends Named {
  basis: Basis;
  status: Status;
  tally: Tally;
  /** Fine / timed, 0 to 1, to three decimals; `null` where nothing is timed. */
  share: number | null;
  /** Whether the status would be the same whichever one answer were missing. */
  stable: boolean;
  /** Hours: the first answer that says fine, `mostly_fine` or better, all; `null` under `not_enough`. */
  fineFrom: { first: number | null; most: number | null; all: number | null };
  nextChange: NextChange | null;
  /** The longest time for which an answer clearly says wait, and how many say it. */
  longest: { hours: number; answers: number } | null;
}

/** What one answer says at the card's moment. */
export interface AnswerStance {
  /** As in the details. */
  id: string;
  /** The id of its panel. */
  panel: string;
  stance: Stance;
  /** Hours up to which it says wait; `null` where it gives no time. */
  noUntil: number | null;
  /** Hours from which it says fine; `null` where it gives no time. */
  yesFrom: number | null;
}

/** The card. */
export interface Guidance {
  treatment: Treatment;
  activity: Named;
  /** As it was given. */
  hoursElapsed: number;
  /** As it was given. */
  treatedAt: string | null;
  /** The more cautious of the panels that have enough answers. */
  status: Status;
  /** One sentence of at most 140 characters: whose view, and how many. */
  summary: string;
  /** What the answers ask for that say fine at this moment. */
  proviso: string | null;
  /** Hours from which the combined status is `mostly_fine` or better, and `fine`. */
  fineFrom: { most: number | null; all: number | null };
  /** Strictly later than the card's moment. */
  nextChange: NextChange | null;
  panels: PanelGuidance[];
  /** What the answers that count ask for, whatever the moment. */
  conditions: { id: string; text: string; answers: number }[];
  /** Does exercise weaken the result? Has it been studied? */
  claims: { id: "weakens-result" | "studied"; no: number; may: number; text: string }[];
  /** The answers that count, in the data's order. */
  answers: AnswerStance[];
  /** When to get help: call the emergency number, or get medical help right away. */
  redFlags: { emergency: string[]; soon: string[] };
  /** What this is and is not. */
  notice: string;
  corpus: CorpusVersion;
}

/** Which data a card was made from. */
export interface CorpusVersion {
  version: string;
  /** The month of the last change, `YYYY-MM`. */
  updated: string;
}

/** How the tallies change with the hours; each list of steps begins at 0. */
export interface Timeline {
  treatment: Treatment;
  activity: Named;
  treatedAt: string | null;
  /** The combined status, at each moment at which a tally of any panel changes. */
  steps: { hours: number; status: Status }[];
  panels: (Named & {
    basis: Basis;
    steps: { hours: number; status: Status; tally: Tally }[];
  })[];
}

/** Everything that a question may name. */
export interface Catalog {
  treatments: (Treatment & { aliases: string[] })[];
  activities: (Named & { default: boolean })[];
  panels: (Named & { about: string; answers: number })[];
  /**
   * The first is the default, and always there; any other is to be loaded first, by
   * `loadLanguage`. `reviewed` says whether a clinician has read it.
   */
  languages: (Named & { reviewed: boolean })[];
  corpus: CorpusVersion;
}

/** One answer's texts. */
export interface Detail {
  /** As on the card. */
  id: string;
  panel: string;
  /** What it says, in this project's own words. */
  summary: string;
  kind: string;
  specialty: string | null;
  place: string | null;
  /** The page's figures: provenance, never a weight. */
  rating: number | null;
  reviews: number | null;
  /** The ids of the products that it names, and `class` where it speaks of their kind. */
  treatments: string[];
  /** Why it says wait. */
  reasons: string[];
  /** Whether it sends the reader to their own doctor on this. */
  defers: boolean;
  source: { title: string; address: string | null; number: number | null; read: string };
}

/** A question that cannot be answered. */
export class GuidanceError extends Error {
  constructor(code: ErrorCode, message: string);
  readonly name: "GuidanceError";
  /** Stable, for programs. */
  readonly code: ErrorCode;
}

/** The functions, as the module exports them and the classic script puts them on `AftercareConsensus`. */
export interface Api {
  /**
   * The card for a treatment and the hours since it. Each call returns one of its own.
   *
   * @param treatment a brand, another brand name or a generic name, in any case
   * @param hoursElapsed hours since the treatment: any finite number from 0 up
   * @throws {GuidanceError}
   * @example
   * const card = guidance("Dysport", 14, { treatedAt: "17:00" });
   * card.summary; // whose view, and how many
   */
  guidance(treatment: string, hoursElapsed: number, options?: Options | null): Guidance;
  /**
   * How the tallies change with the hours.
   * @throws {GuidanceError}
   */
  timeline(treatment: string, options?: Options | null): Timeline;
  /**
   * What may be asked.
   * @throws {GuidanceError}
   */
  catalog(options?: CatalogOptions | null): Catalog;
  /**
   * The texts of the answers. Loads a file from beside the script.
   * @throws {GuidanceError} for a language without words; an `Error` where the file does not load
   */
  details(lang?: string | null): Promise<Detail[]>;
  /**
   * Loads the words of a language, from beside the script, so that `lang` may name
   * it from then on. English is always there; a language that is there already
   * loads nothing.
   * @throws {GuidanceError} for a language without words; a `LoadError` with the code
   *   `language_missing` where its file does not load
   * @example
   * await loadLanguage("es");
   * guidance("Dysport", 14, { lang: "es" }).summary;
   */
  loadLanguage(lang: string): Promise<void>;
  /** The version of the package. */
  version(): string;
}
