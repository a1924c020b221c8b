/** The visitor's clock and calendar, as the wasm asks for them. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Within so many milliseconds no two days have the same name. */
const FAR = 144 * HOUR;

/** Beyond so many milliseconds a date could be another year's. */
const OTHER_YEAR = 7_200 * HOUR;

const TIME_OF_DAY = { hour: "numeric", minute: "2-digit" };

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
 * With the date where the name of the day alone could mean another week's.
 *
 * @param {string} lang
 * @param {number} at
 * @param {number} now
 */
export function when(lang, at, now) {
  const far = Math.abs(at - now);
  return write(lang, at, {
    weekday: "long",
    month: far > FAR ? "long" : undefined,
    day: far > FAR ? "numeric" : undefined,
    year: far > OTHER_YEAR ? "numeric" : undefined,
    ...TIME_OF_DAY,
  });
}

/**
 * @param {string} lang
 * @param {number} at
 * @param {number} now
 */
export function tick(lang, at, now) {
  const isFar = Math.abs(at - now) > FAR;
  const day = write(lang, at, isFar ? { month: "short", day: "numeric" } : { weekday: "short" });
  return `${day}\n${write(lang, at, TIME_OF_DAY)}`;
}

/**
 * @param {string} lang
 * @param {number} at
 * @param {object} styles
 */
function write(lang, at, styles) {
  try {
    // Nothing that a page has put on the prototype of objects is an option.
    const options = Object.assign(Object.create(null), styles);
    const key = `${lang} ${options.weekday} ${options.month} ${options.year} ${options.hour}`;
    formats[key] ??= new Intl.DateTimeFormat(locale(lang), options);
    return formats[key].format(at);
  } catch {
    // What a page has done to the calendar must not go through the wasm.
    return "";
  }
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
export function two(number) {
  return number < 10 ? `0${number}` : `${number}`;
}
