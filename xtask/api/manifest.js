/** What is custom-elements.json? The comment on the element's class, and the defaults of its style sheet. */
// @ts-expect-error its types leave out what its documentation offers
import { create, ts } from "@custom-elements-manifest/analyzer/index.js";
import { customProperties } from "./custom-properties.js";
import { text } from "./files.js";

/** The files of the package that have the class and its registration. */
const MODULE = "aftercare-consensus.js";
const DEFINE = "define.js";

/**
 * What this project reads of a manifest.
 *
 * @typedef {{ name: string, description: string }} Named
 * @typedef {Named & { type: { text: string }, default?: string, fieldName: string }} Attribute
 * @typedef {Named & { type: { text: string } }} Event
 * @typedef {Named & { default?: string }} CssProperty
 * @typedef {Named & { kind: string, privacy?: string, static?: boolean }} Member
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} description
 * @property {string} tagName
 * @property {{ name: string, package?: string }} superclass
 * @property {Member[]} members
 * @property {Attribute[]} attributes
 * @property {Event[]} events
 * @property {Named[]} cssParts
 * @property {CssProperty[]} cssProperties
 * @property {Named[]} slots
 */

/**
 * The element, as its source describes it.
 *
 * @returns {Declaration}
 */
export function element() {
  const source = ts.createSourceFile(
    "element.ts",
    text("www/element/element.ts"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const { modules } = create({ modules: [source], plugins: [], context: { dev: false } });
  /** @type {Declaration} */
  const found = modules[0].declarations.find((/** @type {any} */ each) => each.tagName);
  const defaults = customProperties(text("www/style/root.css"));
  /** @type {<T extends Named>(named: T) => T} */
  const inOneLine = (named) => ({ ...named, description: oneLine(named.description) });
  const attributes = found.attributes
    // Static fields count for it as attributes, but only comments describe these.
    .filter(({ description }) => description)
    .map((attribute) => ({ ...inOneLine(attribute), fieldName: camelCase(attribute.name) }));
  const properties = attributes
    // Every element has a `lang` already.
    .filter(({ name }) => name !== "lang")
    .map(({ fieldName, type, description, default: value }) => ({
      kind: "field",
      name: fieldName,
      type: { text: type.text === "boolean" ? "boolean" : `${type.text} | null` },
      description,
      ...(type.text === "boolean" ? { default: value } : {}),
    }));
  return {
    ...found,
    description: found.description.trim(),
    superclass: { name: "HTMLElement", package: "global:" },
    attributes,
    members: [...properties, ...found.members.filter(isPublic)],
    events: found.events.map(inOneLine),
    slots: found.slots.map(inOneLine),
    cssParts: found.cssParts.map(inOneLine),
    cssProperties: found.cssProperties.map((property) => {
      const { light, dark } = defaults.get(property.name) ?? {};
      const value = light === dark ? light : `light-dark(${light}, ${dark})`;
      return { ...inOneLine(property), ...(value === undefined ? {} : { default: value }) };
    }),
  };
}

/** The file that is published with the package. */
export function manifest() {
  const declaration = element();
  const { name, tagName } = declaration;
  const reference = { name, module: MODULE };
  const module = (
    /** @type {string} */ path,
    /** @type {object[]} */ declarations,
    /** @type {object} */ own,
  ) => ({
    kind: "javascript-module",
    path,
    declarations,
    exports: [own],
  });
  return {
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [
      module(MODULE, [declaration], { kind: "js", name, declaration: reference }),
      module(DEFINE, [], { kind: "custom-element-definition", name: tagName, declaration: reference }),
    ],
  };
}

/** @param {Member} member */
function isPublic({ name, kind, privacy }) {
  return kind === "field" && privacy !== "private" && name !== "observedAttributes";
}

/** @param {string} words */
function oneLine(words) {
  return words.replace(/\s+/g, " ").trim();
}

/** @param {string} name */
function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
