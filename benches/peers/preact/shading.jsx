/** How is each stance drawn? */

/** @typedef {import("../engine/guidance.js").Stance} Stance */

/** @param {{ id: string, size: string, turn?: string, path: string }} props */
const Pattern = ({ id, size, turn, path }) => (
  <pattern
    class={id}
    id={id}
    patternUnits="userSpaceOnUse"
    patternTransform={turn}
    width={size}
    height={size}
  >
    <rect width={size} height={size} fill="none" />
    <path d={path} stroke="currentColor" />
  </pattern>
);

export const Patterns = () => (
  <svg aria-hidden="true" class="patterns" width="0" height="0">
    <Pattern id="striped" size="7" turn="rotate(45)" path="M1.5 0v7" />
    <Pattern id="dotted" size="5" path="M2.5 2.5h.01" />
  </svg>
);

/** @type {Partial<Record<Stance, string>>} */
const PATTERNS = { wait: "url(#striped)", silent: "url(#dotted)" };

/** @param {{ stance: Stance, x?: string, y?: string, width?: string, height?: string }} props */
export const Shade = ({ stance, x, y, width = "100%", height = "100%" }) => (
  <rect class={`shade ${stance}`} x={x} y={y} width={width} height={height} fill={PATTERNS[stance]} />
);

/** @param {{ stance: Stance }} props */
export const Key = ({ stance }) => (
  <svg aria-hidden="true" class={`key ${stance}`} width="14" height="14">
    <Shade stance={stance} />
  </svg>
);
