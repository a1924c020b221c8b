/**
 * Writes the package's declarations, from those that tsc has written to
 * target/www/types: a file for each entry, and one for what they share. The first
 * argument is the folder.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { file } from "./files.js";

const ENTRIES = {
  "aftercare-consensus": "module",
  "aftercare-consensus.iife": "classic",
  "aftercare-consensus.es": "language",
  define: "define",
  split: "split",
};

/**
 * By what a page gets the element, and the frameworks in which its tag then has types.
 * Only React's types do without those of pages, as a program that asks nothing but the
 * function does.
 */
const FRAMEWORKS = {
  "aftercare-consensus": ["react"],
  split: ["react"],
  define: ["react", "svelte", "vue"],
};

/** @param {string} path */
const built = (path) => fileURLToPath(file(`target/www/${path}`));

/** Generated declarations are wasm-bindgen's, or tsc's of a generated source. @type {import("rolldown").Plugin} */
const generated = {
  name: "generated",
  resolveId: {
    order: "pre",
    handler: (name) =>
      name.startsWith("generated/")
        ? [built(`${name}.d.ts`), built(`types/target/www/${name}.d.ts`)].find((path) => existsSync(path))
        : undefined,
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(
    Object.entries(ENTRIES).map(([name, entry]) => [name, built(`types/www/entries/${entry}.d.ts`)]),
  ),
  plugins: [generated, dts({ dtsInput: true, tsconfig: false })],
});
await bundle.write({
  dir: process.argv[2],
  chunkFileNames: "[name].ts",
  // Types are read by their names.
  minifyInternalExports: false,
  banner: ({ name }) => {
    const frameworks = /** @type {Record<string, string[]>} */ (FRAMEWORKS)[name] ?? [];
    return frameworks.map((framework) => `/// <reference path="./${framework}.d.ts" />`).join("\n");
  },
  codeSplitting: {
    groups: [{ name: "types.d", test: /(core|element|generated)\/|entries\/(exports|global)/ }],
  },
});
