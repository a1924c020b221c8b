/**
 * An element that holds one text is given it as a whole. The translators of browsers, and
 * what turns numbers into links, put elements of their own in the place of text nodes: a
 * new text in the old node would not be seen, and the old answer would stay on the screen.
 */
import { options } from "preact";

options.vnode = ({ type, props }) => {
  // Of a drawing, Preact sets attributes alone.
  if (typeof type === "string" && type !== "text") {
    const own = props as { children?: unknown; textContent?: string };
    if (typeof own.children === "string") {
      own.textContent = own.children;
      own.children = undefined;
    }
  }
};
