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
    const address = new URL(`aftercare-consensus.details.${lang}.json`, script);
    const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok) {
      throw new Error(`${address} answers with ${response.status}; put the file beside the script.`);
    }
    const entries = await response.json();
    if (!Array.isArray(entries) || !entries.every(isDetail)) {
      throw new Error(`${address} is not of this version; put the file of the same build beside the script.`);
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
