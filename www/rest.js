/**
 * The second part of the wasm, which draws what stands under the answer. It comes
 * once there is something to stand under, with its style sheet inside.
 */
import { restIntegrity, restName } from "built:facts";
import { join, settle } from "built:glue";
import { pauses } from "./again.js";
import { LoadError } from "./load-error.js";
import { updateAll } from "./ticker.js";

/**
 * @param {() => Promise<BufferSource>} bytes brings it
 * @returns {NonNullable<import("./loader.js").Loader["rest"]>}
 */
export function restFrom(bytes) {
  /** @type {Promise<string> | undefined} */
  let loading;
  return (fail) => (loading ??= load(bytes, fail));
}

/**
 * @param {() => Promise<BufferSource>} bytes
 * @param {(error: LoadError) => void} fail
 * @returns {Promise<string>} the style sheet
 */
async function load(bytes, fail) {
  const pause = pauses();
  // Not under the script's own frames: a tool that notes who asked would read the
  // whole script again for them.
  await undefined;
  for (;;) {
    try {
      return await start(await bytes());
    } catch (error) {
      settle(false);
      updateAll();
      fail(
        new LoadError(
          "rest_missing",
          `What stands under the answer does not load: ${error}. For the owner of this site: put the files ${restName}.* of the same build beside the script, or use the full script.`,
        ),
      );
    }
    await pause();
  }
}

/** @param {BufferSource} bytes */
async function start(bytes) {
  const wasm = await WebAssembly.compile(bytes);
  const [style] = WebAssembly.Module.customSections(wasm, "style");
  join(wasm);
  settle(true);
  updateAll();
  return new TextDecoder().decode(style);
}

/** @param {URL} address */
export async function fetchRest(address) {
  const response = await fetch(address, {
    integrity: restIntegrity,
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  return response.arrayBuffer();
}
