/** How is the wasm called, so that whatever a page has done ends well? */
import { GuidanceError } from "./guidance-error.js";

const { parse } = JSON;

/**
 * Runs one call; an error of the core becomes a `GuidanceError`.
 *
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function guarded(call) {
  room(ROOM, 0, 0, 0, 0, 0, 0);
  try {
    return call();
  } catch (error) {
    if (typeof error !== "string") {
      throw error;
    }
    const { code, message } = parse(error);
    throw new GuidanceError(code, message);
  }
}

/** How many calls deep the wasm may go, and more. */
const ROOM = 1500;

/**
 * Throws what the browser throws where the stack ends, before the wasm is entered:
 * within it, its memory would stay locked, and the next call wait for ever. What
 * is given beside the depth makes each step as large as one of the wasm's.
 *
 * @type {(depth: number, a: number, b: number, c: number, d: number, e: number, f: number) => number}
 */
function room(depth, a, b, c, d, e, f) {
  return depth === 0 ? 0 : room(depth - 1, b, c, d, e, f, a) + 1;
}

/**
 * Runs a call that is answered with JSON: one text crosses, where an object would
 * cross key by key. It is read outside of the wasm, and by what defines and does
 * not assign, so that nothing on a prototype of the page catches a value.
 *
 * @param {() => string | undefined} call
 */
export function answered(call) {
  const text = guarded(call);
  return text === undefined ? null : parse(text);
}
