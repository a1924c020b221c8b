/** What stands under the head, in a chunk of its own: rows, other activities, panels. */
import corpus from "built:corpus";
import more from "built:evidence-words";
import { clinicWait } from "./card.js";
import { STANCES, guidance, joined, statusWords, timed } from "./guidance.js";
import { briefWhen } from "./visit.js";
import { capitalized, form, say, sayNumber } from "./words.js";

/**
 * @typedef {import("./guidance.js").PanelGuidance} PanelGuidance
 * @typedef {import("./guidance.js").Stance} Stance
 * @typedef {import("./guidance.js").Tally} Tally
 * @typedef {import("./card.js").Card} Card
 * @typedef {ReturnType<typeof describePanels>} PanelsView
 * @typedef {PanelsView["panels"][number]} PanelCard
 * @typedef {ReturnType<typeof describeActivities>[number]} OtherActivity
 */

for (const kind of /** @type {const} */ (["words", "plurals", "lists"])) {
  Object.assign(corpus[kind], more[kind]);
}

/** The rows under the head. @param {Card} card */
export function describeRows({ guidance: { activity, panels } }) {
  const isDefault = activity.id === corpus.defaultActivity;
  const rows = [
    { name: "plan", icon: "calendar", title: say("plan.title", { verb: activity.verb }) },
    { name: "done", icon: "done", title: activity.done },
  ];
  return isDefault && someAnswer(panels, "speaksOfResult")
    ? [...rows, { name: "result", icon: "question", title: say("sections.result") }]
    : rows;
}

/** The sections behind the last line. @param {Card} card */
export function describeSections({ guidance: { panels } }) {
  return [
    { name: "who-says-what", title: say("view.answers") },
    ...(someAnswer(panels, "givesReasons") ? [{ name: "why", title: say("sections.why") }] : []),
    { name: "studies", title: say("sections.studies") },
    { name: "kinds", title: say("sections.counts") },
    { name: "computed", title: say("sections.computed") },
  ];
}

/** @param {PanelGuidance[]} panels @param {"givesReasons" | "speaksOfResult"} does */
const someAnswer = (panels, does) =>
  panels.some(({ entries }) => entries.some(({ answer }) => answer[does] === true));

/** Every other activity at the same moment. @param {Card} card */
export function describeActivities({ guidance: card, settings, visit }) {
  return corpus.activities
    .filter((activity) => activity !== card.activity)
    .map((activity) => {
      const wait = clinicWait(settings, activity.id, visit);
      const { status, most } = guidance(card.treatment, activity, visit.minutes, visit.day);
      const { id, name } = activity;
      return wait?.isRunning
        ? {
            id,
            name,
            status: /** @type {const} */ ("clinic"),
            text: say("overview.clinic", { when: briefWhen(visit, wait.until) }),
          }
        : { id, name, status, text: briefStatus(status, most, visit) };
    });
}

/**
 * @param {import("./guidance.js").Status} status
 * @param {number | undefined} most
 * @param {import("./visit.js").Visit} visit
 */
function briefStatus(status, most, visit) {
  if (status === "fine" || status === "mostly_fine") {
    return say(status === "fine" ? "overview.all" : "overview.most");
  }
  return status === "not_enough" || most === undefined
    ? statusWords(status)
    : say("overview.from", { when: briefWhen(visit, most) });
}

/** "6 say OK" @param {Stance} stance @param {number} n */
const countWords = (stance, n) => sayNumber(`panels.say-${stance}`, n, { n });

/** "6 say OK, 2 don’t say" @param {Tally} tally */
export const tallyWords = (tally) =>
  STANCES.slice(0, 3)
    .filter((stance) => tally[stance] > 0)
    .map((stance) => countWords(stance, tally[stance]))
    .join(", ");

/** A share of a hundred, to two decimals, rounded down. @param {number} part @param {number} whole */
export function percent(part, whole) {
  const hundredths = Math.floor((part * 10_000) / Math.max(whole, 1));
  return `${Math.floor(hundredths / 100)}.${`${hundredths % 100}`.padStart(2, "0")}%`;
}

/** @param {Card} card */
export function describePanels({ guidance: card }) {
  const { panels, treatment, activity, status } = card;
  const isOnAny = (/** @type {PanelGuidance} */ panel) => panel.isOnAny && treatment.generic !== null;
  const areAllOnAny = panels.every(isOnAny);
  return {
    differ: differ(panels),
    anyProduct: areAllOnAny,
    panels: panels.map((panel) => {
      const { tally } = panel;
      const said = STANCES.filter((stance) => tally[stance] > 0);
      const none = said.length === 0 ? say("panels.none", { subject: activity.subject }) : undefined;
      return {
        id: panel.id,
        name: panel.name,
        status: panel.status,
        statusText: status === "not_enough" || none ? undefined : statusWords(panel.status),
        bar: panel.status === "not_enough" ? [] : bar(tally),
        counts: said.map((stance) => ({ stance, text: countWords(stance, tally[stance]) })),
        none,
        anyProduct: !areAllOnAny && isOnAny(panel),
      };
    }),
  };
}

/** The shares of those that give a time. @param {Tally} tally */
function bar(tally) {
  const all = timed(tally);
  let before = 0;
  return STANCES.slice(0, 3).flatMap((stance) => {
    const x = percent(before, all);
    before += tally[stance];
    return tally[stance] > 0 ? [{ stance, x, width: percent(tally[stance], all) }] : [];
  });
}

/** A sentence where the panels do not come to the same view. @param {PanelGuidance[]} panels */
function differ(panels) {
  const voters = panels.filter((panel) => panel.status !== "not_enough");
  return voters.some((panel) => panel.status !== voters[0].status)
    ? say("panels.differ", { panels: capitalized(joined(voters.map(({ noun }) => form(noun, 2)))) })
    : undefined;
}
