/** How the element gets at the wasm and what belongs to it: types for this project's own use. */
import type { Mount } from "./view-types.js";
import type { LoadError } from "./load-error.js";

/** Mounts what these attributes ask, if a first look can answer it. */
export type First = (attributes: string) => Mount | undefined;

export interface Loader {
  /**
   * Starts the whole wasm: nothing where it has started, a promise where that takes time.
   * Throws or rejects with a `LoadError`, whose `again` says when it is worth another try.
   */
  start(): void | Promise<void>;
  /**
   * A first look, where there is one and the whole is not here yet; at once in the classic
   * script. Throws a `LoadError`.
   */
  look: (() => First | Promise<First | undefined> | undefined) | undefined;
  /** The style sheet of the form and the answer. */
  style: string;
  /** The style sheet of what stands under the answer, once `start` is done. */
  restStyle(): string;
  /** The texts of the answers in a language, packed. */
  texts(lang: string): Promise<string>;
  /** Brings the words of a language. */
  loadLanguage(lang: string): Promise<void>;
  /** The version of the package and of its data. */
  version: string;
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  /** What works but should be mended by the site's owner, once `start` is done. */
  warning?(): LoadError | undefined;
}
