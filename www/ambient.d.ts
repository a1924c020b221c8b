/** What the build makes, by the names under which the sources import it. */
/** The wasm of a first look, as text: one or two characters a byte. */
declare module "built:glance" {
  const inline: import("./inline-wasm.js").Inline;
  export default inline;
}

/** What a first look is drawn with; `src/view/blank.rs` says what is what. */
declare module "built:blank" {
  /** The id of some treatment. */
  export const anyTreatment: string;
  export const blank: string;
  export const steps: string;
  /** The last month, counted from the year 0, in which the data are not old. */
  export const staleAfter: number;
}

/** The wasm in one. */
declare module "built:whole" {
  const inline: import("./inline-wasm.js").Inline;
  export default inline;
}

/** What the build knows about itself. */
declare module "built:facts" {
  /** The version of the package, `+` and the version of its data. */
  export const build: string;
  /** The hash of the wasm, for `fetch`. */
  export const integrity: string;
  /** The same of that of a first look. */
  export const glanceIntegrity: string;
  /** How many bytes the whole has, and their sum, each step times 31, in 32 bits. */
  export const restSize: number;
  export const restChecksum: number;
  /**
   * The file of that, without its ending. Those of the answers' texts and of the languages'
   * words have "details" or "words" in the place of "rest".
   */
  export const restName: string;
}

/** What the data know, in small letters, for those who read links. */
declare module "built:names" {
  /** The ids, names, other names and generic names of the products. */
  export const treatments: string[];
  export const activities: string[];
  export const panels: string[];
  export const languages: string[];
}

/** The texts of the answers, by language. */
declare module "built:details-inside" {
  import type { Detail } from "./types.js";
  const inside: Record<string, Detail[]>;
  export default inside;
}

/** What the module has in a file of its own. */
declare module "built:apart" {
  const importApart: () => Promise<typeof import("./apart.js")>;
  export default importApart;
}

/** The texts of the answers as modules, by language. */
declare module "built:details-imports" {
  import type { Detail } from "./types.js";
  const imports: Record<string, () => Promise<{ build: string; default: Detail[] }>>;
  export default imports;
}

/** The words of other languages than English. */
declare module "built:words-inside" {
  const inside: Record<string, string>;
  export default inside;
}

/** The words of other languages than English as modules. */
declare module "built:words-imports" {
  const imports: Record<string, () => Promise<{ default: string }>>;
  export default imports;
}

/** The element's style sheet, as far as the first answer needs it. */
declare module "built:first-style" {
  const css: string;
  export default css;
}

/** The element's style sheet. */
declare module "built:whole-style" {
  const css: string;
  export default css;
}

/** What the worker keeps. */
declare module "built:precache" {
  /** Marks every page of the build. */
  export const stamp: string;
  /** Pages, and the other files, each with its hash. */
  export interface List {
    pages: string[];
    files: Record<string, string>;
  }
  /** What everybody needs; `./` is the first page. */
  export const common: List;
  /** What the readers of another language need beside it. */
  export const languages: Record<string, List>;
  /** How the names begin of what a page asks for later. */
  export const late: string[];
}
