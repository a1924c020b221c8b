/** When was the treatment, and what is that on the reader's clock? */
import { UNKNOWN_DAY } from "./guidance.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Beyond it, the name of a day could mean another week's; and beyond that, another year's. */
const FAR = 6 * DAY;
const OTHER_YEAR = 300 * DAY;

/** A treatment so many hours ago or less has an answer. */
export const LONGEST_AGO = 10_000;

/**
 * @typedef {object} Visit
 * @property {number} [at] milliseconds of the epoch; absent on a card of no clock
 * @property {number} now
 * @property {number} minutes since the treatment
 * @property {import("./guidance.js").Day} day
 * @property {boolean} knowsDay
 */

/** @param {number} minutes @returns {Visit} */
export const fixedVisit = (minutes) => ({ now: 0, minutes, day: UNKNOWN_DAY, knowsDay: false });

/**
 * @param {string} text a date and a time, with an offset or without
 * @param {number} now
 * @returns {Visit | undefined} nothing for a moment to come
 */
export function visitAt(text, now) {
  let moment = new Date(text);
  const later = new Date(moment.getTime() + HOUR);
  // A clock time that comes twice is the later one, once that has passed.
  const isTwice = !/(Z|[+-]\d\d:\d\d)$/.test(text) && later.getHours() === moment.getHours();
  if (isTwice && later.getTime() <= now) {
    moment = later;
  }
  const at = moment.getTime();
  if (at > now) {
    return undefined;
  }
  const after = (/** @type {number} */ hour) => {
    const then = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + 1, hour);
    return Math.trunc((then.getTime() - at) / MINUTE);
  };
  const day = { end: after(0), start: after(6) };
  return { at, now, minutes: Math.floor((now - at) / MINUTE), day, knowsDay: true };
}

/**
 * @param {string} hours as they are typed
 * @param {number} then when they were
 * @param {number} now
 * @returns {Visit | undefined} nothing for what is no number of hours
 */
export function visitFor(hours, then, now) {
  if (!/^(\d{1,4}([.,]\d{0,2})?|[.,]\d{1,2})$/.test(hours)) {
    return undefined;
  }
  const minutes = Math.floor(Number(hours.replace(",", ".")) * 60 + 1e-6);
  const at = then - minutes * MINUTE;
  return { at, now, minutes: Math.floor((now - at) / MINUTE), day: UNKNOWN_DAY, knowsDay: false };
}

/** The reader's own English, or any. */
function locale() {
  return /^en-[a-z]{2}$/i.test(navigator.language) ? navigator.language : "en";
}

/** Making one takes longer than all else. @type {Map<number, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {number} far */
function format(far) {
  const kind = Number(far > FAR) + Number(far > OTHER_YEAR);
  let known = formats.get(kind);
  if (!known) {
    known = new Intl.DateTimeFormat(locale(), {
      weekday: "long",
      hour: "numeric",
      minute: "2-digit",
      ...(kind > 0 && { month: "long", day: "numeric" }),
      ...(kind > 1 && { year: "numeric" }),
    });
    formats.set(kind, known);
  }
  return known;
}

/**
 * So many minutes after the treatment, as day and clock time.
 *
 * @param {Visit & { at: number }} visit
 * @param {number} minutes
 */
export function onClock({ at, now }, minutes) {
  const moment = at + minutes * MINUTE;
  return format(Math.abs(moment - now)).format(moment);
}

/** @param {Date} date */
export function dateValue(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {number} minute of the day */
export const timeValue = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** @param {Date} date */
export const minuteOf = (date) => date.getHours() * 60 + date.getMinutes();

/** @param {number} number */
const two = (number) => `${number}`.padStart(2, "0");
