/** Writes custom-elements.json, where the first argument says. */
import { writeFileSync } from "node:fs";
import { manifest } from "./manifest.js";

writeFileSync(process.argv[2], `${JSON.stringify(manifest(), null, 2)}\n`);
