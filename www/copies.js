/**
 * A card or a timeline of the caller's own. Written out key by key: an engine makes such an
 * object ten times as fast as one that it has to look at first, and tsc misses a key that is
 * not copied. A list is copied by what no page can get into.
 */

const { values } = Object;

/**
 * @typedef {import("./types.js").Guidance} Guidance
 * @typedef {import("./types.js").Timeline} Timeline
 */

/**
 * @param {Guidance} card
 * @param {number} hoursElapsed
 * @returns {Guidance}
 */
export const copyGuidance = (card, hoursElapsed) => ({
  treatment: treatment(card.treatment),
  activity: named(card.activity),
  hoursElapsed,
  treatedAt: card.treatedAt,
  status: card.status,
  summary: card.summary,
  proviso: card.proviso,
  fineFrom: { most: card.fineFrom.most, all: card.fineFrom.all },
  nextChange: nextChange(card.nextChange),
  panels: each(card.panels, panel),
  conditions: each(card.conditions, condition),
  claims: each(card.claims, claim),
  answers: each(card.answers, answer),
  redFlags: { emergency: values(card.redFlags.emergency), soon: values(card.redFlags.soon) },
  notice: card.notice,
  corpus: { version: card.corpus.version, updated: card.corpus.updated },
});

/**
 * @param {Timeline} timeline
 * @returns {Timeline}
 */
export const copyTimeline = (timeline) => ({
  treatment: treatment(timeline.treatment),
  activity: named(timeline.activity),
  treatedAt: timeline.treatedAt,
  steps: each(timeline.steps, step),
  panels: each(timeline.panels, panelSteps),
});

/**
 * @template T
 * @param {T[]} list
 * @param {(item: T) => T} copy
 */
function each(list, copy) {
  const copied = values(list);
  for (let place = 0; place < copied.length; place += 1) {
    copied[place] = copy(copied[place]);
  }
  return copied;
}

/** @typedef {import("./types.js").Treatment} Treatment @param {Treatment} from @returns {Treatment} */
const treatment = ({ id, name, generic }) => ({ id, name, generic });

/** @typedef {import("./types.js").Named} Named @param {Named} from @returns {Named} */
const named = ({ id, name }) => ({ id, name });

/** @typedef {import("./types.js").NextChange} Change @param {Change | null} from @returns {Change | null} */
const nextChange = (from) => from && { hours: from.hours, status: from.status };

/** @typedef {import("./types.js").Tally} Tally @param {Tally} from @returns {Tally} */
const tally = ({ fine, wait, silent, untimed }) => ({ fine, wait, silent, untimed });

/** @typedef {Guidance["panels"][0]} Panel @param {Panel} from @returns {Panel} */
const panel = (from) => ({
  id: from.id,
  name: from.name,
  basis: from.basis,
  status: from.status,
  tally: tally(from.tally),
  share: from.share,
  stable: from.stable,
  fineFrom: { first: from.fineFrom.first, most: from.fineFrom.most, all: from.fineFrom.all },
  nextChange: nextChange(from.nextChange),
  longest: from.longest && { hours: from.longest.hours, answers: from.longest.answers },
});

/** @typedef {Guidance["conditions"][0]} Condition @param {Condition} from @returns {Condition} */
const condition = ({ id, text, answers }) => ({ id, text, answers });

/** @typedef {Guidance["claims"][0]} Claim @param {Claim} from @returns {Claim} */
const claim = ({ id, no, may, text }) => ({ id, no, may, text });

/** @typedef {Guidance["answers"][0]} Answer @param {Answer} from @returns {Answer} */
const answer = ({ id, panel, stance, noUntil, yesFrom }) => ({ id, panel, stance, noUntil, yesFrom });

/** @typedef {Timeline["steps"][0]} Step @param {Step} from @returns {Step} */
const step = ({ hours, status }) => ({ hours, status });

/** @typedef {Timeline["panels"][0]} PanelSteps @param {PanelSteps} from @returns {PanelSteps} */
const panelSteps = ({ id, name, basis, steps }) => ({ id, name, basis, steps: each(steps, tallied) });

/** @typedef {PanelSteps["steps"][0]} Tallied @param {Tallied} from @returns {Tallied} */
const tallied = (from) => ({ hours: from.hours, status: from.status, tally: tally(from.tally) });
