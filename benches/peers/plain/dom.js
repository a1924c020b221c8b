/** How do parts come onto the page, stay and go? */

/**
 * A piece of markup that is read once and copied from then on.
 *
 * @param {string} html
 */
export function blueprint(html) {
  const template = document.createElement("template");
  template.innerHTML = html.replace(/\n\s*/g, "");
  return () => /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const find = (root, selector) => /** @type {E} */ (root.querySelector(selector));

/** @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** @typedef {{ tag: string, text?: string, attributes: Record<string, string | undefined> }} Shape */

/**
 * A drawing whose shapes stay, and are changed, where there are others of their tag.
 *
 * @param {Element} svg
 */
export function createDrawing(svg) {
  /** @type {Shape[]} */
  let drawn = [];
  return (/** @type {Shape[]} */ shapes) => {
    shapes.forEach(({ tag, text = "", attributes }, place) => {
      let before = drawn[place];
      let node = svg.children[place];
      if (before?.tag !== tag) {
        before = { tag, attributes: {} };
        const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
        if (node) {
          node.replaceWith(made);
        } else {
          svg.append(made);
        }
        node = made;
      }
      for (const name of Object.keys({ ...before.attributes, ...attributes })) {
        const value = attributes[name];
        if (value === undefined) {
          node.removeAttribute(name);
        } else if (value !== before.attributes[name]) {
          node.setAttribute(name, value);
        }
      }
      if (text !== (before.text ?? "")) {
        node.textContent = text;
      }
    });
    while (svg.children.length > shapes.length) {
      svg.lastChild?.remove();
    }
    drawn = shapes;
  };
}

/** @param {Element} element @param {string} name @param {string} value */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/**
 * @template T
 * @typedef {{ node: HTMLElement, update(value: T): void }} Part
 */

/**
 * A part that is there while it has a value; in the place of the marker `<i data-at=name>`.
 *
 * @template T
 * @param {ParentNode} root
 * @param {string} name
 * @param {() => Part<T>} create
 * @returns {(value: T | undefined) => void}
 */
export function optional(root, name, create) {
  const place = new Text();
  find(root, `i[data-at="${name}"]`).replaceWith(place);
  /** @type {Part<T> | undefined} */
  let part;
  return (value) => {
    if (value === undefined) {
      part?.node.remove();
      part = undefined;
      return;
    }
    if (!part) {
      part = create();
      place.after(part.node);
    }
    part.update(value);
  };
}

/**
 * A text in an element of its own that is there while there is a text.
 *
 * @param {ParentNode} root
 * @param {string} name
 * @param {string} tag
 * @param {string} className
 */
export function optionalText(root, name, tag, className) {
  return optional(root, name, () => {
    const node = document.createElement(tag);
    node.className = className;
    return { node, update: (/** @type {string} */ text) => setText(node, text) };
  });
}

/**
 * Children of an element, one for each value; those of a key that is still there stay.
 *
 * @template T
 * @param {HTMLElement} parent
 * @param {(value: T) => string} key
 * @param {(value: T) => Part<T>} create
 * @param {Node | null} [before] what stands before them and stays
 * @returns {(values: T[]) => void}
 */
export function each(parent, key, create, before = null) {
  /** @type {Map<string, Part<T>>} */
  let parts = new Map();
  return (values) => {
    /** @type {typeof parts} */
    const next = new Map();
    let at = before ? before.nextSibling : parent.firstChild;
    for (const value of values) {
      const part = parts.get(key(value)) ?? create(value);
      part.update(value);
      next.set(key(value), part);
      if (part.node === at) {
        at = at.nextSibling;
      } else {
        parent.insertBefore(part.node, at);
      }
    }
    for (const [key, part] of parts) {
      if (!next.has(key)) {
        part.node.remove();
      }
    }
    parts = next;
  };
}
