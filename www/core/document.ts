/**
 * The document's own members. On a page, an image that is named "currentScript" is
 * `document.currentScript`, and a form that is named "createElement" is
 * `document.createElement`; asked by its prototype, a document answers for itself. The
 * global `Document` is no way to that: a page may have put something else there.
 */
const { getPrototypeOf } = Object;
const { apply, get } = Reflect;

type Method = (...args: unknown[]) => unknown;

/** What a document has, the page's or another. */
export const documentHas = <Name extends keyof Document>(name: Name, owner = document): Document[Name] =>
  get(getPrototypeOf(owner), name, owner);

/** Calls a method of a document. */
export const documentCall = (owner: Document, name: keyof Document, ...args: unknown[]): unknown =>
  apply(get(getPrototypeOf(owner), name) as Method, owner, args);

/** A method of nodes, as it is now; none on a server, which has no nodes. */
export function nodeMethod<Name extends "insertBefore" | "removeChild">(name: Name) {
  const method = globalThis.document && get(getPrototypeOf(document), name);
  return (parent: Node, ...args: Parameters<Node[Name]>): unknown => apply(method as Method, parent, args);
}

export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  owner: Document,
  tag: Tag,
): HTMLElementTagNameMap[Tag] => documentCall(owner, "createElement", tag) as HTMLElementTagNameMap[Tag];

/**
 * The class of HTML elements; none on a server. A polyfill's own has the prototype of the
 * browser's, and is the one to extend; whatever else a page has put there is not.
 */
export function elementClass(): typeof HTMLElement | undefined {
  const known = globalThis.HTMLElement as typeof HTMLElement | undefined;
  if (!globalThis.document) {
    return known;
  }
  const span = getPrototypeOf(createElement(document, "span"));
  return getPrototypeOf(span) === known?.prototype ? known : getPrototypeOf(span.constructor);
}

/** The running classic script; none on a server. */
export const runningScript = (): HTMLScriptElement | null =>
  globalThis.document ? (documentHas("currentScript") as HTMLScriptElement | null) : null;

export const pageAddress = (): string => documentHas("baseURI");
