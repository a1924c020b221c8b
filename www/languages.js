/**
 * The words of other languages than English, each in a file beside the script:
 * only its readers load it.
 */
import { build } from "built:facts";
import { LEARN } from "./calls.js";
import { guarded } from "./guard.js";
import { LoadError } from "./load-error.js";
import { call } from "./wire.js";

/**
 * @typedef {(lang: string) => Promise<string>} FetchWords the text of a language's file
 */

/**
 * Loads a language once, however often it is asked for; what failed is tried again.
 *
 * @param {FetchWords} fetchWords
 * @returns {(lang: string) => Promise<void>} for the code of a language that has words
 */
export function loadsLanguages(fetchWords) {
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();
  const load = async (/** @type {string} */ lang) => {
    let why = `the words there are not of build ${build}.`;
    try {
      const words = await fetchWords(lang);
      if (guarded(() => call(LEARN, 0, words)) !== undefined) {
        return;
      }
    } catch (error) {
      why = /** @type {Error} */ (error).message;
    }
    throw new LoadError(
      "language_missing",
      `The words for "${lang}" do not load. For the owner of this site: ${why}`,
    );
  };
  return (lang) => {
    const known = loading.get(lang);
    if (known) {
      return known;
    }
    const promise = load(lang);
    loading.set(lang, promise);
    promise.catch(() => loading.delete(lang));
    return promise;
  };
}
