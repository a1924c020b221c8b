/** Renews the tables of docs/element.md and the list of the public surface. */
import { writeFileSync } from "node:fs";
import { file, text } from "./files.js";
import { withTables } from "./document.js";
import { surface } from "./surface.js";

const DOCUMENT = "docs/element.md";

writeFileSync(file(DOCUMENT), await withTables(text(DOCUMENT)));
writeFileSync(file("tests/snapshots/api.txt"), await surface());
