/** How is the small wasm asked, the one of a first look? Its memory is written and read by hand, since numbers alone cross. */
import { whyNot } from "./start-wasm.js";

/**
 * Its exports, each by the first letter of its name in `src/web/glance.rs`.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} m
 * @property {() => number} r the room for the names that are asked about, and then for the texts
 * @property {(treatment: number, letters: number, minutes: number, end: string | undefined, start: string | undefined, live: boolean) => number} l
 */

/**
 * The texts of `Glance::put` in `src/view/glance.rs`, or none where a name does not
 * exist. Moments are minutes after the treatment, rounded down and made numbers on their
 * way; end and start of the day may be missing.
 *
 * @typedef {(treatment: string, activity: string, minutes: number, live: boolean, end?: string, start?: string) => string[] | undefined} Look
 */

/** So many letters have room. */
const ROOM = 128;

/**
 * @param {BufferSource} bytes
 * @returns {Look}
 * @throws {import("./load-error.js").LoadError}
 */
export function lookWith(bytes) {
  /** @type {Exports} */
  let own;
  try {
    const wasm = new WebAssembly.Module(bytes);
    own = /** @type {any} */ (new WebAssembly.Instance(wasm).exports);
  } catch (error) {
    throw whyNot(error, bytes);
  }
  const { m, r, l } = own;
  return (treatment, activity, minutes, live, end, start) => {
    const names = treatment + activity;
    if (names.length > ROOM) {
      return undefined;
    }
    new TextEncoder().encodeInto(names, new Uint8Array(m.buffer, r(), ROOM));
    const length = l(treatment.length, names.length, minutes, end, start, live);
    return length ? new TextDecoder().decode(new Uint8Array(m.buffer, r(), length)).split("\n") : undefined;
  };
}
