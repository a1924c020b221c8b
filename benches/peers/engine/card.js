/** What is on the screen? All texts of a card, for whoever draws it. */
import corpus from "built:corpus";
import { question, quickTimes } from "./form.js";
import { STATUSES, guidance, isMostlyFine, stanceOf, statusWords, timed, voting } from "./guidance.js";
import { reminder } from "./reminder.js";
import { telephone } from "./settings.js";
import { dateValue, onClock } from "./visit.js";
import { brief, form as formOf, list, say, span } from "./words.js";

/**
 * @typedef {import("./guidance.js").Guidance} Guidance
 * @typedef {import("./guidance.js").PanelGuidance} PanelGuidance
 * @typedef {import("./guidance.js").Stance} Stance
 * @typedef {import("./guidance.js").Status} Status
 * @typedef {import("./guidance.js").Voice} Voice
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {ReturnType<typeof describe>} Scene
 * @typedef {NonNullable<Scene["card"]>} Card
 * @typedef {Card["panels"][number]} PanelCard
 * @typedef {{ href: string, text: string }} Remind
 */

/** Which data these are. */
export const dataLine = say("view.corpus", { version: corpus.version, updated: corpus.updated });

const MINUTE = 60_000;
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

/** In the order of the marks. @type {Stance[]} */
const STANCES = ["fine", "silent", "wait", "untimed"];

/**
 * @param {Settings} settings
 * @param {Form} form
 * @param {number} now
 */
export function describe(settings, form, now) {
  const asked = question(settings, form, now);
  const { visit } = asked;
  const clinic = clinicWords(settings);
  const number = settings.emergency ?? say("view.emergency-number");
  const contact = settings.contact && {
    href: telephone(settings.contact),
    text: say("view.contact", { clinic: clinic.within, number: settings.contact }),
  };
  const card = visit && cardOf(settings, asked.treatment, asked.activity, visit, clinic);
  const told = card && say("view.question", { treatment: card.treatment, when: whenOf(visit)(0) });
  return {
    told,
    quick: quickTimes(now),
    today: dateValue(new Date(now)),
    wrong: settings.asks.when ? (asked.wrong ?? "") : "",
    hint: card ? undefined : (!settings.asks.when && asked.wrong) || say("view.ask"),
    /** The clinic's word where there is no card, or no wait for what is asked. */
    clinic: clinic.isThere && !card ? { waits: clinicWaits(settings) } : undefined,
    clinicFirst: say("view.clinic-first", { clinic: clinic.within }),
    contact: contact || undefined,
    alarm: say("view.alarm", { number }),
    card,
    emergency: say("view.emergency", { number }),
    call: settings.emergency && {
      href: telephone(settings.emergency),
      text: say("view.call", { number: settings.emergency }),
    },
    isLive: settings.treatedAt !== undefined || visit?.at !== undefined,
    spoken: card?.spoken ?? "",
  };
}

/** @param {Settings} settings */
function clinicWords(settings) {
  return {
    isThere: Boolean(settings.clinic || settings.contact) || settings.protocol.length > 0,
    name: settings.clinic ?? say("view.clinic-unnamed"),
    within: settings.clinic ?? say("view.clinic-unnamed-within"),
  };
}

/** @param {Settings} settings */
function clinicWaits(settings) {
  return settings.protocol.map(({ activity, minutes }) => ({
    name: corpus.activities.find(({ id }) => id === activity)?.name ?? "",
    wait: minutes ? span(minutes) : say("view.clinic-until-day-end"),
  }));
}

/** So many minutes after the treatment, on the clock where there is one. @param {Visit} visit */
function whenOf(visit) {
  const { at } = visit;
  return (/** @type {number} */ minutes) =>
    at === undefined
      ? say("view.after-treatment", { span: span(minutes) })
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
  let spoken = `${name}. ${card.headline}. ${card.summary}`;
  if (first) {
    const left = first.waiting ? "" : `${first.left} `;
    spoken = `${name}. ${first.title} ${left}${first.first} ${say("view.consensus")}: ${card.headline}. ${card.summary}`;
  }
  return {
    treatment: name,
    status,
    icon: ICONS[status],
    asked: say("view.asked", { treatment: name, span: span(visit.minutes) }),
    first,
    /** The clinic's word beside the answer. */
    beside:
      clinic.isThere && !first
        ? {
            none:
              settings.protocol.length > 0
                ? say("view.clinic-none", { clinic: clinic.name, activity: card.activity.name })
                : undefined,
          }
        : undefined,
    isNotClinic: !clinic.isThere,
    headline: card.headline,
    summary: card.summary,
    next: next(most, visit, when),
    proviso: card.proviso,
    remind: first?.waiting || most === undefined ? undefined : remind(most, visit, when),
    answers: answers(card),
    differ: differ(card),
    panels: card.panels.map((panel) => panelOf(panel, visit, when)),
    clock: say(visit.knowsDay ? "view.clock-known" : "view.clock-unknown"),
    stale: stale(),
    spoken,
  };
}

/** @param {number | undefined} most @param {Visit} visit @param {(minutes: number) => string} when */
function next(most, visit, when) {
  if (most === undefined) {
    return say("view.next-none");
  }
  const left = most - visit.minutes;
  return left > 0
    ? say("view.next-from", { when: when(most), span: brief(left) })
    : say("view.next-since", { when: when(most) });
}

/**
 * @param {number} minutes
 * @param {Visit} visit
 * @param {(minutes: number) => string} when
 * @returns {Remind | undefined}
 */
function remind(minutes, visit, when) {
  if (visit.at === undefined || minutes <= visit.minutes) {
    return undefined;
  }
  const treated = Math.ceil(visit.at / MINUTE);
  const href = reminder((treated + minutes) * MINUTE, (treated + visit.minutes) * MINUTE);
  return { href, text: say("view.remind", { when: when(minutes) }) };
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
      ? say("view.clinic-wait", { clinic: clinic.name, span: span(wait.minutes) })
      : say("view.clinic-day", { clinic: clinic.name }),
    left: say(waiting ? "view.clinic-left" : "view.clinic-ended", ends),
    remind: remind(until, visit, when),
    differs,
    first: say(`view.clinic-${key}`, { clinic: clinic.within }),
  };
}

/** The button to the answers behind the headline. @param {Guidance} card */
function answers({ status, voters }) {
  const n = voters.reduce((sum, { tally }) => {
    if (status === "not_enough") {
      return sum + timed(tally) + tally.untimed;
    }
    return sum + (status === "wait" || status === "mostly_wait" ? tally.wait : tally.fine);
  }, 0);
  return n > 0 ? say("deeper.see-these", { n }) : undefined;
}

/** A sentence where two panels are more than one status apart. @param {Guidance} card */
function differ({ panels }) {
  const voters = voting("fine", panels);
  const ranks = voters.map((panel) => STATUSES.indexOf(panel.status));
  if (Math.max(...ranks) - Math.min(...ranks) < 2) {
    return undefined;
  }
  const views = voters.map(({ name, status }) =>
    say("card.headline", { panel: name, status: statusWords(status) }),
  );
  return say("view.differ", { views: views.join("; ") });
}

/** @param {PanelGuidance} panel @param {Visit} visit @param {(minutes: number) => string} when */
function panelOf(panel, visit, when) {
  const { tally, longest } = panel;
  const stances = panel.voices.map((voice) => ({ voice, stance: stanceOf(voice, visit.minutes) }));
  const untimed = tally.untimed > 0 ? `. ${say("view.tally-untimed", { n: tally.untimed })}` : "";
  const after = (/** @type {number | undefined} */ minutes) => {
    if (minutes === undefined) {
      return say("view.never");
    }
    if (minutes === 0) {
      return say("view.at-once");
    }
    const text = say("view.after", { span: span(minutes) });
    return visit.at === undefined ? text : `${text} (${when(minutes)})`;
  };
  const rows = [
    { name: say("view.from-first"), value: after(panel.from.first) },
    { name: say("view.from-most"), value: after(panel.from.most) },
    { name: say("view.from-all"), value: after(panel.from.all) },
  ];
  if (longest) {
    const values = { span: span(longest.minutes), n: longest.answers, timed: timed(tally) };
    rows.push({ name: say("view.longest"), value: say("view.longest-value", values) });
  }
  return {
    id: panel.id,
    name: panel.name,
    status: statusWords(panel.status),
    label: say("view.tally-label", tally) + untimed,
    marks: STANCES.flatMap((own) =>
      stances
        .filter(({ stance }) => stance === own)
        .map(({ voice, stance }) => ({ id: voice.answer.id, stance, name: markName(panel, voice, stance) })),
    ),
    legend: STANCES.filter((stance) => stance !== "untimed" || tally.untimed > 0).map((stance) => ({
      stance,
      text: `${tally[stance]} ${say(`stance.${stance}`)}`,
      isEmpty: tally[stance] === 0,
    })),
    unstable: panel.stable ? undefined : say("view.unstable"),
    anyProduct: panel.isOnAny ? say("view.any-product") : undefined,
    rows: panel.status === "not_enough" ? undefined : rows,
  };
}

/** "Doctor 3: Says wait 24 hours. Now: wait." @param {PanelGuidance} panel @param {Voice} voice @param {Stance} stance */
function markName(panel, voice, stance) {
  const noun = formOf(panel.noun, 1);
  return say(stance === "untimed" ? "view.mark-untimed" : "view.mark", {
    source: noun[0].toUpperCase() + noun.slice(1),
    n: voice.number,
    position: position(voice),
    stance: say(`stance.${stance}`),
  });
}

/** @param {Voice} voice */
function position({ noUntil, yesFrom }) {
  if (Number.isNaN(yesFrom)) {
    return say("view.answer-untimed");
  }
  if (yesFrom === 0) {
    return say("view.answer-fine");
  }
  const kind = noUntil === 0 ? "from" : noUntil === yesFrom ? "wait" : "range";
  return say(`view.answer-${kind}`, { from: span(noUntil), span: span(yesFrom) });
}

function stale() {
  const [year, month] = corpus.updated.split("-").map(Number);
  const today = new Date();
  const age = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  return age > STALE_AFTER_MONTHS
    ? say("view.stale", { updated: corpus.updated, n: STALE_AFTER_MONTHS })
    : undefined;
}

export { corpus, list, say };
