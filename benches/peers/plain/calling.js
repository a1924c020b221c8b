/** How is a sentence shown that names a number to call? */

/** @param {HTMLElement} node */
export function createCalling(node) {
  const link = document.createElement("a");
  let shown = "";
  return (/** @type {ReturnType<typeof import("../engine/card.js").calling>} */ { before, call, after }) => {
    const text = `${before}${call?.text}${after}`;
    if (text === shown) {
      return;
    }
    shown = text;
    if (call) {
      link.href = call.href;
      link.textContent = call.text;
      node.replaceChildren(before, link, after);
    } else {
      node.textContent = before;
    }
  };
}
