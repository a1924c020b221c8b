/**
 * The document's own members. On a page, an image that is named "currentScript" is
 * `document.currentScript`, and a form that is named "createElement" is
 * `document.createElement`; asked by the prototype, a document answers for itself.
 */

/** What the page's document has. */
export const documentHas = <Name extends keyof Document>(name: Name): Document[Name] =>
  Reflect.get(Document.prototype, name, document);

/** Calls a method of a document. */
export const documentCall = (owner: Document, name: keyof Document, ...args: unknown[]): unknown =>
  Reflect.apply(Reflect.get(Document.prototype, name) as () => unknown, owner, args);

export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  owner: Document,
  tag: Tag,
): HTMLElementTagNameMap[Tag] => documentCall(owner, "createElement", tag) as HTMLElementTagNameMap[Tag];

/** The running classic script; none on a server. */
export const runningScript = (): HTMLScriptElement | null =>
  globalThis.document ? (documentHas("currentScript") as HTMLScriptElement | null) : null;

export const pageAddress = (): string => documentHas("baseURI");
