import { build, detailsName, detailsSums } from "built:facts";

/**
 * The texts of the answers, in a file beside the script: only a deeper look
 * needs them.
 *
 * @param {string} script the address of the script
 */
export function detailsBeside(script) {
  /**
   * @param {string} lang a language that has words
   * @returns {Promise<import("./types.js").Detail[]>}
   */
  return async (lang) => {
    const address = new URL(`${detailsName}.${lang}.json`, script);
    const response = await fetch(address, {
      // Whoever serves the file could otherwise put words into somebody's mouth.
      integrity: detailsSums[lang],
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    if (!response.ok) {
      throw new Error(`${address} answers with ${response.status}; put the file beside the script.`);
    }
    const file = await response.json();
    const entries = file?.details;
    if (file?.build !== build || !areDetails(entries)) {
      throw new Error(
        `${address} is not of build ${build}; put the file of the same build beside the script.`,
      );
    }
    return entries;
  };
}

/**
 * Whether it is a list of entries that can be shown. By index, since a page may
 * have changed the methods of lists.
 *
 * @param {any} entries
 * @returns {entries is import("./types.js").Detail[]}
 */
function areDetails(entries) {
  if (!Array.isArray(entries)) {
    return false;
  }
  for (let place = 0; place < entries.length; place += 1) {
    const { id, panel, summary, kind, reasons, source } = entries[place] ?? {};
    const texts = [id, panel, summary, kind, source?.title, source?.address ?? ""];
    if (!Array.isArray(reasons)) {
      return false;
    }
    if (!areTexts(texts) || !areTexts(reasons)) {
      return false;
    }
    if (!/^(https?:|$)/.test(source.address ?? "")) {
      return false;
    }
  }
  return true;
}

/** @param {any[]} list */
function areTexts(list) {
  for (let place = 0; place < list.length; place += 1) {
    if (typeof list[place] !== "string") {
      return false;
    }
  }
  return true;
}
