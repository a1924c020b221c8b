/**
 * The hardened boundary: whatever a caller gives becomes plain strings and
 * numbers here, before it goes into the wasm. A getter that throws, a proxy or
 * a number in a string's place ends in a `GuidanceError`, and the next call is
 * answered.
 *
 * Nothing here relies on methods of a host's prototypes, which a host may have
 * changed: lists are read by index, and results are made by the browser's own
 * reader of JSON, and copied key by key.
 */
import { CATALOG, GUIDANCE, LANGUAGE, PACK, TIMELINE, VERSION } from "./calls.js";
import { copyGuidance, copyTimeline } from "./copies.js";
import { keeps } from "./kept.js";
import { clean, pack } from "./pack.js";

const { keys: ownKeys } = Object;
const { isArray } = Array;

/** No honest options have more keys. */
const MOST_KEYS = 100;

/** No list of panels is longer. */
const MOST_PANELS = 100;

/**
 * @typedef {import("./types.js").Api} Api
 * @typedef {object} Core what there may be but one of: the module has this file apart
 * @property {typeof import("./wire.js").call} call
 * @property {typeof import("./guard.js").guarded} guarded
 * @property {typeof import("./guard.js").answered} answered
 * @property {typeof import("./guidance-error.js").GuidanceError} GuidanceError
 * @property {() => void} ready throws while the wasm has not started
 * @property {(lang: string) => Promise<import("./types.js").Detail[]>} fetchDetails
 * @property {(lang: string) => Promise<void>} loadLanguage
 */

/**
 * @param {Core} core
 * @returns {Api}
 */
export function createApi(core) {
  const { call, guarded, answered, ready, fetchDetails, loadLanguage } = core;
  /** @type {ReturnType<typeof keeps<import("./types.js").Guidance>>} */
  const cards = keeps();
  /** @type {ReturnType<typeof keeps<import("./types.js").Timeline>>} */
  const timelines = keeps();
  /** @param {number} what @param {unknown} [lang] */
  const language = (what, lang) => {
    ready();
    const isGiven = lang !== undefined && lang !== null;
    return guarded(() => call(what, 0, isGiven ? clean(name(lang)) : "", isGiven ? 1 : 0));
  };
  return {
    guidance(treatment, hoursElapsed, options) {
      const given = read(options, core);
      ready();
      // Of the two zeros a card has one.
      const hours = typeof hoursElapsed === "number" ? hoursElapsed + 0 : NaN;
      const shown = hours >= 0 && hours < Infinity ? "" : shownHours(hoursElapsed);
      const question = `${first(treatment)}${first(shown)}${given}`;
      const card = cards(question, hours, () => answered(() => call(GUIDANCE, 0, question, hours)));
      return copyGuidance(card, hours);
    },
    timeline(treatment, options) {
      const given = read(options, core);
      ready();
      const question = `${first(treatment)}${given}`;
      const ask = () => ({ from: 0, until: null, card: answered(() => call(TIMELINE, 0, question)) });
      return copyTimeline(timelines(question, 0, ask));
    },
    catalog(options) {
      const given = read(options, core);
      ready();
      return answered(() => call(CATALOG, 0, given));
    },
    async details(lang) {
      return fetchDetails(`${language(LANGUAGE, lang)}`);
    },
    async loadLanguage(lang) {
      const known = language(LANGUAGE, name(lang));
      const pack = language(PACK, known);
      return pack === undefined ? undefined : loadLanguage(pack);
    },
    version() {
      ready();
      return `${call(VERSION, 0)}`;
    },
  };
}

/** One of several that cross as one. @param {unknown} value */
const first = (value) => `${clean(name(value))}\x02`;

/**
 * Options copied once: own enumerable keys, packed. A list of panels becomes one
 * entry a panel.
 *
 * @param {unknown} options
 * @param {Core} core
 */
function read(options, core) {
  let packed = "";
  if (options === undefined || options === null) {
    return packed;
  }
  if (typeof options !== "object") {
    throw invalid(core, "options", show(options), 'an object such as { activity: "exercise" }');
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
        packed += readPanels(value, core);
      } else {
        packed += pack(clean(key), value === undefined || value === null ? undefined : name(value));
      }
    }
  } catch (error) {
    failure = isOurs(error, core)
      ? error
      : invalid(core, "options", "an object that cannot be read", "a plain object with a few keys");
  }
  if (failure) {
    throw failure;
  }
  return packed;
}

/**
 * Whatever a getter has thrown is asked for its prototype, which may throw in its turn.
 *
 * @param {unknown} error
 * @param {Core} core
 */
function isOurs(error, { GuidanceError }) {
  try {
    return error instanceof GuidanceError;
  } catch {
    return false;
  }
}

/**
 * @param {unknown} panels
 * @param {Core} core
 * @throws {import("./guidance-error.js").GuidanceError}
 */
function readPanels(panels, core) {
  const length = isArray(panels) ? panels.length : 0;
  // A proxy may say any length, and one that is no number.
  if (!isArray(panels) || !(length >= 1 && length <= MOST_PANELS)) {
    core.ready();
    const known = core.answered(() => core.call(CATALOG, 0)).panels;
    let accepted = "";
    for (let place = 0; place < known.length; place += 1) {
      accepted += `${place ? ", " : ""}${known[place].id}`;
    }
    const shown = length > MOST_PANELS ? `a list of ${length}` : "[]";
    throw invalid(
      core,
      "panels",
      isArray(panels) ? shown : show(panels),
      `a list with at least one of: ${accepted}`,
    );
  }
  let packed = "";
  for (let place = 0; place < length; place += 1) {
    packed += pack("panels", name(panels[place]));
  }
  return packed;
}

/**
 * @param {Core} core
 * @param {string} option
 * @param {string} shown
 * @param {string} accepted
 */
function invalid({ GuidanceError }, option, shown, accepted) {
  return new GuidanceError("invalid_option", `${option} is "${shown}"; accepted: ${accepted}.`);
}

/**
 * A string as it is; anything else as a description that is no name of anything.
 *
 * @param {unknown} value
 * @returns {string}
 */
function name(value) {
  return typeof value === "string" ? value : show(value);
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
      return `${clean(value)} (a string)`;
    case "number":
    case "boolean":
    case "bigint":
      return `${clean(`${value}`)} (a ${typeof value})`;
    case "object":
      return value === null ? "null" : "an object";
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}
