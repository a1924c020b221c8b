/** Small elements that several parts share. */
import { LINES, SHAPES } from "../engine/icons.js";

/** @typedef {import("preact").ComponentChildren} Children */

/** @param {{ children: Children }} props */
const Drawing = ({ children }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
  >
    {children}
  </svg>
);

/** @param {{ status: import("../engine/card.js").Shown }} props */
export const Icon = ({ status }) => (
  <Drawing>
    <path class="disc" fill="currentColor" stroke="none" d={SHAPES[status][0]} />
    <path class="glyph" stroke="#fff" d={SHAPES[status][1]} />
  </Drawing>
);

/** @param {{ name: string }} props */
export const LineIcon = ({ name }) => (
  <Drawing>
    <path d={LINES[name]} />
  </Drawing>
);

/** @param {{ link: import("../engine/card.js").Link | undefined, style?: string }} props */
export const Call = ({ link, style = "call link" }) =>
  link && (
    <a class={style} href={link.href}>
      <LineIcon name="phone" />
      <span>{link.text}</span>
    </a>
  );

/** @param {{ texts: string[] }} props */
export const Items = ({ texts }) => (
  <ul>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);

/** @param {{ name: string, children: Children }} props */
export const Row = ({ name, children }) => (
  <div class="value">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
