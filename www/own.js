/**
 * The document's own: asked past the page, where an image that is named
 * "currentScript" is `document.currentScript`, and its address would be taken for
 * ours; or one that is named "createElement", and there would be no card.
 */

/**
 * What the page's document has.
 *
 * @template {keyof Document} Name
 * @param {Name} name
 * @returns {Document[Name]}
 */
export const ofDocument = (name) => Reflect.get(Document.prototype, name, document);

/**
 * What a document does.
 *
 * @param {Document} document
 * @param {keyof Document} name
 * @param {...unknown} given
 * @returns {any}
 */
export const documentDoes = (document, name, ...given) =>
  Reflect.apply(/** @type {Function} */ (Reflect.get(Document.prototype, name)), document, given);

/** @returns {HTMLScriptElement | null} */
export const runningScript = () => /** @type {HTMLScriptElement | null} */ (ofDocument("currentScript"));

/** @returns {string} */
export const pageAddress = () => ofDocument("baseURI");
