/** What has the reader chosen, and what do they ask with that? */
import { LONGEST_AGO, dateValue, fixedVisit, minuteOf, timeValue, visitAt, visitFor } from "./visit.js";
import { say } from "./words.js";

/**
 * @typedef {object} Form
 * @property {string} treatment
 * @property {string} activity
 * @property {boolean} byHours
 * @property {string} date
 * @property {string} time
 * @property {string} hours
 * @property {number} typedAt when the hours were typed: from then on they grow
 * @property {boolean} open
 *
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./visit.js").Visit} Visit
 */

/**
 * @param {Settings} settings
 * @param {number} now
 * @returns {Form}
 */
export function firstForm(settings, now) {
  const treated = settings.treatedAt ? new Date(settings.treatedAt) : undefined;
  const filled = settings.isFilled;
  const form = {
    treatment: filled ? settings.treatment : "",
    activity: settings.activity,
    byHours: filled && settings.hours !== undefined,
    date: dateValue((filled && treated) || new Date(now)),
    time: filled && treated ? timeValue(minuteOf(treated)) : "",
    hours: (filled && settings.hours) || "",
    typedAt: now,
    open: true,
  };
  return { ...form, open: !(filled && (settings.hours || treated) && question(settings, form, now).visit) };
}

/**
 * What is asked, or what is wrong with it; neither while something is missing.
 *
 * @param {Settings} settings
 * @param {Form} form
 * @param {number} now
 * @returns {{ treatment: string, activity: string, visit?: Visit, wrong?: string }}
 */
export function question(settings, form, now) {
  const { asks } = settings;
  const treatment = asks.treatment ? form.treatment : settings.treatment;
  const activity = asks.activity ? form.activity : settings.activity;
  const { visit, wrong } = asks.when ? asked(form, now) : given(settings, now);
  return { treatment, activity, ...(visit && treatment && { visit }), ...(wrong && { wrong }) };
}

/** @param {Settings} settings @param {number} now */
function given(settings, now) {
  if (settings.hours) {
    return { visit: fixedVisit(Math.floor(Number(settings.hours) * 60 + 1e-6)) };
  }
  const visit = visitAt(`${settings.treatedAt}`, now);
  return visit ? { visit } : { wrong: say("form.error-future") };
}

/** @param {Form} form @param {number} now */
function asked(form, now) {
  if (form.byHours) {
    const hours = form.hours.trim();
    const visit = hours ? visitFor(hours, form.typedAt, now) : undefined;
    return { visit, wrong: hours && !visit ? say("form.error-hours") : undefined };
  }
  if (!form.time) {
    return {};
  }
  const moment = new Date(`${form.date}T${form.time}`);
  if (!form.date || Number.isNaN(moment.getTime())) {
    return { wrong: say("form.error-incomplete") };
  }
  if (now - moment.getTime() > LONGEST_AGO * 3_600_000) {
    return { wrong: say("form.error-past", { n: Math.floor(LONGEST_AGO / 24) }) };
  }
  const visit = visitAt(`${form.date}T${form.time}`, now);
  return visit ? { visit } : { wrong: say("form.error-future") };
}

const NOON = 12 * 60;
const EVENING = 18 * 60;

/** Rough times for one touch, each the latest that it may mean. */
const QUICK = [
  { name: "now", after: -1, days: 0, at: Infinity },
  { name: "morning", after: 6 * 60, days: 0, at: NOON },
  { name: "afternoon", after: NOON, days: 0, at: EVENING },
  { name: "yesterday", after: -1, days: 1, at: EVENING },
];

/** @typedef {typeof QUICK[number]} Quick */

/** @param {number} now */
export function quickTimes(now) {
  const minute = minuteOf(new Date(now));
  return QUICK.filter(({ after }) => minute > after);
}

/**
 * What a rough time fills in.
 *
 * @param {Quick} quick
 * @param {number} now
 */
export function quickFill({ days, at }, now) {
  const date = new Date(now);
  const minute = days > 0 ? at : Math.min(minuteOf(date), at);
  date.setDate(date.getDate() - days);
  return { date: dateValue(date), time: timeValue(minute), byHours: false };
}

/** What is still to be said, as a selector. @param {Settings} settings @param {Form} form */
export function missing(settings, form) {
  if (settings.asks.treatment && !form.treatment) {
    return ".treatment";
  }
  return form.byHours ? ".hours" : ".time";
}
