/**
 * The ES module, for bundlers and CDNs. Nothing runs on import: call `init`
 * once, then the functions.
 */
import * as glue from "built:glue";
import { createApi } from "./boundary.js";
import { detailsBeside } from "./details.js";

export { GuidanceError } from "./guidance-error.js";

let loaded = false;
/** @type {Promise<void> | undefined} */
let loading;

/** @type {typeof import("./module.d.ts").init} */
export function init(source) {
  loading ??= load(source).catch((error) => {
    // A failed load may be tried again.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @param {Parameters<typeof init>[0]} source */
async function load(source) {
  const address = source ?? new URL("./aftercare-consensus.wasm", import.meta.url);
  await glue.default({ module_or_path: address });
  loaded = true;
}

const api = createApi(
  () => {
    if (!loaded) {
      throw new Error("The wasm is not loaded yet; call and await init() first.");
    }
    return glue;
  },
  detailsBeside(import.meta.url),
);

export const { guidance, timeline, catalog, details, version } = api;
