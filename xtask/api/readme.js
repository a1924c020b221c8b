/** What would the README say, with its tables as they are to be? */
import { tables } from "./tables.js";

/**
 * Puts each table between its markers.
 *
 * @param {string} readme
 */
export async function withTables(readme) {
  let text = readme;
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
    throw new Error(`README.md lacks ${marker.trim()}; put it where the table belongs`);
  }
  return [text.slice(0, at), text.slice(at + marker.length)];
}
