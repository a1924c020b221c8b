/** The wasm's exports as one object; what starts the wasm is not among them. */
import { View, catalog, guidance, language, learn, pack, timeline, version } from "built:glue";

/** @type {import("./glue.js").Glue} */
export const glue = { View, catalog, guidance, language, learn, pack, timeline, version };
