/** What is in the shadow root beside the view: the style sheet, the text inside the element, a notice. */
import { style } from "generated/style";
import { createElement } from "../core/document";

/** One style sheet for all elements of a document. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The shadow roots that this script has made, or has taken over. */
const roots = new WeakSet<ShadowRoot>();

/** The shadow root of an element; before anything else, the text inside the element is readable. */
export function shadowOf(element: HTMLElement): ShadowRoot {
  let root = element.shadowRoot;
  if (!root || !roots.has(root)) {
    if (root) {
      // A page that was saved or rendered before has the card of that time in it.
      root.replaceChildren();
    } else {
      // No custom elements inside: with the page's registry, nothing could be made in a
      // frame to which the element is moved.
      root = element.attachShadow({ mode: "open", customElementRegistry: null } as ShadowRootInit);
    }
    roots.add(root);
    showFallback(root);
  }
  const sheet = sheetOf(element.ownerDocument);
  // A reader's dark mode has a sheet of its own there, which stays.
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
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

/**
 * Whether the rest of the page stands inside an element, whose end tag is missing: nobody
 * means these as the text that the card replaces.
 */
export const holdsPage = (element: Element): boolean =>
  element.querySelector(`main,nav,header,footer,aside,form,iframe,h1,h2,${element.localName}`) !== null;

/** Shows a sentence in the place of the view: an attribute is wrong. */
export function showSetupError(root: ShadowRoot, message: string, lang: string): void {
  hideNotice(root);
  const frame = createElement(root.ownerDocument, "div");
  frame.className = "root";
  frame.setAttribute("part", "root");
  frame.lang = lang;
  frame.dir = "ltr";
  frame.append(noticeOf(root, message));
  root.prepend(frame);
}

/** Shows a sentence under everything. There may be no words of another language than English. */
export function showNotice(root: ShadowRoot, message: string): void {
  // It is not to be read out again at each retry.
  if (root.querySelector(".problem")?.textContent !== message) {
    hideNotice(root);
    const notice = noticeOf(root, message);
    notice.lang = "en";
    root.append(notice);
  }
}

function noticeOf(root: ShadowRoot, message: string): HTMLElement {
  const notice = createElement(root.ownerDocument, "p");
  notice.className = "problem";
  notice.setAttribute("part", "error");
  notice.setAttribute("role", "alert");
  notice.textContent = message;
  return notice;
}

export function hideNotice(root: ShadowRoot): void {
  const notice = root.querySelector(".problem");
  (notice?.closest(".root") ?? notice)?.remove();
}
