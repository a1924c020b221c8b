/**
 * How do texts cross between JavaScript and the whole wasm? They lie in its memory, and
 * numbers alone cross; `src/web/whole/wire.rs` has the other side.
 */

/**
 * @typedef {object} Exports each by the first letter of its name there
 * @property {WebAssembly.Memory} m
 * @property {(length: number) => number} r
 * @property {(what: number, view: number, number: number) => number} c
 * @property {(view: number) => number} d
 * @property {() => number} t
 */

// What may be called, each at its place in `answer` of `src/web/whole/wire.rs`.
const MOUNT = 0;
const FREE = 1;
const UPDATE = 2;
const ANSWER = 3;
const QUICK = 4;
const HEARD = 5;
const CARD = 6;
const QUESTION = 7;
const DETAILS = 8;
export const GUIDANCE = 9;
export const TIMELINE = 10;
export const CATALOG = 11;
export const LANGUAGE = 12;
export const PACK = 13;
export const LEARN = 14;
export const VERSION = 15;

/** What a view may ask of its host, each at its place in `Hand` of `src/web/whole/host.rs`. @type {(keyof Host)[]} */
const HANDS = [
  "paint",
  "read",
  "fill",
  "choose",
  "fold",
  "now",
  "parse",
  "calendar",
  "when",
  "tick",
  "load",
  "changed",
  "failed",
  "sources",
  "saves",
  "fraction",
];

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
 * @param {number} what
 * @param {number} at
 * @param {number} length
 * @param {number} moment
 * @param {number} now
 */
function answer(view, what, at, length, moment, now) {
  const hand = HANDS[what];
  const answer = view ? hosts[view][hand](text(at, length), moment, now) : `${moment}`;
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
 * @param {number} what
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

  /**
   * @param {number} what
   * @param {string} [given]
   * @param {number} [number]
   */
  #call(what, given, number) {
    return call(what, this.#number, given, number);
  }

  /** Looks at the form and the clock, and shows what has changed. */
  update() {
    this.#call(UPDATE);
  }

  /** The same for the answer alone; what stands under it is due at once. */
  answer() {
    this.#call(ANSWER);
  }

  /** Fills in the rough time of a button. @param {string} name */
  quick(name) {
    this.#call(QUICK, name);
  }

  /** The reader is led to the answer: nothing needs to be read out. */
  heard() {
    this.#call(HEARD);
  }

  /** The card that is shown, as JSON. */
  guidance() {
    return this.#call(CARD);
  }

  /** What is asked, as a link says it; nothing while something is missing. */
  question() {
    return this.#call(QUESTION);
  }

  /** The texts of the answers; none where they could not be loaded. @param {string} [packed] */
  details(packed) {
    this.#call(DETAILS, packed, packed === undefined ? 0 : 1);
  }

  /** When it wants to look at the clock again, in milliseconds of the epoch. */
  due() {
    return own.d(this.#number);
  }

  free() {
    this.#call(FREE);
    delete hosts[this.#number];
  }
}
