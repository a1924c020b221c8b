/**
 * Which script is running, and at which address is the page? Asked past the page
 * itself: where an image is named "currentScript", `document.currentScript` is
 * that image, and its address would be taken for ours.
 *
 * @type {() => HTMLScriptElement | null}
 */
export const runningScript = () => Reflect.get(Document.prototype, "currentScript", document);

/** @type {() => string} */
export const pageAddress = () => Reflect.get(Node.prototype, "baseURI", document);
