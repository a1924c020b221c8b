/**
 * Which script is running, and at which address is the page? Asked past the page
 * itself: where an image is named "currentScript", `document.currentScript` is
 * that image, and its address would be taken for ours.
 */

/** @returns {HTMLScriptElement | null} */
export const runningScript = () =>
  /** @type {HTMLScriptElement | null} */ (Reflect.get(Document.prototype, "currentScript", document));

/** @returns {string} */
export const pageAddress = () => Reflect.get(Node.prototype, "baseURI", document);
