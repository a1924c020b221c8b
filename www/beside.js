/** The texts beside the classic script: those of the answers, and the words of other languages. */

/**
 * @param {string} name how the names of the files begin
 * @param {Record<string, string>} sums the hash of each, by language
 * @param {string} script the address of the script
 * @returns {(lang: string) => Promise<string>}
 */
export function textsBeside(name, sums, script) {
  return async (lang) => {
    const address = new URL(`${name}.${lang}.txt`, script);
    try {
      const response = await fetch(address, {
        // Whoever serves the file could otherwise make "wait" a "fine", and put words into
        // somebody's mouth.
        integrity: sums[lang],
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
      return await response.text();
    } catch (error) {
      throw new Error(`${address} does not load: ${error}. Put the file of the same build there.`, {
        cause: error,
      });
    }
  };
}
