/** What is on the screen? All texts of a form, a head and the help, for whoever draws them. */
import corpus from "built:corpus";
import { asked, begunParts } from "./form.js";
import {
  closeCall,
  conditionsOf,
  guidance,
  isMostlyFine,
  longestOf,
  summary,
  summaryParts,
  title,
} from "./guidance.js";
import { reminder } from "./reminder.js";
import { findTreatment, telephone } from "./settings.js";
import { about, dateValue, isoTime, monthText, rounded, when } from "./visit.js";
import { brief, list, say, sayNumber, span } from "./words.js";

/**
 * @typedef {import("./guidance.js").Guidance} Guidance
 * @typedef {import("./guidance.js").Status} Status
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {{ href: string, text: string }} Link
 * @typedef {ReturnType<typeof describeSettings>} Page
 * @typedef {ReturnType<typeof describe>} Scene
 * @typedef {NonNullable<Scene["card"]>} Card
 * @typedef {Status | "clinic"} Shown
 */

const STALE_AFTER_MONTHS = 12;

/** Which data these are. */
export const dataLine = say("data.version", { version: corpus.version, updated: monthText(corpus.updated) });

/** Whether a clinician has read the words. */
export const checkedLine = corpus.reviewed
  ? say("data.checked", { by: corpus.reviewed.by, month: monthText(corpus.reviewed.month) })
  : say("data.unchecked");

/** The treatments to choose from, by every brand that they go by. */
export const treatmentChoices = choices();

function choices() {
  /** @type {{ name: string, choices: { value: string, name: string }[] }[]} */
  const groups = [];
  const others = [];
  const unlisted = [];
  for (const { id, name, generic, aliases } of corpus.treatments) {
    if (generic === null) {
      unlisted.push({ value: id, name: say("treatments.unknown") });
    } else if (aliases.length > 0) {
      groups.push({
        name: say("treatments.group", { treatment: name }),
        choices: [{ value: id, name }, ...aliases.map((alias) => ({ value: alias, name: alias }))],
      });
    } else {
      others.push({ value: id, name });
    }
  }
  groups.push({ name: say("treatments.others"), choices: others });
  groups.push({ name: say("treatments.unlisted"), choices: unlisted });
  return groups;
}

/** What is shown whatever is asked. @param {Settings} settings */
export function describeSettings(settings) {
  const { emergency } = settings;
  const number = emergency ?? say("help.emergency-number");
  const clinic = settings.clinic ?? say("clinic.unnamed-within");
  const first = say("clinic.first", { clinic });
  const contact = settings.contact && {
    href: telephone(settings.contact),
    text: say("help.contact", { clinic, number: settings.contact }),
  };
  const [before = "", after = ""] = say("help.emergency", { number: emergency ? "\n" : number }).split("\n");
  const href = emergency ? telephone(emergency) : undefined;
  return {
    clinic: settings.hasClinic
      ? {
          first,
          waits: settings.protocol.map(({ activity, minutes }) => ({
            name: activityOf(activity).name,
            wait: minutes ? span(minutes) : say("clinic.until-day-end"),
          })),
        }
      : undefined,
    contact: contact || undefined,
    alarm: { signs: say("help.alarm"), call: say("help.alarm-call", { number }), href },
    emergency: { before, call: href ? { href, text: number } : undefined, after },
    call: href ? { href, text: say("help.call", { number }) } : undefined,
    ring: say("help.ring", { clinic }),
    /** What the answers rest on; without a clinic's word, whose comes first. */
    basis: settings.hasClinic ? say("head.opinions") : `${say("head.opinions")} ${first}`,
  };
}

/**
 * @param {Settings} settings
 * @param {Form} form
 * @param {number} now
 */
export function describe(settings, form, now) {
  const { asks } = settings;
  const { visit, errors, problem } = asked(settings, form, now);
  const treatment = findTreatment(asks.treatment ? form.treatment : settings.treatment);
  const activity = activityOf(asks.activity ? form.activity : settings.activity);
  return {
    errors,
    parts: asks.when ? begunParts(form, now) : [],
    today: dateValue(now),
    hint: problem ?? say("view.ask"),
    card: visit && treatment ? cardOf(settings, treatment, activity, visit) : undefined,
  };
}

/** @param {string} wanted */
function activityOf(wanted) {
  return corpus.activities.find(({ id }) => id === wanted) ?? corpus.activities[0];
}

/**
 * @param {Settings} settings
 * @param {NonNullable<ReturnType<typeof findTreatment>>} asked
 * @param {import("built:corpus").Activity} activity
 * @param {Visit} visit
 */
function cardOf(settings, { treatment, called }, activity, visit) {
  const card = guidance(treatment, activity, visit.minutes, visit.day);
  const clinic = clinicHead(settings, card, visit);
  const head = headOf(settings, card, visit);
  const elapsed = span(visit.minutes - (visit.knowsDay ? rounded(visit, 0) : 0));
  return {
    asked: say("head.asked", {
      activity: activity.name,
      span: visit.knowsDay ? about(visit, elapsed) : elapsed,
      treatment: called,
    }),
    treated: visit.at === undefined ? undefined : say("head.treated", { when: when(visit, 0) }),
    ...head,
    /** The clinic's own wait for it, which comes first. */
    clinic,
    clinicNone:
      settings.protocol.length > 0 && !clinic
        ? say("clinic.none", { clinic: settings.clinic ?? say("clinic.unnamed"), subject: activity.subject })
        : undefined,
    remind: remind(clinic, card, visit),
    stale: stale(),
    spoken: spoken(called, head, summary(card), clinic),
    /** What else is told of it comes from these. */
    guidance: card,
    settings,
    visit,
  };
}

/** @param {Settings} settings @param {Guidance} card @param {Visit} visit */
function headOf(settings, card, visit) {
  const waits = settings.protocol.map(({ minutes }) => minutes ?? 24 * 60);
  const longest = Math.max(longestOf(visit.day), ...waits);
  const { number, source, list } = conditionsOf(card);
  return {
    status: card.status,
    title: title(card),
    next: next(card, visit),
    summary: summaryParts(card),
    close: closeCall(card),
    conditions:
      number > 0
        ? {
            title: sayNumber("head.conditions", number, { n: number, source }),
            list,
            see: say("head.see", { n: number }),
          }
        : undefined,
    over: visit.minutes >= longest ? say("head.all-over", { span: span(longest) }) : undefined,
  };
}

/** From when most say OK, with the moment apart. @param {Guidance} card @param {Visit} visit */
function next({ most }, visit) {
  if (most === undefined) {
    return undefined;
  }
  const left = most - visit.minutes;
  const sentence = say(left > 0 ? "head.next-from" : "head.next-since", {
    when: "\n",
    span: brief(Math.max(left, 0) + rounded(visit, most) - most),
  });
  const [before, after] = sentence.split("\n");
  return { before, when: when(visit, most), instant: isoTime(visit, most), after };
}

/** @param {Settings} settings @param {string} activity @param {Visit} visit */
export function clinicWait({ protocol }, activity, visit) {
  const wait = protocol.find((wait) => wait.activity === activity);
  if (!wait) {
    return undefined;
  }
  const until = wait.minutes ?? visit.day.end;
  return { length: wait.minutes, until, isRunning: visit.minutes < until };
}

/**
 * The clinic's own wait in words.
 *
 * @param {Settings} settings
 * @param {Guidance} card
 * @param {Visit} visit
 */
function clinicHead(settings, card, visit) {
  const wait = clinicWait(settings, card.activity.id, visit);
  if (!wait) {
    return undefined;
  }
  const { length, until, isRunning } = wait;
  const clinic = settings.clinic ?? say("clinic.unnamed");
  const { subject } = card.activity;
  const isTonight = length === undefined && isRunning && visit.at !== undefined;
  const name = length ? "wait" : isTonight ? "tonight" : "day";
  const left = until - visit.minutes;
  const differs = isRunning
    ? isMostlyFine(card.status)
    : card.status === "wait" || card.status === "mostly_wait";
  return {
    wait,
    title: say(`clinic.${name}`, { clinic, subject, span: length ? span(length) : "" }),
    left: say(isRunning ? (isTonight ? "clinic.to-go" : "clinic.left") : "clinic.ended", {
      span: brief(Math.max(left, 0)),
      when: when(visit, until),
    }),
    first: say(`clinic.${differs ? (isRunning ? "differs-wait" : "differs-ended") : "first"}`, {
      clinic: settings.clinic ?? say("clinic.unnamed-within"),
    }),
  };
}

/** At eight, nobody is woken at midnight. */
const FROM_SIX_TO_EIGHT = 120;

/**
 * A reminder of the end of the clinic's wait, or of the moment from which most say OK.
 *
 * @param {ReturnType<typeof clinicHead>} clinic
 * @param {Guidance} card
 * @param {Visit} visit
 * @returns {Link | undefined}
 */
function remind(clinic, { most, activity }, visit) {
  const { wait } = clinic ?? {};
  let at = most;
  if (wait?.isRunning) {
    const isMidnight = wait.length === undefined && visit.knowsDay;
    at = isMidnight ? visit.day.start + FROM_SIX_TO_EIGHT : wait.until;
  }
  if (at === undefined || visit.at === undefined || at <= visit.minutes) {
    return undefined;
  }
  const shown = rounded(visit, at);
  return {
    href: reminder(visit.at, shown, visit.minutes, activity),
    text: say("reminder.save", { when: when(visit, shown) }),
  };
}

/**
 * The answer in a few sentences, without the countdown, which would be read out each minute.
 *
 * @param {string} treatment
 * @param {ReturnType<typeof headOf>} head
 * @param {string} summary
 * @param {ReturnType<typeof clinicHead>} clinic
 */
function spoken(treatment, { title, next, close, over }, summary, clinic) {
  const from = next && `${next.before}${next.when}${next.when.endsWith(".") ? "" : "."}`;
  const consensus = [`${title}.`, from, summary, close, over].filter(Boolean).join(" ");
  if (!clinic) {
    return `${treatment}. ${consensus}`;
  }
  const ended = clinic.wait.isRunning ? "" : `${clinic.left} `;
  return `${treatment}. ${clinic.title}. ${ended}${clinic.first} ${say("clinic.consensus")}: ${consensus}`;
}

function stale() {
  const [year, month] = corpus.updated.split("-").map(Number);
  const today = new Date();
  const age = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month;
  return age > STALE_AFTER_MONTHS
    ? say("data.stale", { updated: monthText(corpus.updated), n: STALE_AFTER_MONTHS })
    : undefined;
}

export { corpus, list, say };
