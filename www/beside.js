/** What is beside the classic script: the whole, the texts of the answers, the words of other languages. */
import { restName } from "built:facts";
import { sums } from "./rest.js";

/**
 * @param {"details" | "words"} kind
 * @param {string} script the address of the script
 * @returns {(lang: string) => Promise<string>} once the whole has come
 */
export function textsBeside(kind, script) {
  return async (lang) => {
    const address = new URL(`${restName.replace("rest", kind)}.${lang}.txt`, script);
    try {
      return await (await fetchBeside(address, sums()[kind][lang])).text();
    } catch (cause) {
      throw new Error(`${address} does not load: ${cause}. Put the file of the same build there.`, { cause });
    }
  };
}

/**
 * Whoever serves a file could otherwise make "wait" a "fine", and put words into
 * somebody's mouth.
 *
 * @param {URL} address
 * @param {string} integrity
 */
export function fetchBeside(address, integrity) {
  return fetch(address, { integrity, credentials: "omit", referrerPolicy: "no-referrer" });
}
