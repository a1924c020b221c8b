/** How the element gets at the wasm and what belongs to it: types for this project's own use. */
import type { Glue, Mount } from "./glue.js";
import type { LoadError } from "./load-error.js";
import type { Detail } from "./types.js";

/** Mounts what these attributes ask, if a first look can answer it. */
export type First = (attributes: string) => Mount | undefined;

export interface Loader {
  /**
   * The wasm's exports, at once where it has started. Throws or rejects with a
   * `LoadError`, whose `again` says when it is worth another try.
   */
  start(): Glue | Promise<Glue>;
  /**
   * A first look, where there is one and the whole is not here yet; at once in the classic
   * script. Throws a `LoadError`.
   */
  look: (() => First | Promise<First | undefined> | undefined) | undefined;
  /** The style sheet of the form and the answer. */
  style: string;
  /** The style sheet of what stands under the answer, once `start` is done. */
  restStyle(): string;
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
