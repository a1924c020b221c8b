/** Renews the tables of docs/element.md, the size in the README and the list of the public surface. */
import { writeFileSync } from "node:fs";
import { file, text } from "./files.js";
import { withTables } from "./document.js";
import { surface } from "./surface.js";

const DOCUMENT = "docs/element.md";

writeFileSync(file(DOCUMENT), await withTables(text(DOCUMENT)));
writeFileSync(file("tests/snapshots/api.txt"), await surface());

const { files } = JSON.parse(text("dist/manifest.json"));
const size = (files["aftercare-consensus.iife.js"].brotli / 1000).toFixed(1);
writeFileSync(
  file("README.md"),
  text("README.md").replace(/[\d.]+ kB after brotli/, `${size} kB after brotli`),
);
