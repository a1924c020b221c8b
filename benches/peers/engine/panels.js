/** The panels and the reminder, in a chunk of their own. */
import corpus from "built:corpus";
import words from "built:panel-words";
import { STATUSES, stanceOf, statusWords, timed, voting } from "./guidance.js";
import { reminder } from "./reminder.js";
import { form as formOf, say, span } from "./words.js";

/**
 * @typedef {import("./guidance.js").Guidance} Guidance
 * @typedef {import("./guidance.js").PanelGuidance} PanelGuidance
 * @typedef {import("./guidance.js").Stance} Stance
 * @typedef {import("./guidance.js").Resolved} Resolved
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./card.js").Card} Card
 * @typedef {ReturnType<typeof describePanels>} PanelsView
 * @typedef {PanelsView["panels"][number]} PanelCard
 * @typedef {{ href: string, text: string }} Remind
 */

Object.assign(corpus.words, words);

const MINUTE = 60_000;

/** In the order of the marks. @type {Stance[]} */
const STANCES = ["fine", "silent", "wait", "untimed"];

/** @param {Card} card */
export function describePanels({ guidance, visit, when, step, hasClinic }) {
  return {
    remind: step === undefined ? undefined : remind(step, visit, when),
    notClinic: hasClinic ? undefined : say("view.not-clinic"),
    answers: answers(guidance),
    differ: differ(guidance),
    panels: guidance.panels.map((panel) => panelOf(panel, visit, when)),
    clock: say(visit.knowsDay ? "panels.clock-known" : "panels.clock-unknown"),
  };
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
  return { href, text: say("reminder.save", { when: when(minutes) }) };
}

/** The button to the answers behind the headline. @param {Guidance} card */
function answers({ status, voters }) {
  const n = voters.reduce((sum, { tally }) => {
    if (status === "not_enough") {
      return sum + timed(tally) + tally.untimed;
    }
    return sum + (status === "wait" || status === "mostly_wait" ? tally.wait : tally.fine);
  }, 0);
  return n > 0 ? say("panels.see-these", { n }) : undefined;
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
  return say("panels.differ", { views: views.join("; ") });
}

/** @param {PanelGuidance} panel @param {Visit} visit @param {(minutes: number) => string} when */
function panelOf(panel, visit, when) {
  const { tally, longest } = panel;
  const stances = panel.entries.map((entry) => ({ entry, stance: stanceOf(entry, visit.minutes) }));
  const untimed = tally.untimed > 0 ? `. ${say("panels.tally-untimed", { n: tally.untimed })}` : "";
  const after = (/** @type {number | undefined} */ minutes) => {
    if (minutes === undefined) {
      return say("time.never");
    }
    if (minutes === 0) {
      return say("time.at-once");
    }
    const text = say("time.after", { span: span(minutes) });
    return visit.at === undefined ? text : `${text} (${when(minutes)})`;
  };
  const rows = [
    { name: say("view.from-first"), value: after(panel.from.first) },
    { name: say("view.from-most"), value: after(panel.from.most) },
    { name: say("view.from-all"), value: after(panel.from.all) },
  ];
  if (longest) {
    const values = { span: span(longest.minutes), n: longest.answers, timed: timed(tally) };
    rows.push({ name: say("view.longest"), value: say("panels.longest-value", values) });
  }
  return {
    id: panel.id,
    name: panel.name,
    status: statusWords(panel.status),
    label: say("panels.tally-label", tally) + untimed,
    marks: STANCES.flatMap((own) =>
      stances
        .filter(({ stance }) => stance === own)
        .map(({ entry, stance }) => ({ id: entry.answer.id, stance, name: markName(panel, entry, stance) })),
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

/** "Doctor 3: Says wait 24 hours. Now: wait." @param {PanelGuidance} panel @param {Resolved} entry @param {Stance} stance */
function markName(panel, entry, stance) {
  const noun = formOf(panel.noun, 1);
  return say(stance === "untimed" ? "panels.mark-untimed" : "panels.mark", {
    source: noun[0].toUpperCase() + noun.slice(1),
    n: entry.number,
    position: position(entry),
    stance: say(`stance.${stance}`),
  });
}

/** @param {Resolved} entry */
function position({ noUntil, yesFrom }) {
  if (Number.isNaN(yesFrom)) {
    return say("answers.untimed");
  }
  if (yesFrom === 0) {
    return say("answers.fine");
  }
  const kind = noUntil === 0 ? "from" : noUntil === yesFrom ? "wait" : "range";
  return say(`answers.${kind}`, { from: span(noUntil), span: span(yesFrom) });
}
