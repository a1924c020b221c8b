/** How is each stance drawn? */
import { html, nothing, svg } from "lit";

/** @typedef {import("../engine/guidance.js").Stance} Stance */

export const patterns = html`<svg aria-hidden="true" class="patterns" width="0" height="0"><pattern class="striped" id="striped" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" width="7" height="7"><rect width="7" height="7" fill="none"></rect><path d="M1.5 0v7" stroke="currentColor"></path></pattern><pattern class="dotted" id="dotted" patternUnits="userSpaceOnUse" width="5" height="5"><rect width="5" height="5" fill="none"></rect><path d="M2.5 2.5h.01" stroke="currentColor"></path></pattern></svg>`;

/** @type {Partial<Record<Stance, string>>} */
const PATTERNS = { wait: "url(#striped)", silent: "url(#dotted)" };

/** @param {{ stance: Stance, x?: string, y?: string, width?: string, height?: string }} area */
export const shade = ({ stance, x, y, width = "100%", height = "100%" }) =>
  svg`<rect class="shade ${stance}" x=${x ?? nothing} y=${y ?? nothing} width=${width} height=${height} fill=${PATTERNS[stance] ?? nothing}></rect>`;

/** @param {Stance} stance */
export const key = (stance) =>
  html`<svg aria-hidden="true" class="key ${stance}" width="14" height="14">${shade({ stance })}</svg>`;
