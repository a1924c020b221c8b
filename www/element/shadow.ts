/** What is in the shadow root: the view or the text inside the element, and the style sheet. */
import { build } from "generated/facts";
import { style } from "generated/style";
import { createElement, nodeMethod } from "../core/document";

/** One style sheet for all elements of a document. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

// As they are when this script comes: a page may replace them later.
const insertBefore = nodeMethod("insertBefore");
const removeChild = nodeMethod("removeChild");

/**
 * The shadow root of an element. Once there is one, a slot alone shows the text inside
 * the element. So there is none before there is something to show, and whatever fails
 * until then, on a page that has broken the browser's own objects, leaves that text as
 * it was.
 */
export class Shadow {
  readonly #element: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #slot: HTMLSlotElement;
  /** What stands in the place of a text inside the element. */
  #sentence: HTMLElement | undefined;

  /** @param view what is to be shown, which may stand in it already */
  constructor(element: HTMLElement, view?: HTMLElement) {
    const { ownerDocument } = element;
    const slot = createElement(ownerDocument, "slot");
    slot.addEventListener("slotchange", () => this.#showSentence());
    const trial = createElement(ownerDocument, "div");
    insertBefore(trial, slot, null);
    const isInserted = slot.parentNode === trial;
    removeChild(trial, slot);
    if (!isInserted || slot.parentNode) {
      throw new Error("This page has replaced insertBefore or removeChild.");
    }
    this.#element = element;
    this.#slot = slot;
    // No custom elements inside: with the page's registry, nothing could be made in a
    // frame to which the element is moved.
    const options = { mode: "open", customElementRegistry: null } as ShadowRootInit;
    // A page that was saved or rendered before has the card of that time in it.
    for (const child of [...(element.shadowRoot?.childNodes ?? [])]) {
      if (child !== view) {
        child.remove();
      }
    }
    // A page's own attachShadow may return nothing.
    const root = element.shadowRoot ?? element.attachShadow(options) ?? element.shadowRoot;
    this.#root = root as ShadowRoot;
    insertBefore(this.#root, slot, null);
  }

  /** Shows a view, and under it the text inside the element where that is asked for. */
  show(view: HTMLElement, withText: boolean): void {
    this.#adoptSheet();
    this.#remove(this.#sentence);
    this.#sentence = undefined;
    if (view.parentNode !== this.#root) {
      insertBefore(this.#root, view, this.#root.firstChild);
    }
    if (withText) {
      insertBefore(this.#root, this.#slot, null);
    } else {
      this.#remove(this.#slot);
    }
  }

  /** Shows the text inside the element, and no view any more. */
  showText(view: HTMLElement | undefined): void {
    insertBefore(this.#root, this.#slot, null);
    this.#remove(view);
    this.#remove(this.#sentence);
  }

  /** The sentence that is shown while there is no text inside the element. */
  setSentence(text: string, lang: string): void {
    const sentence = createElement(this.#element.ownerDocument, "p");
    sentence.className = "root";
    sentence.setAttribute("part", "error");
    sentence.lang = lang;
    sentence.dir = "ltr";
    sentence.textContent = text;
    this.#remove(this.#sentence);
    this.#sentence = sentence;
    this.#showSentence();
    this.#adoptSheet();
  }

  /** The text may come after the element, while the page is parsed. */
  #showSentence(): void {
    if (hasText(this.#element)) {
      this.#remove(this.#sentence);
    } else if (this.#sentence) {
      insertBefore(this.#root, this.#sentence, this.#slot);
    }
  }

  #remove(node: Node | undefined): void {
    try {
      removeChild(this.#root, node as Node);
    } catch {
      // It is not there.
    }
  }

  /** A browser that cannot share one leaves the card without style. */
  #adoptSheet(): void {
    try {
      const sheet = sheetOf(this.#element.ownerDocument);
      const { adoptedStyleSheets } = this.#root;
      // A reader's dark mode has a sheet of its own there, which stays.
      if (!adoptedStyleSheets.includes(sheet)) {
        this.#root.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
      }
    } catch {
      // All is readable without it.
    }
  }
}

/**
 * The form that our own page of this build has before its script; none for a reader who
 * comes with a question, whose answer takes its place. It is given out once: what is drawn
 * in it from then on is an answer of its time.
 */
export function prerendered(element: HTMLElement, attributes: Record<string, string>): HTMLElement | null {
  const isOurs = element.getAttribute("data-prerendered") === build;
  element.removeAttribute("data-prerendered");
  const isAsDrawn = isOurs && Object.keys(attributes).join() === "ask";
  return (isAsDrawn && element.shadowRoot?.querySelector<HTMLElement>(".root")) || null;
}

/** What a browser shows nothing of. */
const UNSEEN = /^(#comment|noscript|script|style|template)$/i;

/** Whether there is something inside an element to be read or seen. */
export function hasText({ childNodes }: Element): boolean {
  for (const { nodeName, nodeValue } of childNodes) {
    if (!UNSEEN.test(nodeName) && (nodeValue === null || /\S/.test(nodeValue))) {
      return true;
    }
  }
  return false;
}

/**
 * Whether the rest of the page stands inside an element, whose end tag is missing: nobody
 * means these as the text that the card replaces.
 */
export const holdsPage = (element: Element): boolean =>
  element.querySelector(`main,nav,header,footer,aside,form,iframe,h1,${element.localName}`) !== null;

function sheetOf(document: Document): CSSStyleSheet {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(document, sheet);
  }
  return sheet;
}
