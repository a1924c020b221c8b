/**
 * What do other people's pages and programs rely on? Everything of it by name, as
 * tests/snapshots/api.txt has it: what changes there changes for them.
 */
import { entries, globalNames, module, properties } from "./built.js";
import { element } from "./manifest.js";
import { fields, outline, union } from "./types.js";

const HEAD = `The public surface: what pages and programs rely on. A line that goes or changes breaks
one of them and needs a major version; \`cargo xtask snapshot\` renews the list.
`;

/** The types whose fields a caller reads or writes. */
const SHAPES = ["Options", "CatalogOptions", "Guidance", "Timeline", "Catalog", "Detail"];

export async function surface() {
  const api = await module();
  const { tagName, attributes, events, cssParts, cssProperties, slots } = element();
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
  /** @type {[string, string[]][]} */
  const sections = [
    ["Imports of the package", entries()],
    ["Exports of the module", Object.keys(api).sort()],
    ["The global of the classic script", globalNames("aftercare-consensus.iife.js")],
    ["The element", [tagName]],
    ["Attributes", attributes.map(({ name, type }) => `${name}: ${type.text}`)],
    [
      "Properties",
      properties(api.AftercareConsensus)
        .map(({ name, isReadonly }) => `${name}${isReadonly ? " (to read)" : ""}`)
        .sort(),
    ],
    ["Events", events.map(({ name, type }) => `${name} ${outline(type.text.match(/<(.+)>/)?.[1] ?? "")}`)],
    ["Slots", slots.map(({ name }) => name || "(without a name)")],
    ["Parts", names(cssParts)],
    ["Custom properties", names(cssProperties)],
    ["Codes of questions", union("ErrorCode")],
    ["Codes of loading", union("LoadErrorCode")],
    ...SHAPES.map((type) => /** @type {[string, string[]]} */ ([`Fields: ${type}`, fields(type)])),
  ];
  return `${HEAD}\n${sections
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`)
    .join("\n")}`;
}
