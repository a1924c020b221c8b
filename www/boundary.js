/**
 * The hardened boundary: whatever a caller gives becomes plain strings and
 * numbers here, before it goes into the wasm. A getter that throws, a proxy or
 * a number in a string's place ends in a `GuidanceError`, and the next call is
 * answered.
 *
 * Nothing here relies on methods of a host's prototypes, which a host may have
 * changed: lists are filled and read by index.
 */
import { GuidanceError } from "./guidance-error.js";
import { loadsLanguages } from "./languages.js";

const { keys: ownKeys, getOwnPropertyNames: ownNames, getOwnPropertyDescriptor: descriptorOf } = Object;
// These answer false where those of Object would throw.
const { defineProperty, deleteProperty, isExtensible, setPrototypeOf } = Reflect;
const { isArray } = Array;

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
    // Options are read before the way is cleared: a getter among them may do
    // anything, also to the prototypes.
    guidance(treatment, hoursElapsed, options) {
      const given = read(options, glue);
      const isNumber = typeof hoursElapsed === "number";
      const hours = isNumber ? hoursElapsed : NaN;
      const shown = hours >= 0 && hours < Infinity ? "" : shownHours(hoursElapsed);
      return guarded(() => glue().guidance(name(treatment), hours, shown, given));
    },
    timeline(treatment, options) {
      const given = read(options, glue);
      return guarded(() => glue().timeline(name(treatment), given));
    },
    catalog(options) {
      const given = read(options, glue);
      return guarded(() => glue().catalog(given));
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
  const restore = clearWay();
  try {
    return call();
  } catch (error) {
    if (error instanceof Error) {
      throw error;
    }
    const { code, message } = /** @type {GuidanceError} */ (error);
    throw new GuidanceError(code, message);
  } finally {
    restore();
  }
}

/**
 * The wasm writes its results by plain assignment, and so does this file with
 * its lists. A setter or a fixed property on a prototype of the host's page would
 * catch that: it could throw through the wasm, or lose a value. While a call
 * runs, such properties are put aside; calls are synchronous, so nobody else
 * sees it.
 *
 * @typedef {{ prototype: object, key: string, descriptor: PropertyDescriptor, next: Aside } | undefined} Aside
 * @returns {() => void} puts them back
 */
function clearWay() {
  /** @type {Aside} */
  let aside;
  const clear = (/** @type {object} */ prototype) => {
    const names = ownNames(prototype);
    for (let place = 0; place < names.length; place += 1) {
      const key = names[place];
      const descriptor = /** @type {PropertyDescriptor} */ (descriptorOf(prototype, key));
      // Without a prototype, so that it says and becomes again what it is.
      setPrototypeOf(descriptor, null);
      // Every object has its own prototype slot, every list its own length.
      if (key === "__proto__" || key === "length" || descriptor.writable) {
        continue;
      }
      // What could not be put back is not taken away.
      if (isExtensible(prototype) && deleteProperty(prototype, key)) {
        aside = { prototype, key, descriptor, next: aside };
      } else if (typeof descriptor.value !== "function") {
        // A function is one of the language's own methods on a page that has
        // frozen its prototypes; no result has such a name.
        putBack(aside);
        throw invalid("the page", `a page with a fixed ${key} on a prototype`, "a page without it");
      }
    }
  };
  clear(Object.prototype);
  clear(Array.prototype);
  return () => putBack(aside);
}

/** @param {Aside} aside */
function putBack(aside) {
  for (let entry = aside; entry; entry = entry.next) {
    defineProperty(entry.prototype, entry.key, entry.descriptor);
  }
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
function clean(text) {
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
    const known = guarded(() => glue().catalog("").panels);
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
