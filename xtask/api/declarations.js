/**
 * Writes the package's declarations, from those that tsc has written to
 * target/www/types: a file for each entry, and one for what they share. The first
 * argument is the folder.
 */
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

const path = (name) => fileURLToPath(file(`target/www/${name}`));

const input = Object.fromEntries(
  Object.entries(ENTRIES).map(([name, entry]) => [name, path(`types/www/entries/${entry}.d.ts`)]),
);
const bundle = await rolldown({
  input,
  plugins: [dts({ dtsInput: true, tsconfig: fileURLToPath(file("tsconfig.json")) })],
});
await bundle.write({ dir: process.argv[2], chunkFileNames: "types.d.ts", entryFileNames: "[name].ts" });
