/** What a screen reader is given, as text: the tree that Chromium works out, a line for each thing that is said. */
import { STATES } from "./states.js";

/** Where they are kept for review. */
export const KEPT = new URL("../snapshots/tree/", import.meta.url);

/** The journeys of which a tree is kept. */
export const JOURNEYS = STATES.filter(({ name }) =>
  ["form", "answer-above-form", "wait", "clinic", "sections-open", "error"].includes(name),
);

/** What changes what is said. */
const SAID = [
  "checked",
  "disabled",
  "expanded",
  "invalid",
  "level",
  "live",
  "pressed",
  "required",
  "selected",
];

/** Without a name these are nothing to a reader. */
const SILENT = new Set(["none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "presentation"]);

/**
 * @param {import("./browser.js").Browser} browser
 */
export async function treeOf(browser) {
  const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (browser.driver);
  await driver.sendDevToolsCommand("Accessibility.enable", {});
  /** @type {any} */
  const answer = await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  /** @type {any[]} */
  const nodes = answer.nodes;
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {any} node @param {number} depth @param {string} around what is said already */
  const walk = (node, depth, around) => {
    const role = node.role?.value ?? "";
    const name = (node.name?.value ?? "").trim();
    const isSaid = !node.ignored && !(SILENT.has(role) && !name) && role !== "InlineTextBox";
    const repeats = role === "StaticText" && (!name || around.includes(name));
    let inner = depth;
    let within = around;
    if (isSaid && !repeats) {
      const states = (node.properties ?? [])
        .filter(
          (/** @type {any} */ { name: key, value }) =>
            SAID.includes(key) && value.value !== false && value.value !== "false",
        )
        .map((/** @type {any} */ { name: key, value }) =>
          value.value === true ? key : `${key}=${value.value}`,
        );
      const value = node.value?.value;
      const said = [
        role,
        name && `"${name}"`,
        ...states,
        value !== undefined && value !== "" && `= ${value}`,
      ];
      lines.push("  ".repeat(depth) + said.filter(Boolean).join(" "));
      inner += 1;
      within = name || around;
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) {
        walk(child, inner, within);
      }
    }
  };
  walk(nodes[0], 0, "");
  return `${lines.join("\n")}\n`;
}
