/** What has the reader chosen, and what do they ask with that? */
import {
  LONGEST_AGO,
  dateValue,
  dayBefore,
  fixedVisit,
  instantOf,
  minuteOf,
  timeValue,
  visitAt,
  visitFor,
} from "./visit.js";
import { say } from "./words.js";

/**
 * @typedef {"today" | "yesterday" | "earlier"} Day
 * @typedef {"morning" | "afternoon" | "evening"} Part
 *
 * @typedef {object} Form
 * @property {string} treatment
 * @property {string} activity
 * @property {boolean} byHours
 * @property {Day} day
 * @property {string} date
 * @property {string} time
 * @property {Part | ""} part where the time is not known
 * @property {number} treated the instant that these were when they were chosen; NaN for none
 * @property {string} hours
 * @property {number} typedAt when the hours were typed: from then on they grow
 * @property {boolean} isSubmitted whether the reader wants to know what is missing
 * @property {boolean} isFolded whether the question is shown in one line
 *
 * @typedef {Partial<Record<"treatment" | "date" | "time" | "hours", string | undefined>>} Errors
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./visit.js").Visit} Visit
 */

const MINUTE = 60_000;

/** @type {Day[]} */
export const DAYS = ["today", "yesterday", "earlier"];

/** Each with its first and its last minute. @type {Record<Part, [number, number]>} */
const SPANS = {
  morning: [0, 12 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [18 * 60, 24 * 60 - 1],
};

export const PARTS = /** @type {Part[]} */ (Object.keys(SPANS));

/**
 * @param {Settings} settings
 * @param {number} now
 * @returns {Form}
 */
export function firstForm(settings, now) {
  /** @type {Form} */
  const form = {
    treatment: "",
    activity: settings.activity,
    byHours: false,
    day: "today",
    date: "",
    time: "",
    part: "",
    treated: NaN,
    hours: "",
    typedAt: now,
    isSubmitted: false,
    isFolded: false,
  };
  if (!settings.isFilled) {
    return form;
  }
  form.treatment = settings.treatment;
  if (settings.hours) {
    Object.assign(form, { byHours: true, hours: settings.hours });
  } else if (settings.treatedAt) {
    Object.assign(form, momentOf(settings, now));
  }
  form.isFolded = asked(settings, form, now).visit !== undefined;
  return form;
}

/** The moment that the page's owner fills in. @param {Settings} settings @param {number} now @returns {Partial<Form>} */
function momentOf({ treatedAt, isGuess }, now) {
  const treated = instantOf(`${treatedAt}`, now);
  const date = dateValue(treated);
  const day = date === dateValue(now) ? "today" : date === dayBefore(now) ? "yesterday" : "earlier";
  const minute = minuteOf(treated);
  return {
    day,
    date: day === "earlier" ? date : "",
    time: isGuess ? "" : timeValue(minute),
    part: isGuess ? (PARTS.find((part) => minute <= SPANS[part][1]) ?? "evening") : "",
    treated,
  };
}

/**
 * Hours that are typed grow from then on; a day and a time that are typed are an instant
 * from then on. Of a time and a part of the day the last one counts.
 *
 * @param {Form} before
 * @param {Partial<Form>} part
 * @param {number} now
 * @returns {Form}
 */
export function changed(before, part, now) {
  const form = { ...before, ...part };
  if (part.part) {
    form.time = "";
  } else if (part.time) {
    form.part = "";
  }
  if (form.hours !== before.hours) {
    form.typedAt = now;
  }
  const names = /** @type {const} */ (["day", "date", "time", "part"]);
  if (names.some((name) => form[name] !== before[name])) {
    form.treated = treated(form, now);
  }
  return form;
}

/** The date that the day means. @param {Form} form @param {number} now */
const dateOf = ({ day, date }, now) =>
  day === "earlier" ? date : day === "today" ? dateValue(now) : dayBefore(now);

/** @param {Form} form @param {number} now */
function treated(form, now) {
  const date = dateOf(form, now);
  if (!form.part) {
    return instantOf(`${date}T${form.time}`, now);
  }
  const [first, last] = SPANS[form.part];
  const end = instantOf(`${date}T${timeValue(last)}`, Infinity);
  // The last moment that it may mean.
  const isRunning = instantOf(`${date}T${timeValue(first)}`, now) <= now && now < end;
  return isRunning ? Math.floor(now / MINUTE) * MINUTE : end;
}

/** The parts of the chosen day that have begun. @param {Form} form @param {number} now */
export function begunParts(form, now) {
  const date = dateOf(form, now) || "2000-01-01";
  return PARTS.filter((part) => instantOf(`${date}T${timeValue(SPANS[part][0])}`, now) <= now);
}

/**
 * When the treatment was, and what is missing or wrong.
 *
 * @param {Settings} settings
 * @param {Form} form
 * @param {number} now
 */
export function asked({ asks, ...settings }, form, now) {
  const missing = asks.when ? missingTime(form) : [];
  const { visit, wrong, field } = asks.when ? typed(form, missing, now) : given(settings, now);
  const isComplete = !asks.treatment || form.treatment !== "";
  /** @type {Errors} */
  const errors = {};
  if (form.isSubmitted) {
    for (const name of isComplete ? missing : [/** @type {const} */ ("treatment"), ...missing]) {
      errors[name] = say(`form.missing-${name}`);
    }
  }
  if (field) {
    errors[field] = wrong;
  }
  return { visit: isComplete ? visit : undefined, errors, problem: field ? undefined : wrong };
}

/** @param {Form} form */
function missingTime({ byHours, hours, day, date, time, part }) {
  /** @type {("date" | "time" | "hours")[]} */
  const missing = [];
  if (byHours) {
    return hours.trim() ? missing : [.../** @type {const} */ (["hours"])];
  }
  if (day === "earlier" && !date) {
    missing.push("date");
  }
  if (!time && !part) {
    missing.push("time");
  }
  return missing;
}

/**
 * @typedef {object} Time
 * @property {Visit} [visit]
 * @property {string} [wrong]
 * @property {"date" | "time" | "hours"} [field] where that can be mended
 */

/** @param {Omit<Settings, "asks">} settings @param {number} now @returns {Time} */
function given({ hours, treatedAt, isGuess }, now) {
  if (hours) {
    return { visit: fixedVisit(Math.floor(Number(hours) * 60 + 1e-6)) };
  }
  const visit = visitAt(instantOf(`${treatedAt}`, now), now, isGuess);
  return !visit ? future() : isLongAgo(visit) ? past() : { visit };
}

/** @param {Form} form @param {string[]} missing @param {number} now @returns {Time} */
function typed(form, missing, now) {
  if (missing.length > 0) {
    return {};
  }
  if (form.byHours) {
    const visit = visitFor(form.hours.trim(), form.typedAt, now);
    if (!visit) {
      return { wrong: say("form.error-hours"), field: "hours" };
    }
    return isLongAgo(visit) ? { ...past(), field: "hours" } : { visit };
  }
  const visit = visitAt(form.treated, now, form.part !== "");
  if (!visit) {
    return { ...future(), field: "time" };
  }
  return isLongAgo(visit) ? { ...past(), field: form.day === "earlier" ? "date" : "time" } : { visit };
}

const future = () => ({ wrong: say("form.error-future") });
const past = () => ({ wrong: say("form.error-past", { n: Math.floor(LONGEST_AGO / 24) }) });

/** @param {Visit} visit */
const isLongAgo = (visit) => visit.minutes > LONGEST_AGO * 60;
