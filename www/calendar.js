/** The visitor's clock and calendar, as the wasm asks for them. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Making one takes longer than everything else on a card. @type {Record<string, Intl.DateTimeFormat>} */
const formats = Object.create(null);

export const now = () => Date.now();

/**
 * @param {string} text
 * @param {number} until
 */
export function parse(text, until) {
  const moment = new Date(text);
  const at = moment.getTime();
  // The careful reading.
  const isTwice = new Date(at + HOUR).getHours() === moment.getHours();
  return isTwice && at + HOUR <= until ? at + HOUR : at;
}

/** @param {number} at */
export function calendar(at) {
  const moment = new Date(at);
  const [year, month, day] = [moment.getFullYear(), moment.getMonth(), moment.getDate()];
  const later = (/** @type {number} */ hour) =>
    Math.floor((new Date(year, month, day + 1, hour).getTime() - at) / MINUTE);
  const date = `${year}-${two(month + 1)}-${two(day)}`;
  return `${date} ${moment.getHours() * 60 + moment.getMinutes()} ${later(0)} ${later(6)}`;
}

/**
 * An instant as the visitor writes it.
 *
 * @param {string} told the language, and what is to be written of it, as the browser's
 *   calendar takes that: "en weekday=long hour=numeric"
 * @param {number} at
 */
export function write(told, at) {
  try {
    return (formats[told] ??= formatOf(told)).format(at);
  } catch {
    // What a page has done to the calendar must not go through the wasm.
    return "";
  }
}

/** @param {string} told */
function formatOf(told) {
  const [lang, ...styles] = told.split(" ");
  // Nothing that a page has put on the prototype of objects is an option.
  const options = Object.create(null);
  for (let place = 0; place < styles.length; place += 1) {
    const [name, style] = styles[place].split("=");
    options[name] = style;
  }
  return new Intl.DateTimeFormat(locale(lang), options);
}

/**
 * The visitor's own locale where it is the page's language in some country (its
 * clock may have 12 hours or 24), else the language. Anything stranger could be
 * refused by the browser's calendar.
 *
 * @param {string} lang
 */
function locale(lang) {
  const own = navigator.language ?? "";
  return own.slice(0, -3) === lang && /-[a-z]{2}$/i.test(own) ? own : lang;
}

/** @param {number} number */
function two(number) {
  return number < 10 ? `0${number}` : `${number}`;
}
