/** The tables of docs/element.md, from the same source as custom-elements.json. */
import { module } from "./built.js";
import { codes } from "./codes.js";
import { customProperties } from "./custom-properties.js";
import { text } from "./files.js";
import { element } from "./manifest.js";
import { outline } from "./types.js";

/**
 * Every table, by the name that its marker in docs/element.md has.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function tables() {
  const { attributes, events, cssParts, cssProperties } = element();
  const defaults = customProperties(text("www/style/root.css"));
  return {
    attributes: table(
      ["attribute", "property", "values", "meaning"],
      attributes.map(({ name, fieldName, type, description, default: value }) => {
        const [meaning, written] = description.split(" Values: ");
        const literals = [...type.text.matchAll(/"(\w+)"/g)].map(([, literal]) =>
          literal === value ? `${code(literal)} (default)` : code(literal),
        );
        return [code(name), code(fieldName), written ?? literals.join(", "), meaning];
      }),
    ),
    ids: await ids(),
    events: table(
      ["event", "`detail`", "when"],
      events.map(({ name, type, description }) => [
        code(name),
        code(outline(type.text.match(/<(.+)>/)?.[1] ?? "")),
        description,
      ]),
    ),
    parts: table(
      ["part", "what it is"],
      cssParts.map(({ name, description }) => [code(name), description]),
    ),
    properties: table(
      ["custom property", "light", "dark", "for"],
      cssProperties.map(({ name, description }) => {
        const { light = "", dark = "" } = defaults.get(name) ?? {};
        return [code(name), code(light), light === dark ? "the same" : code(dark), description];
      }),
    ),
    codes: table(
      ["code", "cause", "remedy"],
      [...codes("ErrorCode"), ...codes("LoadErrorCode"), ...codes("ErrorDetail")].map(
        ({ code: name, cause, remedy }) => [code(name), cause, capital(remedy)],
      ),
    ),
  };
}

/** What the data know, for whoever writes an attribute. */
async function ids() {
  const { treatments, activities, panels, languages } = (await module()).catalog();
  const list = (/** @type {readonly { id: string }[]} */ named) => named.map(({ id }) => code(id)).join(", ");
  return [
    `- treatments, each also by its other names: ${list(treatments)}`,
    `- activities: ${list(activities)}`,
    `- panels: ${list(panels)}`,
    `- languages: ${list(languages)}`,
  ].join("\n");
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** @param {string} words */
function code(words) {
  return `\`${words}\``;
}

/** @param {string} words */
function capital(words) {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
