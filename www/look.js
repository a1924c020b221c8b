/** How is the small wasm asked, the one of a first look? Its memory is written and read by hand, since numbers alone cross. */
import { whyNot } from "./start-wasm.js";

/**
 * Its exports, each by the first letter of its name in `src/web/glance.rs`.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} m
 * @property {() => number} r the room for the names that are asked about
 * @property {(treatment: number, letters: number, minutes: number, end: number, start: number, live: boolean) => number} l
 * @property {() => number} t where the texts are
 */

/**
 * The texts of `Glance::texts` in `src/view/glance.rs`, or none where a name does not
 * exist. Moments are minutes after the treatment; a start of 0 says that end and start of
 * the day are not known.
 *
 * @typedef {(treatment: string, activity: string, minutes: number, end: number, start: number, live: boolean) => string[] | undefined} Look
 */

/** So many letters have room. */
const ROOM = 128;

/** After so many looks the wasm is begun anew, since it gives no memory back. */
const MOST = 50;

/**
 * @param {BufferSource} bytes
 * @returns {Look}
 * @throws {import("./load-error.js").LoadError}
 */
export function lookWith(bytes) {
  let left = 0;
  /** @type {Exports} */
  let own;
  /** @type {WebAssembly.Module} */
  let wasm;
  const begin = () => {
    left = MOST;
    own = /** @type {any} */ (new WebAssembly.Instance(wasm).exports);
  };
  try {
    wasm = new WebAssembly.Module(bytes);
    begin();
  } catch (error) {
    throw whyNot(error, bytes);
  }
  return (treatment, activity, minutes, end, start, live) => {
    left -= 1;
    if (left < 0) {
      begin();
    }
    const { m, r, l, t } = own;
    const names = treatment + activity;
    if (names.length > ROOM) {
      return undefined;
    }
    new TextEncoder().encodeInto(names, new Uint8Array(m.buffer, r(), ROOM));
    const length = l(treatment.length, names.length, minutes, end, start, live);
    return length ? new TextDecoder().decode(new Uint8Array(m.buffer, t(), length)).split("\n") : undefined;
  };
}
