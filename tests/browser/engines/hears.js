/**
 * Does a screen reader hear from the browser what the markup says?
 *
 * @typedef {{ role: string, name: string }} Voice
 * @param {Voice} markup
 * @param {Voice} heard
 */
export function hearsExactly(markup, heard) {
  return heard.role === markup.role && heard.name === markup.name;
}
