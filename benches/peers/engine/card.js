/** What is on the screen? All texts of a card, for whoever draws it. */
import corpus from "built:corpus";
import { question, quickTimes } from "./form.js";
import { guidance, isMostlyFine, longestOf } from "./guidance.js";
import { telephone } from "./settings.js";
import { dateValue, onClock } from "./visit.js";
import { brief, list, say, span } from "./words.js";

/**
 * @typedef {import("./guidance.js").Guidance} Guidance
 * @typedef {import("./guidance.js").Status} Status
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {ReturnType<typeof describe>} Scene
 * @typedef {NonNullable<Scene["card"]>} Card
 */

/** Which data these are. */
export const dataLine = say("data.version", { version: corpus.version, updated: corpus.updated });

const STALE_AFTER_MONTHS = 12;

/** The hands of a clock. */
const WAIT = "M12 6v6l4 2.5";

/** A shape of its own for each direction. @type {Record<Status, string>} */
const ICONS = {
  fine: "M5 12.5l4.5 4.5L19 7.5",
  mostly_fine: "M5 12.5l4.5 4.5L19 7.5",
  divided: "M6 9h12M6 15h12",
  mostly_wait: WAIT,
  wait: WAIT,
  not_enough: "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5v.01",
};

/**
 * A sentence that names a number to call, which is a link where the owner gives it.
 *
 * @param {string} key
 * @param {string | undefined} number
 */
export function calling(key, number) {
  if (!number) {
    return { before: say(key, { number: say("help.emergency-number") }), after: "" };
  }
  const [before = "", after = ""] = say(key, { number: "\n" }).split("\n");
  return { before, call: { href: telephone(number), text: number }, after };
}

/**
 * @param {Settings} settings
 * @param {Form} form
 * @param {number} now
 */
export function describe(settings, form, now) {
  const asked = question(settings, form, now);
  const { visit } = asked;
  const clinic = clinicWords(settings);
  const contact = settings.contact && {
    href: telephone(settings.contact),
    text: say("help.contact", { clinic: clinic.within, number: settings.contact }),
  };
  const card = visit && cardOf(settings, asked.treatment, asked.activity, visit, clinic);
  const told = card && say("head.question", { treatment: card.treatment, when: whenOf(visit)(0) });
  return {
    told,
    quick: quickTimes(now),
    today: dateValue(new Date(now)),
    wrong: settings.asks.when ? (asked.wrong ?? "") : "",
    hint: card ? undefined : (!settings.asks.when && asked.wrong) || say("view.ask"),
    /** The clinic's word where there is no card, or no wait for what is asked. */
    clinic: clinic.isThere && !card ? { waits: clinicWaits(settings) } : undefined,
    clinicFirst: say("clinic.first", { clinic: clinic.within }),
    contact: contact || undefined,
    alarm: calling("help.alarm", settings.emergency),
    card,
    emergency: calling("help.emergency", settings.emergency),
    call: settings.emergency && {
      href: telephone(settings.emergency),
      text: say("help.call", { number: settings.emergency }),
    },
    isLive: settings.treatedAt !== undefined || visit?.at !== undefined,
    spoken: card?.spoken ?? "",
  };
}

/** @param {Settings} settings */
function clinicWords(settings) {
  return {
    isThere: Boolean(settings.clinic || settings.contact) || settings.protocol.length > 0,
    name: settings.clinic ?? say("clinic.unnamed"),
    within: settings.clinic ?? say("clinic.unnamed-within"),
  };
}

/** @param {Settings} settings */
function clinicWaits(settings) {
  return settings.protocol.map(({ activity, minutes }) => ({
    name: corpus.activities.find(({ id }) => id === activity)?.name ?? "",
    wait: minutes ? span(minutes) : say("clinic.until-day-end"),
  }));
}

/** So many minutes after the treatment, on the clock where there is one. @param {Visit} visit */
function whenOf(visit) {
  const { at } = visit;
  return (/** @type {number} */ minutes) =>
    at === undefined
      ? say("head.after-treatment", { span: span(minutes) })
      : onClock({ ...visit, at }, minutes);
}

/**
 * @param {Settings} settings
 * @param {string} treatment
 * @param {string} activity
 * @param {Visit} visit
 * @param {ReturnType<typeof clinicWords>} clinic
 */
function cardOf(settings, treatment, activity, visit, clinic) {
  const card = guidance(treatment, activity, visit.minutes, visit.day);
  const when = whenOf(visit);
  const first = clinicFirst(settings, card, visit, clinic, when);
  const { status, most } = card;
  const name = card.treatment.name;
  const over = allOver(settings, visit);
  const told = `${card.headline}. ${card.summary}${over}`;
  let spoken = `${name}. ${told}`;
  if (first) {
    const left = first.waiting ? "" : `${first.left} `;
    spoken = `${name}. ${first.title} ${left}${first.first} ${say("clinic.consensus")}: ${told}`;
  }
  return {
    treatment: name,
    status,
    icon: ICONS[status],
    asked: say("head.asked", { treatment: name, span: span(visit.minutes) }),
    first,
    /** What the clinic says, next to the answer. */
    clinicNote:
      clinic.isThere && !first
        ? {
            none:
              settings.protocol.length > 0
                ? say("clinic.none", { clinic: clinic.name, activity: card.activity.name })
                : undefined,
          }
        : undefined,
    hasClinic: clinic.isThere,
    headline: card.headline,
    summary: card.summary,
    next: next(most, visit, when) + over,
    proviso: card.proviso,
    stale: stale(),
    spoken,
    /** What else is told of it comes from these. */
    guidance: card,
    visit,
    when,
    /** The next moment that matters, in minutes after the treatment. */
    step: first?.waiting ? first.until : most,
  };
}

/** Behind a sentence, where no wait runs any more: says so. @param {Settings} settings @param {Visit} visit */
function allOver(settings, visit) {
  const waits = settings.protocol.map(({ minutes }) => minutes ?? 0);
  const longest = Math.max(longestOf(visit.day), ...waits);
  return visit.minutes >= longest ? ` ${say("head.all-over", { span: span(longest) })}` : "";
}

/** @param {number | undefined} most @param {Visit} visit @param {(minutes: number) => string} when */
function next(most, visit, when) {
  if (most === undefined) {
    return say("head.next-none");
  }
  const left = most - visit.minutes;
  return left > 0
    ? say("head.next-from", { when: when(most), span: brief(left) })
    : say("head.next-since", { when: when(most) });
}

/**
 * The clinic's own wait, which stands before everything else.
 *
 * @param {Settings} settings
 * @param {Guidance} card
 * @param {Visit} visit
 * @param {ReturnType<typeof clinicWords>} clinic
 * @param {(minutes: number) => string} when
 */
function clinicFirst(settings, card, visit, clinic, when) {
  const wait = settings.protocol.find(({ activity }) => activity === card.activity.id);
  if (!wait) {
    return undefined;
  }
  const until = wait.minutes ?? visit.day.end;
  const waiting = visit.minutes < until;
  const differs = waiting
    ? isMostlyFine(card.status)
    : card.status === "wait" || card.status === "mostly_wait";
  const ends = { when: when(until), span: brief(Math.max(until - visit.minutes, 0)) };
  const key = differs ? (waiting ? "differs-wait" : "differs-ended") : "first";
  return {
    waiting,
    icon: WAIT,
    status: waiting ? "wait" : "not_enough",
    title: wait.minutes
      ? say("clinic.wait", { clinic: clinic.name, span: span(wait.minutes) })
      : say("clinic.day", { clinic: clinic.name }),
    left: say(waiting ? "clinic.left" : "clinic.ended", ends),
    until,
    differs,
    first: say(`clinic.${key}`, { clinic: clinic.within }),
  };
}

function stale() {
  const [year, month] = corpus.updated.split("-").map(Number);
  const today = new Date();
  const age = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  return age > STALE_AFTER_MONTHS
    ? say("data.stale", { updated: corpus.updated, n: STALE_AFTER_MONTHS })
    : undefined;
}

export { corpus, list, say };
