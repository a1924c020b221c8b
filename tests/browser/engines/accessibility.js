/**
 * Does the browser's accessibility tree say what the markup says?
 *
 * @typedef {{ role: string, name: string }} Accessible
 * @param {Accessible} markup
 * @param {Accessible} computed by the browser
 */
export function isSameAccessible(markup, computed) {
  return computed.role === markup.role && computed.name === markup.name;
}
