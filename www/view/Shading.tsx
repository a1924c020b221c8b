/** How each stance is drawn, in the bars and in the chart: solid, dotted and striped, so that colour is never alone. */
import type { Stance } from "generated/wasm";

/** The one place of the patterns; a drawing that is not shown at all would take them with it. */
export const Patterns = () => (
  <svg aria-hidden="true" class="patterns" width="0" height="0">
    <Pattern id="striped" size="7" turn="rotate(45)" path="M1.5 0v7" />
    <Pattern id="dotted" size="5" path="M2.5 2.5h.01" />
  </svg>
);

interface PatternProps {
  id: string;
  size: string;
  turn?: string;
  path: string;
}

const Pattern = ({ id, size, turn, path }: PatternProps) => (
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

const PATTERNS: Partial<Record<Stance, string>> = { wait: "url(#striped)", silent: "url(#dotted)" };

interface ShadeProps {
  stance: Stance;
  x?: string;
  y?: string;
  width?: string;
  height?: string;
}

/** An area of a drawing. */
export const Shade = ({ stance, width = "100%", height = "100%", ...place }: ShadeProps) => (
  <rect class={`shade ${stance}`} {...place} width={width} height={height} fill={PATTERNS[stance]} />
);

/** What stands beside a word, to say how it is drawn. */
export const Key = ({ stance }: { stance: Stance }) => (
  <svg aria-hidden="true" class={`key ${stance}`} width="14" height="14">
    <Shade stance={stance} />
  </svg>
);
