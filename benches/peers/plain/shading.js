/** How is each stance drawn? */

/** @typedef {import("../engine/guidance.js").Stance} Stance */

export const patterns = `<svg aria-hidden="true" class="patterns" width="0" height="0"><pattern class="striped" id="striped" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" width="7" height="7"><rect width="7" height="7" fill="none"></rect><path d="M1.5 0v7" stroke="currentColor"></path></pattern><pattern class="dotted" id="dotted" patternUnits="userSpaceOnUse" width="5" height="5"><rect width="5" height="5" fill="none"></rect><path d="M2.5 2.5h.01" stroke="currentColor"></path></pattern></svg>`;

/** @type {Partial<Record<Stance, string>>} */
const PATTERNS = { wait: "url(#striped)", silent: "url(#dotted)" };

/**
 * An area of a drawing.
 *
 * @param {{ stance: Stance, x?: string, y?: string, width?: string, height?: string }} area
 * @returns {import("./dom.js").Shape}
 */
export const shade = ({ stance, x, y, width = "100%", height = "100%" }) => ({
  tag: "rect",
  attributes: { class: `shade ${stance}`, x, y, width, height, fill: PATTERNS[stance] },
});

/** @param {Stance} stance */
export function key(stance) {
  const fill = PATTERNS[stance] ? ` fill="${PATTERNS[stance]}"` : "";
  return `<svg aria-hidden="true" class="key ${stance}" width="14" height="14"><rect class="shade ${stance}" width="100%" height="100%"${fill}></rect></svg>`;
}
