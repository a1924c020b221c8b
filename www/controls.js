/** What has the reader chosen, typed and opened? In one text, as the wasm takes it. */
import { pack } from "./pack.js";

/** The lists by which answers are sifted, in the order of a button's `data-act`; `LISTS` in `src/view` has the same. */
export const LISTS = ["sift-whose", "sift-now", "sift-order", "sift-on", "sift-product", "sift-also"];

/** What has a value, by its class. */
const VALUES = ["treatment", "activity", "date", "time", "hours", ...LISTS];

/** What says something by being there. */
const SIGNS = [
  ["by-hours", ".by-hours:checked"],
  ["folded", ".ask:not([open])"],
  ["who-says-what", ".who-says-what[open]"],
  ["why", ".why[open]"],
];

/** @param {Element} root */
export function readControls(root) {
  let packed = "";
  for (let place = 0; place < VALUES.length; place += 1) {
    const name = VALUES[place];
    packed += pack(name, /** @type {HTMLInputElement | null} */ (root.querySelector(`.${name}`))?.value);
  }
  for (let place = 0; place < SIGNS.length; place += 1) {
    const [name, selector] = SIGNS[place];
    packed += pack(name, root.querySelector(selector) && "");
  }
  // What has the focus is chosen, so that nobody needs a second key.
  const focused = /** @type {HTMLInputElement | null} */ (root.querySelector(".mark:focus"));
  if (focused) {
    focused.checked = true;
  }
  const chosen = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(".mark:checked"));
  let marks = "";
  for (let place = 0; place < chosen.length; place += 1) {
    marks += `${marks && " "}${chosen[place].value}`;
  }
  return packed + pack("marks", marks || undefined);
}
