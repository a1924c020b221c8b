/**
 * A caller's options, copied once before they cross: a getter that throws would
 * throw through the frames of the wasm. What is no text becomes a description, which
 * is no name of anything, so the core's error shows it.
 */
import { GuidanceError } from "./guidance-error";

const { keys } = Object;
const { isArray } = Array;

/** No honest options have more keys. */
const MOST_KEYS = 100;

/** No list of panels is longer. */
const MOST_PANELS = 100;

/** Options as the core takes them; an absent, `undefined` or `null` value is not given. */
export type Copied = Record<string, string | string[]>;

/**
 * @param options what a caller gave
 * @param panels the ids that are accepted, for an error
 * @throws {GuidanceError} with the code `invalid_option`
 */
export function copyOptions(options: unknown, panels: () => readonly string[]): Copied {
  // Without a prototype, no key of a page's making is inherited.
  const copied: Copied = Object.create(null);
  if (options === undefined || options === null) {
    return copied;
  }
  if (typeof options !== "object") {
    throw invalid("options", describe(options), 'an object such as { activity: "exercise" }');
  }
  let failure: GuidanceError | undefined;
  try {
    const own = keys(options);
    if (own.length > MOST_KEYS) {
      throw own.length;
    }
    for (let place = 0; place < own.length; place += 1) {
      const key = own[place];
      const value: unknown = Reflect.get(options, key);
      if (value !== undefined && value !== null) {
        copied[cut(key)] = key === "panels" ? copyPanels(value, panels) : text(value);
      } else if (!ACCEPTED[key]) {
        // A misspelt key is an error, whatever its value.
        copied[cut(key)] = "";
      }
    }
  } catch (error) {
    failure = isOurs(error)
      ? error
      : invalid("options", "an object that cannot be read", "a plain object with a few keys");
  }
  if (failure) {
    throw failure;
  }
  return copied;
}

const ACCEPTED: Record<string, boolean> = Object.assign(Object.create(null), {
  activity: true,
  treatedAt: true,
  panels: true,
  lang: true,
  names: true,
});

function copyPanels(panels: unknown, known: () => readonly string[]): string[] {
  const length = isArray(panels) ? panels.length : 0;
  // A proxy may give any length, and one that is no number.
  if (!isArray(panels) || !(length >= 1 && length <= MOST_PANELS)) {
    const shown = length > MOST_PANELS ? `a list of ${length}` : "[]";
    throw invalid(
      "panels",
      isArray(panels) ? shown : describe(panels),
      `a list with at least one of: ${known().join(", ")}`,
    );
  }
  const copied: string[] = [];
  for (let place = 0; place < length; place += 1) {
    copied[place] = text(panels[place]);
  }
  return copied;
}

/** A question as one text; two different ones never have the same. */
export function questionKey(treatment: string, options: Copied): string {
  let key = entry(treatment);
  for (const name in options) {
    const value = options[name];
    key += entry(name);
    if (typeof value === "string") {
      key += entry(value);
    } else {
      for (let place = 0; place < value.length; place += 1) {
        key += entry(value[place]);
      }
      key += ".";
    }
  }
  return key;
}

const entry = (value: string): string => `${value.length}:${value}`;

/** Whatever a getter has thrown is asked for its prototype, which may throw in its turn. */
function isOurs(error: unknown): error is GuidanceError {
  try {
    return error instanceof GuidanceError;
  } catch {
    return false;
  }
}

function invalid(option: string, shown: string, accepted: string): GuidanceError {
  return new GuidanceError("invalid_option", `${option} is "${shown}"; accepted: ${accepted}.`);
}

/** A text as it is; anything else described. */
export function text(value: unknown): string {
  return cut(typeof value === "string" ? value : describe(value));
}

/** A longer text is no name of anything; one that is cut cannot become one. */
const LONGEST = 1000;

/** A text of a length that can be the name of something. */
export const cut = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;

/** What a value is, without calling anything of it. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return `${value} (a ${typeof value})`;
    case "object":
      return value === null ? "null" : "an object";
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}
