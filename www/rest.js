/**
 * The second part of the wasm, which draws what stands under the answer. It comes
 * once there is something to stand under, with its style sheet inside.
 */
import { restIntegrity, restName } from "built:facts";
import { join, settle } from "built:glue";
import { pauses } from "./again.js";
import { guarded } from "./boundary.js";
import { LoadError } from "./load-error.js";

/**
 * @param {() => URL} address where it is; throws where it is nowhere
 * @returns {NonNullable<import("./loader.js").Loader["rest"]>}
 */
export function restFrom(address) {
  /** @type {Promise<string> | undefined} */
  let loading;
  return (fail) => (loading ??= load(address, fail));
}

/**
 * @param {() => URL} address
 * @param {(error: LoadError) => void} fail
 * @returns {Promise<string>} the style sheet
 */
async function load(address, fail) {
  const pause = pauses();
  for (;;) {
    try {
      return await fetchRest(address());
    } catch (error) {
      guarded(() => settle(false));
      fail(
        new LoadError(
          "rest_missing",
          `What stands under the answer does not load: ${error}. For the owner of this site: put the file ${restName} of the same build beside the script, or use the full script.`,
        ),
      );
    }
    await pause();
  }
}

/** @param {URL} address */
async function fetchRest(address) {
  const response = await fetch(address, {
    integrity: restIntegrity,
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  const wasm = await WebAssembly.compile(await response.arrayBuffer());
  const [style] = WebAssembly.Module.customSections(wasm, "style");
  join(wasm);
  guarded(() => settle(true));
  return new TextDecoder().decode(style);
}
