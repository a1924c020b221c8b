/**
 * How does markup come onto the screen? Tags, classes, attributes and text; never
 * HTML. `src/view/markup.rs` says what the steps are.
 *
 * What is there already stays: an element that has the same tag and class is kept,
 * so that nobody loses their place, and only what differs is touched, so that
 * nothing is announced or painted again for nothing. It is JavaScript, since a step
 * out of the wasm and back for each element took most of the time of a card.
 */
import { documentDoes } from "./own.js";

const SVG = "http://www.w3.org/2000/svg";

/** The steps, each by the sign it begins with; what is left, 5, closes. */
const OPEN = 1;
const SET = 2;
const UNSET = 3;
const SAY = 4;
const KEEP = 6;

/**
 * Makes the inside of an element what the markup says.
 *
 * @param {Element} root
 * @param {string} markup
 */
export function paint(root, markup) {
  let open = root;
  // What stands where the next element belongs.
  let next = open.firstChild;
  // Whether what stands there stays, up to the next element of the markup.
  let keeps = false;
  let place = 0;
  while (place < markup.length) {
    const step = markup.charCodeAt(place);
    const start = place + 1;
    let middle = -1;
    for (place = start; place < markup.length && markup.charCodeAt(place) > KEEP; place += 1) {
      if (middle < 0 && markup[place] === "=") {
        middle = place;
      }
    }
    const name = markup.slice(start, middle < 0 ? place : middle);
    const value = middle < 0 ? "" : markup.slice(middle + 1, place);
    if (step === OPEN) {
      let element = kept(next, name, value);
      if (element) {
        if (!keeps) {
          clear(open, next, element);
        }
      } else {
        element = create(open, name);
        if (value) {
          element.setAttribute("class", value);
        }
        open.insertBefore(element, next);
      }
      keeps = false;
      next = element.firstChild;
      open = element;
    } else if (step === SET) {
      if (open.getAttribute(name) !== value) {
        open.setAttribute(name, value);
      }
    } else if (step === UNSET) {
      open.removeAttribute(name);
    } else if (step === SAY) {
      const text = markup.slice(start, place);
      if (open.textContent !== text) {
        open.textContent = text;
      }
      next = null;
    } else if (step === KEEP) {
      keeps = true;
    } else {
      clear(open, next, null);
      next = open.nextSibling;
      open = open.parentElement ?? root;
    }
  }
  clear(root, next, null);
}

/**
 * The next child with this tag and class.
 *
 * @param {ChildNode | null} from
 * @param {string} tag
 * @param {string} style
 * @returns {Element | undefined}
 */
function kept(from, tag, style) {
  for (let node = from; node; node = node.nextSibling) {
    const element = /** @type {Element} */ (node);
    if (element.localName === tag && (element.getAttribute("class") ?? "") === style) {
      return element;
    }
  }
  return undefined;
}

/**
 * Removes children from one up to another.
 *
 * @param {Element} parent
 * @param {ChildNode | null} from
 * @param {Element | null} to
 */
function clear(parent, from, to) {
  for (let node = from; node && node !== to;) {
    const after = node.nextSibling;
    release(node);
    parent.removeChild(node);
    node = after;
  }
}

/**
 * Lets go of what is about to be removed: Chromium keeps a radio button in its group
 * for good if it is removed with its name, and with it all that it stood in.
 *
 * @param {Node} node
 */
export function release(node) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const element = /** @type {Element} */ (node);
    const radios = element.querySelectorAll("input[name]");
    for (let place = 0; place < radios.length; place += 1) {
      radios[place].removeAttribute("name");
    }
    if (element.localName === "input") {
      element.removeAttribute("name");
    }
  }
}

/**
 * An element; within a drawing everything is of the drawing.
 *
 * @param {Element} parent
 * @param {string} tag
 * @returns {Element}
 */
function create(parent, tag) {
  const document = parent.ownerDocument;
  return tag === "svg" || parent.namespaceURI === SVG
    ? documentDoes(document, "createElementNS", SVG, tag)
    : documentDoes(document, "createElement", tag);
}
