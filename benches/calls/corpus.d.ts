/** The shipped corpus, as plain.js takes it: `callsCorpus` of lib/corpus.js. */
export interface PlainCorpus {
  version: string;
  updated: string;
  defaultActivity: string;
  treatments: { id: string; name: string; generic: string | null; aliases: string[] }[];
  activities: { id: string; name: string; subject: string }[];
  conditions: { id: string; text: string }[];
  panels: {
    id: string;
    name: string;
    noun: string[];
    claims: boolean;
    answers: {
      id: string;
      treatments: string[];
      class: boolean;
      conditions: string[];
      weakens: "no" | "may" | null;
      noStudy: boolean;
      /** By activity; a moment is in minutes, `day-end` or `day-start`. */
      positions: Record<string, [number | string, number | string] | null>;
    }[];
  }[];
  words: {
    summaries: Record<string, string>;
    count: string;
    countClass: string;
    countFew: string;
    join: string;
    aboutAny: string;
    conditionCounted: string;
    conditionJoin: string;
    answers: string[];
    proviso: string[];
    speak: string[];
    no: string[];
    may: string[];
    nobody: string;
    noStudy: string[];
    className: string;
    notice: string;
    emergency: string[];
    soon: string[];
  };
}
