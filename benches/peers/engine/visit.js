/** When was the treatment, and what is that on the reader's clock? */
import { UNKNOWN_DAY } from "./guidance.js";
import { brief, say, span } from "./words.js";

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
 * @property {boolean} isGuess whether the time is only about right
 */

/** @param {number} minutes @returns {Visit} */
export const fixedVisit = (minutes) => ({
  now: 0,
  minutes,
  day: UNKNOWN_DAY,
  knowsDay: false,
  isGuess: false,
});

/**
 * The instant of a date and a time, with an offset or without; NaN for none.
 *
 * @param {string} text
 * @param {number} now
 */
export function instantOf(text, now) {
  const first = new Date(text);
  const later = new Date(first.getTime() + HOUR);
  // A clock time that comes twice is the later one, once that has passed.
  const isTwice = !/(Z|[+-]\d\d:\d\d)$/.test(text) && later.getHours() === first.getHours();
  return (isTwice && later.getTime() <= now ? later : first).getTime();
}

/**
 * @param {number} at milliseconds of the epoch
 * @param {number} now
 * @param {boolean} isGuess
 * @returns {Visit | undefined} nothing for a moment to come
 */
export function visitAt(at, now, isGuess) {
  if (at > now) {
    return undefined;
  }
  const moment = new Date(at);
  const after = (/** @type {number} */ hour) => {
    const then = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + 1, hour);
    return Math.floor((then.getTime() - at) / MINUTE);
  };
  const day = { end: after(0), start: after(6) };
  return { at, now, minutes: Math.floor((now - at) / MINUTE), day, knowsDay: true, isGuess };
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
  const elapsed = Math.floor((now - at) / MINUTE);
  return { at, now, minutes: elapsed, day: UNKNOWN_DAY, knowsDay: false, isGuess: true };
}

/** The reader's own English, or any. */
function locale() {
  return /^en-[a-z]{2}$/i.test(navigator.language) ? navigator.language : "en";
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  weekday: { weekday: "long", hour: "numeric", minute: "2-digit" },
  date: { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" },
  year: {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  },
  longWeekday: { weekday: "long" },
  longDate: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  shortWeekday: { weekday: "short" },
  shortDate: { month: "short", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  hour: { hour: "numeric" },
  month: { month: "long", year: "numeric" },
};

/** Making one takes longer than all else. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {keyof typeof STYLES} style @param {number} moment */
function format(style, moment) {
  let known = formats.get(style);
  if (!known) {
    known = new Intl.DateTimeFormat(locale(), STYLES[style]);
    formats.set(style, known);
  }
  return known.format(moment);
}

/** "November 2026", of "2026-11". @param {string} month */
export const monthText = (month) => format("month", new Date(`${month}-15T12:00`).getTime());

/** What is worked out from a time that is only guessed. @param {Visit} visit @param {string} text */
export const about = ({ isGuess }, text) => (isGuess ? say("time.about", { when: text }) : text);

/**
 * So many minutes after the treatment, as day and clock time; nothing without a clock.
 *
 * @param {Visit} visit
 * @param {number} minutes
 */
export function exactClock({ at, now }, minutes) {
  if (at === undefined) {
    return undefined;
  }
  const moment = at + minutes * MINUTE;
  const far = Math.abs(moment - now);
  return format(far > OTHER_YEAR ? "year" : far > FAR ? "date" : "weekday", moment);
}

/** The last minute of an hour that is only guessed is shown as the next hour. @param {Visit} visit @param {number} minutes */
export function rounded({ at, isGuess }, minutes) {
  const isLast = isGuess && at !== undefined && new Date(at + minutes * MINUTE).getMinutes() === 59;
  return isLast ? minutes + 1 : minutes;
}

/** "Saturday evening": a treatment whose time nobody knows. @param {Visit} visit */
function roughDay({ at = 0, now }) {
  const far = Math.abs(at - now);
  const day = format(far > FAR ? "longDate" : "longWeekday", at);
  const minute = minuteOf(at);
  const part = minute <= 12 * 60 ? "morning" : minute <= 18 * 60 ? "afternoon" : "evening";
  return say(`time.${part}`, { day });
}

/** The same, or how long after the treatment. @param {Visit} visit @param {number} minutes */
export function when(visit, minutes) {
  const isRough = minutes === 0 && visit.isGuess && visit.knowsDay;
  const clock = isRough ? roughDay(visit) : exactClock(visit, rounded(visit, minutes));
  return clock === undefined ? say("head.after-treatment", { span: span(minutes) }) : about(visit, clock);
}

/** Day and time of day in short. @param {Visit} visit @param {number} minutes */
export function shortClock({ at, now }, minutes) {
  if (at === undefined) {
    return undefined;
  }
  const moment = at + minutes * MINUTE;
  const isFar = Math.abs(moment - now) > FAR;
  const hour = new Date(moment).getMinutes() === 0 ? format("hour", moment) : "";
  return {
    isFar,
    day: format(isFar ? "shortDate" : "shortWeekday", moment),
    // Where hours go to 24, the hour alone would be any number.
    time: /\D/.test(hour) ? hour : format("time", moment),
  };
}

/** "Sun 5 PM", or "24 h after" without a clock. @param {Visit} visit @param {number} minutes */
export function briefWhen(visit, minutes) {
  const clock = shortClock(visit, rounded(visit, minutes));
  if (!clock) {
    return about(visit, say("time.after", { span: brief(minutes) }));
  }
  return about(visit, clock.isFar ? clock.day : `${clock.day} ${clock.time}`);
}

/** So many minutes after the treatment, for programs. @param {Visit} visit @param {number} minutes */
export function isoTime({ at }, minutes) {
  return at === undefined
    ? undefined
    : `${new Date(Math.floor(at / MINUTE + minutes) * MINUTE).toISOString().slice(0, 16)}Z`;
}

/** @param {number} time */
export function dateValue(time) {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day before. @param {number} time */
export function dayBefore(time) {
  const date = new Date(time);
  return dateValue(new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1, 12).getTime());
}

/** @param {number} minute of the day */
export const timeValue = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** @param {number} time */
export function minuteOf(time) {
  const date = new Date(time);
  return date.getHours() * 60 + date.getMinutes();
}

/** @param {number} number */
const two = (number) => `${number}`.padStart(2, "0");
