/** What the peers are built from: build.js writes it from `data/`. */
declare module "built:corpus" {
  /** Minutes, or the end of the day of treatment, or the start of the next day. */
  export type Time = number | "day-end" | "day-start";
  export interface Answer {
    id: string;
    /** Ids of treatments; `class` for one on the kind of product. */
    treatments: string[];
    /** Places in `conditions`; absent for none. */
    conditions?: number[];
    /** By activity: until when "wait" and from when "fine"; `null` for no time. */
    says: Record<string, [Time, Time] | null>;
  }
  export interface Panel {
    id: string;
    name: string;
    /** For one, and for several. */
    noun: [string, string];
    answers: Answer[];
  }
  interface Corpus {
    version: string;
    updated: string;
    treatments: { id: string; name: string; names: string[] }[];
    activities: { id: string; name: string; subject: string }[];
    conditions: string[];
    panels: Panel[];
    words: Record<string, string>;
    plurals: Record<string, [string, string]>;
    lists: Record<string, string[]>;
  }
  const corpus: Corpus;
  export default corpus;
}

declare module "built:panel-words" {
  /** The words of the panels. */
  const words: Record<string, string>;
  export default words;
}

declare module "*.css?inline" {
  const style: string;
  export default style;
}
