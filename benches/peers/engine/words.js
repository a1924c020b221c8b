/** How is something said in English? */
import corpus from "built:corpus";

const HOUR = 60;
const DAY = 24 * HOUR;

/** From so many minutes on, a span is told in days. */
const LONG = 3 * DAY;

/** @typedef {Record<string, string | number>} Values */

/**
 * @param {string} text with names in braces
 * @param {Values} values
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);
}

/**
 * @param {string} key
 * @param {Values} [values]
 */
export function say(key, values) {
  const text = corpus.words[key];
  return values ? fill(text, values) : text;
}

/**
 * @param {string} key
 * @param {number} number
 * @param {Values} values
 */
export function sayNumber(key, number, values) {
  return fill(form(corpus.plurals[key], number), values);
}

/**
 * @param {[string, string]} forms
 * @param {number} number
 */
export function form(forms, number) {
  return forms[number === 1 ? 0 : 1];
}

/** @param {string} key */
export const list = (key) => corpus.lists[key];

/** @param {string} text */
export const capitalized = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * A length of time in its two largest units.
 *
 * @param {number} minutes
 */
export function span(minutes) {
  return inUnits(minutes, (unit, n) => sayNumber(`time.${unit}`, n, { n }));
}

/**
 * The same for a countdown.
 *
 * @param {number} minutes
 */
export function brief(minutes) {
  return inUnits(minutes, (unit, n) => say(`time.brief-${unit}`, { n }));
}

/**
 * @param {number} minutes
 * @param {(unit: string, n: number) => string} say
 */
function inUnits(minutes, say) {
  const isLong = minutes >= LONG;
  const hours = Math.floor(minutes / HOUR);
  const [large, many] = isLong ? ["days", Math.floor(hours / 24)] : ["hours", hours];
  const [small, rest] = isLong ? ["hours", hours % 24] : ["minutes", minutes % HOUR];
  const parts = [];
  if (many) {
    parts.push(say(large, many));
  }
  if (rest || !many) {
    parts.push(say(small, rest));
  }
  return parts.join(" ");
}
