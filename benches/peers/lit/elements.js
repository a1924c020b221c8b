/** Small pieces that several parts share. */
import { html, nothing } from "lit";
import { LINES, SHAPES } from "../engine/icons.js";

/** @param {import("../engine/card.js").Shown} status */
export const icon = (status) =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path class="disc" fill="currentColor" stroke="none" d=${SHAPES[status][0]}></path><path class="glyph" stroke="#fff" d=${SHAPES[status][1]}></path></svg>`;

/** @param {string} name */
export const lineIcon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d=${LINES[name]}></path></svg>`;

/** @param {import("../engine/card.js").Link | undefined} link */
export const call = (link, style = "call link") =>
  link
    ? html`<a class=${style} href=${link.href}>${lineIcon("phone")}<span>${link.text}</span></a>`
    : nothing;

/** @param {string | undefined} text @param {string} className */
export const paragraph = (text, className) =>
  text ? html`<p class=${className || nothing}>${text}</p>` : nothing;

/** @param {string[]} texts */
export const items = (texts) =>
  html`<ul>
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;
