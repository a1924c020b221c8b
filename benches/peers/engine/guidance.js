/** What do published answers say at a moment? */
import corpus from "built:corpus";
import { form, say, sayNumber } from "./words.js";

/**
 * @typedef {"fine" | "silent" | "wait" | "untimed"} Stance
 * @typedef {"not_enough" | "wait" | "mostly_wait" | "divided" | "mostly_fine" | "fine"} Status
 * @typedef {Record<Stance, number>} Tally
 * @typedef {{ end: number, start: number }} Day
 * @typedef {"named" | "class" | "other"} Relation
 * @typedef {import("built:corpus").Answer} Answer
 * @typedef {{ answer: Answer, number: number, relation: Relation, noUntil: number, yesFrom: number }} Resolved
 * @typedef {ReturnType<typeof panelGuidance>} PanelGuidance
 * @typedef {ReturnType<typeof guidance>} Guidance
 */

/** Fewer answers with a time are too few. */
const FEWEST = 5;

/** From the most careful one on. @type {Status[]} */
export const STATUSES = ["not_enough", "wait", "mostly_wait", "divided", "mostly_fine", "fine"];

const MOSTLY_FINE = STATUSES.indexOf("mostly_fine");
const FINE = STATUSES.indexOf("fine");

/** The day of a treatment of which no clock time is known. */
export const UNKNOWN_DAY = { end: 16 * 60, start: 24 * 60 };

/** @param {Status} status */
export const isMostlyFine = (status) => STATUSES.indexOf(status) >= MOSTLY_FINE;

/** @param {Tally} tally */
export const timed = (tally) => tally.fine + tally.silent + tally.wait;

/** @param {Tally} tally @returns {Status} */
function statusOf(tally) {
  const all = timed(tally);
  if (all < FEWEST) {
    return "not_enough";
  }
  if (tally.fine === all) {
    return "fine";
  }
  if (tally.fine >= all * 0.75) {
    return "mostly_fine";
  }
  if (tally.wait === all) {
    return "wait";
  }
  return tally.wait > all / 2 ? "mostly_wait" : "divided";
}

/** @param {Resolved} entry @param {number} at @returns {Stance} */
export function stanceOf({ noUntil, yesFrom }, at) {
  if (Number.isNaN(yesFrom)) {
    return "untimed";
  }
  if (at >= yesFrom) {
    return "fine";
  }
  return at < noUntil ? "wait" : "silent";
}

/** @param {Resolved[]} entries @param {number} at */
function count(entries, at) {
  const tally = { fine: 0, silent: 0, wait: 0, untimed: 0 };
  for (const entry of entries) {
    tally[stanceOf(entry, at)] += 1;
  }
  return tally;
}

/** Those that count where they are enough: on the treatment or its kind. @param {Resolved[]} entries */
function counted(entries) {
  const own = entries.filter((entry) => entry.relation !== "other");
  const times = own.filter((entry) => !Number.isNaN(entry.yesFrom)).length;
  return times >= FEWEST && own.some((entry) => entry.relation === "named") ? own : undefined;
}

/** @param {import("built:corpus").Time} time @param {Day} day */
function minutes(time, day) {
  return time === "day-end" ? day.end : time === "day-start" ? day.start : time;
}

/** The longest wait that anyone names, for any activity. @param {Day} day */
export function longestOf(day) {
  const says = corpus.panels.flatMap(({ answers }) => answers).flatMap(({ says }) => Object.values(says));
  return Math.max(...says.map((position) => (position ? minutes(position[1], day) : 0)));
}

/** @param {Answer} answer @param {string} treatment @returns {Relation} */
function relation(answer, treatment) {
  if (answer.treatments.includes(treatment)) {
    return "named";
  }
  return answer.treatments.includes("class") ? "class" : "other";
}

/**
 * @param {import("built:corpus").Panel} panel
 * @param {string} treatment
 * @param {string} activity
 * @param {Day} day
 * @param {number} at
 */
function panelGuidance(panel, treatment, activity, day, at) {
  /** @type {Resolved[]} */
  const all = [];
  panel.answers.forEach((answer, place) => {
    const position = answer.says[activity];
    if (position !== undefined) {
      const [noUntil, yesFrom] = position?.map((time) => minutes(time, day)) ?? [NaN, NaN];
      all.push({ answer, number: place + 1, relation: relation(answer, treatment), noUntil, yesFrom });
    }
  });
  const own = counted(all);
  const entries = own ?? all;
  const tally = count(entries, at);
  const status = statusOf(tally);

  const moments = new Set([0]);
  let longest = { minutes: 0, answers: 0 };
  for (const { noUntil, yesFrom } of entries) {
    if (!Number.isNaN(yesFrom)) {
      moments.add(noUntil).add(yesFrom);
      if (noUntil > longest.minutes) {
        longest = { minutes: noUntil, answers: 0 };
      }
      longest.answers += Number(noUntil === longest.minutes);
    }
  }
  const steps = [...moments]
    .sort((a, b) => a - b)
    .map((minutes) => {
      const tally = count(entries, minutes);
      return { minutes, tally, rank: STATUSES.indexOf(statusOf(tally)) };
    });
  /** @param {(step: typeof steps[number]) => boolean} wanted */
  const first = (wanted) => (status === "not_enough" ? undefined : steps.find(wanted)?.minutes);

  return {
    id: panel.id,
    name: panel.name,
    noun: panel.noun,
    isOnAny: !own,
    status,
    tally,
    stable: isStable(all, at, status),
    entries,
    steps,
    from: {
      first: first((step) => step.tally.fine > 0),
      most: first((step) => step.rank >= MOSTLY_FINE),
      all: first((step) => step.rank === FINE),
    },
    longest: longest.minutes > 0 ? longest : undefined,
  };
}

/**
 * Whether the status is the same whichever one answer is missing.
 *
 * @param {Resolved[]} entries
 * @param {number} at
 * @param {Status} status
 */
function isStable(entries, at, status) {
  // Answers of one relation and stance are alike.
  const kinds = new Map(entries.map((entry) => [`${entry.relation} ${stanceOf(entry, at)}`, entry]));
  return [...kinds.values()].every((missing) => {
    const rest = entries.filter((entry) => entry !== missing);
    return statusOf(count(counted(rest) ?? rest, at)) === status;
  });
}

/** The more careful one of those that have enough answers. @param {number[]} ranks */
function mostCautious(ranks) {
  const voting = ranks.filter((rank) => rank > 0);
  return voting.length > 0 ? Math.min(...voting) : 0;
}

/** Those whose answers a sentence counts. @param {Status} status @param {PanelGuidance[]} panels */
export function voting(status, panels) {
  return panels.filter((panel) => status === "not_enough" || panel.status !== "not_enough");
}

/**
 * @param {string} treatmentId
 * @param {string} activityId
 * @param {number} at minutes
 * @param {Day} day
 */
export function guidance(treatmentId, activityId, at, day) {
  const treatment = corpus.treatments.find(({ id }) => id === treatmentId);
  const activity = corpus.activities.find(({ id }) => id === activityId);
  if (!treatment || !activity) {
    throw new Error(`There are no answers on ${treatmentId} and ${activityId}.`);
  }
  const panels = corpus.panels.map((panel) => panelGuidance(panel, treatmentId, activityId, day, at));
  const status = STATUSES[mostCautious(panels.map((panel) => STATUSES.indexOf(panel.status)))];
  const moments = panels.flatMap((panel) => panel.steps.map((step) => step.minutes)).sort((a, b) => a - b);
  const most = moments.find((moment) => {
    const ranks = panels.map((panel) => panel.steps.findLast((step) => step.minutes <= moment)?.rank ?? 0);
    return mostCautious(ranks) >= MOSTLY_FINE;
  });
  const voters = voting(status, panels);
  return {
    treatment,
    activity,
    status,
    headline: headline(status, voters),
    summary: summary(status, voters, activity.subject),
    proviso: proviso(voters, at),
    most,
    panels,
    voters,
  };
}

/** @param {Status} status */
export const statusWords = (status) => say(`status.${status.replace("_", "-")}`);

/** @param {Status} status @param {PanelGuidance[]} voters */
function headline(status, voters) {
  const own = voters.filter((panel) => panel.status === status);
  const words = statusWords(status);
  return own.length === voters.length
    ? words
    : say("card.headline", { panel: joined(own.map((panel) => panel.name)), status: words });
}

/** @param {string[]} parts */
const joined = (parts) => parts.reduce((a, b) => say("card.join", { a, b }));

/** @param {Status} status @param {PanelGuidance[]} voters @param {string} subject */
function summary(status, voters, subject) {
  const isOnAny = voters.every((panel) => panel.isOnAny);
  const says = { not_enough: "not-enough", wait: "wait", mostly_wait: "wait", divided: "divided" };
  const kind = Reflect.get(says, status) ?? "fine";
  const counts = voters.map((panel) => {
    const all = timed(panel.tally);
    const source = form(panel.noun, all);
    if (kind === "not-enough") {
      return say("card.count-few", { n: all, source });
    }
    const n = kind === "wait" ? panel.tally.wait : panel.tally.fine;
    return say(panel.isOnAny && !isOnAny ? "card.count-class" : "card.count", { n, timed: all, source });
  });
  const basis = isOnAny ? say("card.about-any") : "";
  return say(`card.summary-${kind}`, { counts: joined(counts), subject, basis });
}

/** @param {PanelGuidance[]} voters @param {number} at */
function proviso(voters, at) {
  const adding = voters.map((panel) =>
    panel.entries.filter((entry) => entry.answer.conditions && stanceOf(entry, at) === "fine"),
  );
  const added = adding.flat();
  if (added.length === 0) {
    return undefined;
  }
  const n = added.length;
  const numbers = corpus.conditions
    .map((condition, place) => {
      const own = added.filter((entry) => entry.answer.conditions?.includes(place));
      return { condition, n: own.length };
    })
    .filter((counted) => counted.n > 0);
  // Numbers only where they tell the conditions apart.
  const several = numbers.some((counted) => counted.n !== n);
  const conditions = numbers
    .map((counted) => (several ? say("card.condition-counted", counted) : counted.condition))
    .reduce((a, b) => say("card.condition-join", { a, b }));
  const panels = voters.filter((_, place) => adding[place].length > 0);
  const source = form(panels.length === 1 ? panels[0].noun : corpus.plurals["card.answers"], n);
  return sayNumber("card.proviso", n, { n, source, conditions });
}
