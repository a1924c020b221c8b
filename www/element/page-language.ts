/** Is the page put into another language while it is open? */

let observer: MutationObserver | undefined;

/** Calls back when a language of a document changes; the first call says what is called. */
export function onPageLanguage(document: Document, changed: () => void): void {
  try {
    observer ??= new MutationObserver(changed);
    // A document that is observed already is so once.
    observer.observe(document, { attributeFilter: ["lang"], subtree: true });
  } catch {
    // Without it a card keeps the language that it began with.
  }
}

/** There is no element left. */
export function stopPageLanguage(): void {
  observer?.disconnect();
}
