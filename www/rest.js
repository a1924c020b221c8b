/** Everything but a first look: the wasm with all of the view, its style sheet, and the hashes of its texts. */
import { restName } from "built:facts";
import { pauses } from "./again.js";
import { LoadError } from "./load-error.js";
import { startWire } from "./wire.js";

/** The style sheet that is in the wasm, once that has started. */
let style = "";

/** The hashes of the texts beside the script, by language. @type {Record<"details" | "words", Record<string, string>>} */
let known;

export const sums = () => known;

export const restStyle = () => style;

/**
 * Brings the whole once, however often it is asked for; what failed is tried again.
 *
 * @param {() => Promise<BufferSource>} bytes
 * @returns {import("./loader.js").Loader["start"]}
 */
export function wholeFrom(bytes) {
  const pause = pauses();
  /** @type {Promise<void> | undefined} */
  let loading;
  const load = async () => {
    // Not under the script's own frames: a tool that notes who asked would read the
    // whole script again for them.
    await undefined;
    try {
      startWhole(await WebAssembly.compile(await bytes()));
    } catch (cause) {
      loading = undefined;
      const error = new LoadError(
        "rest_missing",
        `The rest of this card does not load: ${cause}. For the owner of this site: put the files ${restName}.* of the same build beside the script, or use the full script.`,
      );
      error.again = pause();
      throw error;
    }
  };
  return () => (style ? undefined : (loading ??= load()));
}

/** @param {WebAssembly.Module} wasm */
export function startWhole(wasm) {
  const [section] = WebAssembly.Module.customSections(wasm, "rest");
  const [hashes, css] = new TextDecoder().decode(section).split("\n");
  startWire(wasm);
  known = JSON.parse(hashes);
  style = css;
}
