/** What do the declared types say? As JSON schemas, as paths of fields, and as a table shows them. */
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";
import { file, text } from "./files.js";

/**
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | string[]} [type]
 * @property {unknown[]} [enum]
 * @property {unknown} [const]
 * @property {Schema[]} [anyOf]
 * @property {Schema} [items]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Record<string, Schema>} [definitions]
 */

const generator = createGenerator({
  path: fileURLToPath(file("dist/{aftercare-consensus,types}.d.ts")),
  // `npm run types` checks them.
  skipTypeCheck: true,
  additionalProperties: false,
  // They are exported in one list, and not where they are declared.
  expose: "all",
  jsDoc: "none",
  topRef: false,
});

/** What a type is called where it is declared, by the name under which it is exported. */
const declared = new Map(
  [...text("dist/types.d.ts").matchAll(/([\w$]+) as (\w+)/g)].map(([, own, name]) => [name, own]),
);

/**
 * The JSON schema of a declared type; it allows no field that is not declared.
 *
 * @param {string} type
 * @returns {Schema}
 */
export function schema(type) {
  return /** @type {Schema} */ (generator.createSchema(declared.get(type) ?? type));
}

/**
 * The texts of a union of literals.
 *
 * @param {string} type
 */
export function union(type) {
  return schema(type).enum?.map(String) ?? [];
}

/**
 * Every field of a type with what it may be, one a line: `panels[].share: number | null`.
 *
 * @param {string} type
 * @returns {string[]}
 */
export function fields(type) {
  const root = schema(type);
  /** @type {string[]} */
  const lines = [];
  /** @type {(at: Schema, path: string) => void} */
  const walk = (at, path) => {
    const { plain, inner } = parts(root, at);
    if (path && plain.length > 0) {
      const kinds = inner.map(({ items }) => (items ? "list" : "object"));
      lines.push(`${path}: ${[...kinds, ...plain].join(" | ")}`);
    }
    for (const { properties = {}, required = [], items } of inner) {
      if (items) {
        walk(items, `${path}[]`);
      }
      for (const [name, property] of Object.entries(properties)) {
        walk(property, `${path ? `${path}.` : ""}${name}${required.includes(name) ? "" : "?"}`);
      }
    }
  };
  walk(root, "");
  return lines;
}

/**
 * The names of a type's fields as one writes an object: `{ id, clinic: { waiting } | null }`.
 *
 * @param {string} type
 * @returns {string}
 */
export function outline(type) {
  const root = schema(type);
  /** @type {(at: Schema) => string} */
  const show = (at) => {
    const { plain, inner } = parts(root, at);
    const shown = inner.map(({ properties = {} }) => {
      const entries = Object.entries(properties).map(([name, property]) => {
        const value = show(property);
        return value ? `${name}: ${value}` : name;
      });
      return `{ ${entries.join(", ")} }`;
    });
    return shown.length > 0 ? [...shown, ...plain].join(" | ") : "";
  };
  return show(root);
}

/**
 * A type taken apart: plain values and their types, and objects and lists.
 *
 * @param {Schema} root
 * @param {Schema} at
 * @returns {{ plain: string[], inner: Schema[] }}
 */
function parts(root, at) {
  if (at.$ref) {
    const name = decodeURIComponent(at.$ref.replace("#/definitions/", ""));
    return parts(root, root.definitions?.[name] ?? {});
  }
  if (at.anyOf) {
    const all = at.anyOf.map((each) => parts(root, each));
    return { plain: all.flatMap(({ plain }) => plain), inner: all.flatMap(({ inner }) => inner) };
  }
  if (at.properties || at.items) {
    return { plain: [], inner: [at] };
  }
  const literals = at.enum ?? ("const" in at ? [at.const] : undefined);
  return { plain: literals?.map((value) => JSON.stringify(value)) ?? [at.type ?? "any"].flat(), inner: [] };
}
