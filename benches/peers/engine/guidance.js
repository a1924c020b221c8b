/** What do published answers say at a moment? */
import corpus from "built:corpus";
import { form, say } from "./words.js";

/**
 * @typedef {"fine" | "silent" | "wait" | "untimed"} Stance
 * @typedef {"not_enough" | "wait" | "mostly_wait" | "divided" | "mostly_fine" | "fine"} Status
 * @typedef {Record<Stance, number>} Tally
 * @typedef {{ end: number, start: number }} Day
 * @typedef {"named" | "class" | "other"} Relation
 * @typedef {import("built:corpus").Answer} Answer
 * @typedef {import("built:corpus").Treatment} Treatment
 * @typedef {import("built:corpus").Activity} Activity
 * @typedef {{ answer: Answer, relation: Relation, noUntil: number, yesFrom: number }} Resolved
 * @typedef {{ minutes: number, tally: Tally, status: Status }} Step
 * @typedef {ReturnType<typeof panelGuidance>} PanelGuidance
 * @typedef {ReturnType<typeof guidance>} Guidance
 */

/** Fewer answers with a time are too few. */
const FEWEST = 5;

/** "Most" begins with this share. */
export const MOST = 0.75;

/** From the most careful one on. @type {Status[]} */
const STATUSES = ["not_enough", "wait", "mostly_wait", "divided", "mostly_fine", "fine"];

/** In the order of a bar. @type {Stance[]} */
export const STANCES = ["fine", "silent", "wait", "untimed"];

/** The day of a treatment of which no clock time is known. */
export const UNKNOWN_DAY = { end: 16 * 60, start: 24 * 60 };

/** @param {Status} status */
export const isMostlyFine = (status) => status === "mostly_fine" || status === "fine";

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
  if (tally.fine >= all * MOST) {
    return "mostly_fine";
  }
  if (tally.wait === all) {
    return "wait";
  }
  return tally.wait > all / 2 ? "mostly_wait" : "divided";
}

/** @param {Resolved} entry @param {number} at @returns {Stance} */
function stanceOf({ noUntil, yesFrom }, at) {
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
  let longest = 0;
  for (const { answers } of corpus.panels) {
    for (const { says } of answers) {
      for (const position of Object.values(says)) {
        longest = Math.max(longest, position ? minutes(position[1], day) : 0);
      }
    }
  }
  return longest;
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
  for (const answer of panel.answers) {
    const position = answer.says[activity];
    if (position !== undefined) {
      const [noUntil, yesFrom] = position ? position.map((time) => minutes(time, day)) : [NaN, NaN];
      all.push({ answer, relation: relation(answer, treatment), noUntil, yesFrom });
    }
  }
  const own = counted(all);
  const entries = own ?? all;
  const moments = new Set([0]);
  for (const { noUntil, yesFrom } of entries) {
    if (!Number.isNaN(yesFrom)) {
      moments.add(noUntil).add(yesFrom);
    }
  }
  /** @type {Step[]} */
  const steps = [...moments]
    .sort((a, b) => a - b)
    .map((minutes) => {
      const tally = count(entries, minutes);
      return { minutes, tally, status: statusOf(tally) };
    });
  const { tally, status } = stepAt(steps, at);
  /** @param {(step: Step) => boolean} wanted */
  const first = (wanted) => (status === "not_enough" ? undefined : steps.find(wanted)?.minutes);
  return {
    id: panel.id,
    name: panel.name,
    noun: panel.noun,
    isOnAny: !own,
    status,
    tally,
    all,
    entries,
    steps,
    from: {
      first: first((step) => step.tally.fine > 0),
      most: first((step) => isMostlyFine(step.status)),
      all: first((step) => step.status === "fine"),
    },
  };
}

/** @param {Step[]} steps @param {number} at */
function stepAt(steps, at) {
  let found = steps[0];
  for (const step of steps) {
    if (step.minutes <= at) {
      found = step;
    }
  }
  return found;
}

/** The longest wait, and who names it. @param {PanelGuidance} panel */
export function longestWait({ entries }) {
  const waits = entries.flatMap(({ noUntil }) => (noUntil > 0 ? [noUntil] : []));
  const longest = Math.max(0, ...waits);
  return longest > 0
    ? { minutes: longest, answers: waits.filter((wait) => wait === longest).length }
    : undefined;
}

/**
 * Whether the status is the same whichever one answer is missing.
 *
 * @param {PanelGuidance} panel
 * @param {number} at
 */
function isStable({ all, status }, at) {
  // Answers of one relation and stance are alike.
  const kinds = new Map(all.map((entry) => [`${entry.relation} ${stanceOf(entry, at)}`, entry]));
  return [...kinds.values()].every((missing) => {
    const rest = all.filter((entry) => entry !== missing);
    return statusOf(count(counted(rest) ?? rest, at)) === status;
  });
}

/** The more careful one of those that have enough answers. @param {Status[]} statuses */
function mostCautious(statuses) {
  let most = 0;
  for (const status of statuses) {
    const rank = STATUSES.indexOf(status);
    if (most === 0 || (rank > 0 && rank < most)) {
      most = rank;
    }
  }
  return STATUSES[most];
}

/** @param {Status} status of the card @param {Status} panel */
const hasVote = (status, panel) => status === "not_enough" || panel !== "not_enough";

/**
 * @param {Treatment} treatment
 * @param {Activity} activity
 * @param {number} at minutes
 * @param {Day} day
 */
export function guidance(treatment, activity, at, day) {
  const panels = corpus.panels.map((panel) => panelGuidance(panel, treatment.id, activity.id, day, at));
  const status = mostCautious(panels.map((panel) => panel.status));
  const moments = panels.flatMap((panel) => panel.steps.map((step) => step.minutes)).sort((a, b) => a - b);
  const most = moments.find((moment) =>
    isMostlyFine(mostCautious(panels.map((panel) => stepAt(panel.steps, moment).status))),
  );
  return {
    treatment,
    activity,
    at,
    status,
    /** From when most say fine. */
    most,
    panels,
    /** Those whose answers a sentence counts. */
    voters: panels.filter((panel) => hasVote(status, panel.status)),
  };
}

/** @param {Status} status */
export const statusWords = (status) => say(`status.${status.replace("_", "-")}`);

/** The status in a few words, and whose view it is where not all have it. @param {Guidance} card */
export function title({ status, panels }) {
  const differs = panels.some((panel) => panel.status !== status && hasVote(status, panel.status));
  const own = panels.find((panel) => panel.status === status);
  return differs && own && status !== "not_enough"
    ? say(`whose.${status.replace("_", "-")}`, { panel: form(own.noun, timed(own.tally)) })
    : statusWords(status);
}

/** @param {string[]} parts */
export const joined = (parts) => parts.reduce((a, b) => say("card.join", { a, b }));

/** Whose view it is, and how many hold it. @param {Guidance} card */
export function summary({ status, voters, activity }) {
  const isWait = status === "wait" || status === "mostly_wait";
  const heard = voters.filter((panel) => timed(panel.tally) > 0);
  const named = heard.length > 0 ? heard : voters;
  const isOnAny = named.every((panel) => panel.isOnAny);
  const counts = named.map((panel) => {
    const all = timed(panel.tally);
    const source = form(panel.noun, all);
    if (status === "not_enough") {
      return say("card.count-few", { n: all, source });
    }
    const n = isWait ? panel.tally.wait : panel.tally.fine;
    return say(panel.isOnAny && !isOnAny ? "card.count-class" : "card.count", { n, timed: all, source });
  });
  const kind = isWait ? "wait" : isMostlyFine(status) ? "fine" : status.replace("_", "-");
  const basis = isOnAny ? say("card.about-any") : "";
  return say(`card.summary-${kind}`, { counts: joined(counts), subject: activity.subject, basis });
}

/** The same with its counts apart: what stands before each, and the count. @param {Guidance} card */
export function summaryParts(card) {
  const isWait = card.status === "wait" || card.status === "mostly_wait";
  let rest = summary(card);
  const parts = card.voters.flatMap(({ tally }) => {
    const n = isWait ? tally.wait : tally.fine;
    const count = say("card.count", { n, timed: timed(tally), source: "" }).trimEnd();
    const at = rest.indexOf(count);
    if (at < 0) {
      return [];
    }
    const before = rest.slice(0, at);
    rest = rest.slice(at + count.length);
    return [{ before, count }];
  });
  return [...parts, { before: rest, count: "" }];
}

/** Where one answer less would change the status: says so. @param {Guidance} card */
export function closeCall({ status, voters, at }) {
  if (status === "not_enough") {
    return undefined;
  }
  const panel = voters.find(
    (panel) =>
      !isStable(panel, at) &&
      STANCES.slice(0, 3).some((stance) => {
        const less = { ...panel.tally, [stance]: Math.max(panel.tally[stance] - 1, 0) };
        const statuses = voters.map((other) => (other === panel ? statusOf(less) : other.status));
        return mostCautious(statuses) !== status;
      }),
  );
  return panel && say("head.close", { panel: panel.name });
}

/** What the answers ask for that say fine now, with numbers. @param {Guidance} card */
export function conditionsOf({ voters, at }) {
  const asking = voters.map((panel) =>
    panel.entries.filter((entry) => entry.answer.conditions && stanceOf(entry, at) === "fine"),
  );
  const all = asking.flat();
  const nouns = voters.filter((_, place) => asking[place].length > 0).map(({ noun }) => noun);
  return {
    number: all.length,
    source: form(nouns.length === 1 ? nouns[0] : corpus.plurals["card.answers"], all.length),
    list: corpus.conditions.flatMap((condition, place) => {
      const n = all.filter((entry) => entry.answer.conditions?.includes(place)).length;
      return n > 0 ? [say("card.condition-counted", { condition, n })] : [];
    }),
  };
}
