/** Small pieces that several parts share. */
import { LINES, SHAPES } from "../engine/icons.js";
import { blueprint, find, optional, setAttribute, setText } from "./dom.js";

/** @typedef {import("../engine/card.js").Shown} Shown */
/** @typedef {import("../engine/card.js").Link} Link */

const drawing = (/** @type {string} */ paths) =>
  `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${paths}</svg>`;

export const lineIcon = (/** @type {string} */ name) => drawing(`<path d="${LINES[name]}"></path>`);

export const icon = drawing(
  `<path class="disc" fill="currentColor" stroke="none"></path><path class="glyph" stroke="#fff"></path>`,
);

/** Keeps the icon in an element up to date. @param {ParentNode} root */
export function createIcon(root) {
  const [disc, glyph] = root.querySelectorAll(".icon path");
  return (/** @type {Shown} */ status) => {
    setAttribute(disc, "d", SHAPES[status][0]);
    setAttribute(glyph, "d", SHAPES[status][1]);
  };
}

/** @param {string[]} texts */
export const items = (texts) => `<ul>${texts.map((text) => `<li>${text}</li>`).join("")}</ul>`;

const callShape = blueprint(`<a>${lineIcon("phone")}<span></span></a>`);

/** A number to call, in the place of a marker. @param {ParentNode} root @param {string} name */
export function optionalCall(root, name, style = "call link") {
  return optional(root, name, () => {
    const node = callShape();
    node.className = style;
    const words = find(node, "span");
    return {
      node,
      update(/** @type {Link} */ { href, text }) {
        setAttribute(node, "href", href);
        setText(words, text);
      },
    };
  });
}
