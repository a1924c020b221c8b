/** What the module loads apart: for programs, for a deeper look, and where something goes wrong. */
export { createApi } from "./boundary.js";
export { diagnose, wrongType } from "./diagnose.js";
export { wasmOf } from "./wasm-of.js";
export { ofBuild, packDetails } from "./pack-details.js";
