/**
 * Runs in the page: finds what is shown by role and name, by the rules of
 * accessible names. Bundled by browser.js, which puts `__roles` into the page.
 */
import { computeAccessibleName, getRole } from "dom-accessibility-api";

/**
 * @param {Element} element
 */
function isHidden(element) {
  if (!element.checkVisibility({ visibilityProperty: true })) {
    return true;
  }
  for (let node = element; node; ) {
    if (node.getAttribute("aria-hidden") === "true") {
      return true;
    }
    const root = node.getRootNode();
    node = node.parentElement ?? /** @type {any} */ (root).host;
  }
  return false;
}

/** @param {Element} element */
function roleOf(element) {
  const role = getRole(element);
  // ARIA 1.3 has two names for it; browsers say the longer one.
  return role === "img" ? "image" : role;
}

/**
 * @param {string | null} role any control of a form where there is none
 * @param {{ text?: string, source?: string, flags?: string }} name
 */
function findByRole(role, { text, source, flags }) {
  const pattern = source === undefined ? undefined : new RegExp(source, flags);
  /** @type {{ element: Element, name: string }[]} */
  const found = [];
  /** @param {Document | ShadowRoot} root */
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const asked = role === null ? element.matches("input, select, textarea") : roleOf(element) === role;
      if (asked && !isHidden(element)) {
        const name = computeAccessibleName(element);
        if (pattern ? pattern.test(name) : text === undefined || text === name) {
          found.push({ element, name });
        }
      }
      if (element.shadowRoot) {
        walk(element.shadowRoot);
      }
    }
  };
  walk(document);
  return found;
}

/** The name of what has the focus. */
function focusedName() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused ? computeAccessibleName(focused) : "";
}

Object.defineProperty(window, "__roles", { value: { findByRole, focusedName } });
