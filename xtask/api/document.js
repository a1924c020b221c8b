/** The generated tables of a document, put between their markers. */
import { tables } from "./tables.js";

/**
 * Puts each table between its markers.
 *
 * @param {string} document
 */
export async function withTables(document) {
  let text = document;
  for (const [name, table] of Object.entries(await tables())) {
    const [before, rest] = cut(text, `<!-- table: ${name} -->\n`);
    const [, after] = cut(rest, "<!-- end -->");
    text = `${before}<!-- table: ${name} -->\n\n${table}\n\n<!-- end -->${after}`;
  }
  return text;
}

/**
 * @param {string} text
 * @param {string} marker
 */
function cut(text, marker) {
  const at = text.indexOf(marker);
  if (at < 0) {
    throw new Error(`docs/element.md lacks ${marker.trim()}; put it where the table belongs`);
  }
  return [text.slice(0, at), text.slice(at + marker.length)];
}
