import { build, detailsName } from "built:facts";

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
    const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok) {
      throw new Error(`${address} answers with ${response.status}; put the file beside the script.`);
    }
    const file = await response.json();
    const entries = file?.details;
    if (file?.build !== build || !Array.isArray(entries) || !entries.every(isDetail)) {
      throw new Error(
        `${address} is not of build ${build}; put the file of the same build beside the script.`,
      );
    }
    return entries;
  };
}

/**
 * @param {any} entry
 * @returns {entry is import("./types.js").Detail}
 */
function isDetail(entry) {
  const isText = (/** @type {unknown} */ value) => typeof value === "string";
  return (
    [entry?.id, entry?.panel, entry?.summary, entry?.kind, entry?.source?.title].every(isText) &&
    /^(https?:|$)/.test(entry.source.address ?? "")
  );
}
