/** Renews the README's tables and the list of the public surface. */
import { writeFileSync } from "node:fs";
import { file, text } from "./files.js";
import { withTables } from "./readme.js";
import { surface } from "./surface.js";

writeFileSync(file("README.md"), await withTables(text("README.md")));
writeFileSync(file("tests/snapshots/api.txt"), await surface());
