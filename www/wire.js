/**
 * How do texts cross between JavaScript and the whole wasm? They lie in its memory, and
 * numbers alone cross; `src/web/whole/wire.rs` has the other side.
 */
import { FREE, MOUNT } from "./calls.js";

/**
 * @typedef {object} Exports each by the first letter of its name there
 * @property {WebAssembly.Memory} m
 * @property {(length: number) => number} r
 * @property {(what: number, view: number, number: number) => number} c
 * @property {(view: number) => number} d
 * @property {() => number} t
 */

/** Says that there is no answer. */
const NONE = -0x80000000;

/** @typedef {import("./view-types.js").Host} Host */

/** @type {Exports} */
let own;

/** The hosts of all views by their numbers; 0 is that of no view. @type {Record<number, Host>} */
const hosts = Object.create(null);
let last = 0;

/** @param {WebAssembly.Module} wasm */
export function startWire(wasm) {
  own = /** @type {any} */ (new WebAssembly.Instance(wasm, { a: { a: answer } }).exports);
}

/**
 * What a host says; a text goes into the room.
 *
 * @param {number} view
 * @param {keyof Host} what
 * @param {number} at
 * @param {number} length
 * @param {number} moment
 * @param {number} now
 */
function answer(view, what, at, length, moment, now) {
  /** @type {(told: string, moment: number, now: number) => unknown} */
  const hand = view ? hosts[view][what] : () => `${moment}`;
  const answer = hand(text(at, length), moment, now);
  return typeof answer === "string" ? put(answer) : Number(answer);
}

/** @param {string} given */
function put(given) {
  const bytes = new TextEncoder().encode(given);
  const { length } = bytes;
  // First, since the memory may grow for it.
  const at = own.r(length);
  new Uint8Array(own.m.buffer, at, length).set(bytes);
  return length;
}

/**
 * @param {number} at
 * @param {number} length
 */
function text(at, length) {
  return new TextDecoder().decode(new Uint8Array(own.m.buffer, at, length));
}

/**
 * Asks the wasm.
 *
 * @param {number} what one of calls.js
 * @param {number} view 0 for none
 * @param {string} [given]
 * @param {number} [number]
 * @returns {string | undefined}
 * @throws {string} the error as JSON
 */
export function call(what, view, given = "", number = 0) {
  put(given);
  const length = own.c(what, view, number);
  if (length === NONE) {
    return undefined;
  }
  if (length < 0) {
    throw text(own.t(), -1 - length);
  }
  return text(own.t(), length);
}

/** The whole view in an element of the page: an `AnyView` of view-types.d.ts. */
export class View {
  #number = (last += 1);

  /**
   * Draws. The attributes are packed, with the language of the page around the element as
   * `page-lang`. What a reader has typed into `before`, the view of earlier
   * attributes, stays.
   *
   * @param {string} attributes
   * @param {Host} host
   * @param {View} [before]
   */
  constructor(attributes, host, before) {
    const earlier = before ? before.#number : 0;
    hosts[this.#number] = host;
    call(MOUNT, this.#number, attributes, earlier);
    delete hosts[earlier];
  }

  /** @type {import("./view-types.js").AnyView["ask"]} */
  ask(what, given, number) {
    const answer = call(what, this.#number, given, number);
    if (what === FREE) {
      delete hosts[this.#number];
    }
    return answer;
  }

  due() {
    return own.d(this.#number);
  }
}
