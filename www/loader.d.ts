/** How the element gets at the wasm and what belongs to it: types for this project's own use. */
import type { Glue } from "./glue.js";
import type { LoadError } from "./load-error.js";
import type { Detail } from "./types.js";

export interface Loader {
  /** The wasm's exports; at once in the classic scripts. Throws or rejects with a `LoadError`. */
  start(): Glue | Promise<Glue>;
  /** The style sheet; without what the rest brings, where there is `rest`. */
  style: string;
  /**
   * Loads the second part of the wasm, and then its style sheet; as often as it
   * takes. `fail` of whoever asks first is told of each time that it does not load.
   */
  rest: ((fail: (error: LoadError) => void) => Promise<string>) | undefined;
  /** The texts of the answers. */
  details(lang?: string | null): Promise<Detail[]>;
  /** Brings the words of a language. */
  loadLanguage(lang: string): Promise<void>;
  /** The version of the package and of its data. */
  version: string;
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  /** What works but should be mended by the site's owner, once `start` is done. */
  warning?(): LoadError | undefined;
}
