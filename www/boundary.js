/**
 * The hardened boundary: whatever a caller gives becomes plain strings and
 * numbers here, before it goes into the wasm. A getter that throws, a proxy or
 * a number in a string's place ends in a `GuidanceError`, and the next call is
 * answered.
 *
 * Nothing here relies on methods of a host's prototypes, which a host may have
 * changed: lists are read by index, and results are made by the browser's own
 * reader of JSON.
 */
import { GuidanceError } from "./guidance-error.js";
import { loadsLanguages } from "./languages.js";

const { keys: ownKeys } = Object;
const { isArray } = Array;
const { parse } = JSON;

/** Longer strings are no name of anything; what is cut cannot become one. */
const LONGEST = 1000;

/** No honest options have more keys. */
const MOST_KEYS = 100;

/** No list of panels is longer. */
const MOST_PANELS = 100;

/**
 * @typedef {import("./glue.js").Glue} Glue
 * @typedef {import("./types.js").Api} Api
 */

/**
 * @param {() => Glue} glue the exports of the wasm; throws while there are none
 * @param {(lang: string) => Promise<import("./types.js").Detail[]>} fetchDetails
 * @param {import("./languages.js").FetchWords} fetchWords
 * @returns {Api}
 */
export function createApi(glue, fetchDetails, fetchWords) {
  const load = loadsLanguages(glue, fetchWords);
  return {
    guidance(treatment, hoursElapsed, options) {
      return answered(() => {
        const given = read(options, glue);
        const isNumber = typeof hoursElapsed === "number";
        const hours = isNumber ? hoursElapsed : NaN;
        const shown = hours >= 0 && hours < Infinity ? "" : shownHours(hoursElapsed);
        return glue().guidance(name(treatment), hours, shown, given);
      });
    },
    timeline(treatment, options) {
      return answered(() => {
        const given = read(options, glue);
        return glue().timeline(name(treatment), given);
      });
    },
    catalog(options) {
      return answered(() => {
        const given = read(options, glue);
        return glue().catalog(given);
      });
    },
    async details(lang) {
      const given = lang === undefined || lang === null ? undefined : name(lang);
      return fetchDetails(guarded(() => glue().language(given)));
    },
    async loadLanguage(lang) {
      const known = guarded(() => glue().language(name(lang)));
      const pack = guarded(() => glue().pack(known));
      return pack === undefined ? undefined : load(pack);
    },
    version() {
      return glue().version();
    },
  };
}

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
 * @param {() => string | null} call
 */
export function answered(call) {
  const text = guarded(call);
  return text === null ? null : parse(text);
}

/**
 * One option or attribute, in the text that holds them all and crosses into the
 * wasm at once: U+0002 ends each, U+0001 stands between key and value; a key
 * without a value is not given.
 *
 * @param {string} key
 * @param {unknown} value
 */
export function pack(key, value) {
  const given = value === undefined || value === null ? "" : `\x01${clean(name(value))}`;
  return `${clean(name(key))}${given}\x02`;
}

/**
 * Without the two signs that separate, which no name of anything holds; with the
 * plain space for those that page editors put in its place.
 *
 * @param {string} text
 */
export function clean(text) {
  let cleaned = "";
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (sign === "\x01" || sign === "\x02") {
      cleaned += "\ufffd";
    } else {
      cleaned += sign === "\xa0" || sign === "\u202f" ? " " : sign;
    }
  }
  return cleaned;
}

/**
 * Options copied once: own enumerable keys, packed. A list of panels becomes one
 * entry a panel.
 *
 * @param {unknown} options
 * @param {() => Glue} glue
 */
function read(options, glue) {
  let packed = "";
  if (options === undefined || options === null) {
    return packed;
  }
  if (typeof options !== "object") {
    throw invalid("options", show(options), 'an object such as { activity: "exercise" }');
  }
  /** @type {unknown} */
  let failure;
  try {
    const own = ownKeys(options);
    if (own.length > MOST_KEYS) {
      throw own.length;
    }
    for (let place = 0; place < own.length; place += 1) {
      const key = own[place];
      const value = /** @type {Record<string, unknown>} */ (options)[key];
      if (key === "panels" && value !== undefined && value !== null) {
        packed += readPanels(value, glue);
      } else {
        packed += pack(key, value);
      }
    }
  } catch (error) {
    failure = error instanceof GuidanceError ? error : undefined;
    failure ??= invalid("options", "an object that cannot be read", "a plain object with a few keys");
  }
  if (failure) {
    throw failure;
  }
  return packed;
}

/**
 * @param {unknown} panels
 * @param {() => Glue} glue
 * @throws {GuidanceError}
 */
function readPanels(panels, glue) {
  const length = isArray(panels) ? panels.length : 0;
  if (!isArray(panels) || length === 0 || length > MOST_PANELS) {
    const known = parse(glue().catalog("")).panels;
    let accepted = "";
    for (let place = 0; place < known.length; place += 1) {
      accepted += `${place ? ", " : ""}${known[place].id}`;
    }
    const shown = length > MOST_PANELS ? `a list of ${length}` : "[]";
    throw invalid(
      "panels",
      isArray(panels) ? shown : show(panels),
      `a list with at least one of: ${accepted}`,
    );
  }
  let packed = "";
  for (let place = 0; place < length; place += 1) {
    packed += pack("panels", panels[place]);
  }
  return packed;
}

/**
 * @param {string} option
 * @param {string} shown
 * @param {string} accepted
 */
function invalid(option, shown, accepted) {
  return new GuidanceError("invalid_option", `${option} is "${shown}"; accepted: ${accepted}.`);
}

/**
 * A string as it is; anything else as a description that is no name of anything.
 *
 * @param {unknown} value
 * @returns {string}
 */
function name(value) {
  if (typeof value !== "string") {
    return show(value);
  }
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

/**
 * @param {unknown} hours
 */
function shownHours(hours) {
  return typeof hours === "number" ? `${hours}` : show(hours);
}

/**
 * What a value is, without calling anything of it.
 *
 * @param {unknown} value
 * @returns {string}
 */
function show(value) {
  switch (typeof value) {
    case "string":
      return `${name(value)} (a string)`;
    case "number":
    case "boolean":
    case "bigint":
      return `${name(`${value}`)} (a ${typeof value})`;
    case "object":
      return value === null ? "null" : "an object";
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}
