/** What the peers are built from: build.js writes it from `data/`. */
declare module "built:corpus" {
  /** Minutes, or the end of the day of treatment, or the start of the next day. */
  export type Time = number | "day-end" | "day-start";
  export interface Answer {
    /** Ids of treatments; `class` for one on the kind of product. */
    treatments: string[];
    /** Places in `conditions`; absent for none. */
    conditions?: number[];
    givesReasons?: true;
    speaksOfResult?: true;
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
  export interface Treatment {
    id: string;
    name: string;
    /** `null` for the one that stands for all products. */
    generic: string | null;
    aliases: string[];
  }
  export interface Activity {
    id: string;
    name: string;
    choice: string;
    subject: string;
    verb: string;
    done: string;
  }
  export interface Words {
    words: Record<string, string>;
    plurals: Record<string, [string, string]>;
    lists: Record<string, string[]>;
  }
  interface Corpus extends Words {
    version: string;
    updated: string;
    reviewed: { by: string; month: string } | null;
    defaultActivity: string;
    treatments: Treatment[];
    activities: Activity[];
    conditions: string[];
    panels: Panel[];
  }
  const corpus: Corpus;
  export default corpus;
}

declare module "built:evidence-words" {
  /** The words of what stands under the head. */
  const words: import("built:corpus").Words;
  export default words;
}

declare module "*.css?inline" {
  const style: string;
  export default style;
}
