/** What is in the shadow root beside the view: the style sheet, the text inside the element, a notice. */
import { style } from "generated/style";
import { createElement } from "../core/document";

/** One style sheet for all elements of a document. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The shadow root of an element; before anything else, the text inside the element is readable. */
export function shadowOf(element: HTMLElement): ShadowRoot {
  let root = element.shadowRoot;
  if (!root) {
    root = element.attachShadow({ mode: "open" });
    showFallback(root);
  }
  const sheet = sheetOf(element.ownerDocument);
  if (sheet) {
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}

/** None in a browser that cannot share one, where the card has no style. */
function sheetOf(document: Document): CSSStyleSheet | undefined {
  let sheet = sheets.get(document);
  if (!sheet) {
    try {
      sheet = new (document.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(style);
      sheets.set(document, sheet);
    } catch {
      return undefined;
    }
  }
  return sheet;
}

/** The text inside the element becomes readable. */
export function showFallback(root: ShadowRoot): void {
  if (!root.querySelector("slot")) {
    root.append(createElement(root.ownerDocument, "slot"));
  }
}

export function hideFallback(root: ShadowRoot): void {
  root.querySelector("slot")?.remove();
}

/** Shows a sentence at the end of an element. */
export function showNotice(root: ShadowRoot, message: string, lang: string): void {
  const shown = root.querySelector(".problem");
  if (shown?.textContent === message) {
    // It is not to be read out again at each retry.
    return;
  }
  const text = shown ?? createElement(root.ownerDocument, "p");
  text.setAttribute("lang", lang);
  text.setAttribute("part", "error");
  text.setAttribute("role", "alert");
  text.className = "problem";
  text.textContent = message;
  root.append(text);
}

export function hideNotice(root: ShadowRoot): void {
  root.querySelector(".problem")?.remove();
}
