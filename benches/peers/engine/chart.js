/** How do the tallies change with the hours? All places and texts of the chart. */
import { clinicWait, say } from "./card.js";
import { percent, tallyWords } from "./evidence.js";
import { MOST, longestWait, statusWords, timed } from "./guidance.js";
import { about, briefWhen, exactClock, rounded, shortClock } from "./visit.js";
import { span } from "./words.js";

/**
 * @typedef {import("./guidance.js").PanelGuidance} PanelGuidance
 * @typedef {import("./guidance.js").Stance} Stance
 * @typedef {import("./card.js").Card} Card
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {ReturnType<typeof axisOf>} Axis
 * @typedef {NonNullable<ReturnType<typeof describeChart>>} Chart
 * @typedef {Chart["bands"][number]} Band
 */

const HOUR = 60;

/** The hour of the last tick, and how far apart ticks are. */
const SCALES = [
  [48, 12],
  [72, 24],
  [168, 24],
  [336, 48],
];

/** So many ticks have room for their texts on a phone; of more, every second has none. */
const ROOM = 6;

/** The marker goes in steps of so many minutes. */
const STEP = 30;

/** In thousandths of the smallest chart: what a letter takes, the flag beside it, and the edge. */
const LETTER = 34;
const FLAG = 45;
const EDGE = 1050;

/** Holds these moments, but for those that are beyond every chart. @param {number[]} moments */
function axisOf(moments) {
  const [longest] = SCALES[SCALES.length - 1];
  const far = Math.max(0, ...moments.filter((moment) => moment <= longest * HOUR));
  const [hours, step] = SCALES.find(([hours]) => far <= hours * HOUR) ?? SCALES[0];
  const end = ((hours * HOUR) / 8) * 9;
  const number = Math.floor(end / (step * HOUR));
  return {
    end,
    ticks: Array.from({ length: number + 1 }, (_, place) => ({
      at: place * step * HOUR,
      isMinor: place % 2 === 1,
      isNamed: place % 2 === 0 || number < ROOM,
    })),
    place: (/** @type {number} */ at) => percent(Math.min(at, end), end),
  };
}

/** On which side of a text a moment is, so that it does not stick out. @param {Axis} axis @param {number} at */
function anchorOf({ end }, at) {
  const sixth = Math.floor((at * 6) / end);
  return sixth === 0 ? "start" : sixth >= 5 ? "end" : "middle";
}

/** Nothing where there are too few answers to draw. @param {Card} card */
export function describeChart({ guidance: card, settings, visit }) {
  if (card.status === "not_enough") {
    return undefined;
  }
  const { panels, voters, activity } = card;
  const now = visit.minutes;
  const until = clinicWait(settings, activity.id, visit)?.until;
  const most = panels.flatMap(({ from }) => (from.most === undefined ? [] : [from.most]));
  const axis = axisOf([...most, ...(until === undefined ? [] : [until]), now]);
  const nowX = now <= axis.end ? axis.place(now) : undefined;
  const share = `${MOST * 100}%`;
  const mostY = percent(1 - MOST, 1);
  const nowWord = say(visit.at === undefined ? "chart.card" : "chart.now");
  const reading = readingOf(voters, visit, nowWord);
  const marker = Math.min(now, axis.end);
  return {
    about: say("chart.about", { most: share }),
    clinic: until === undefined ? undefined : say("overview.clinic", { when: briefWhen(visit, until) }),
    now:
      nowX === undefined
        ? undefined
        : {
            x: nowX,
            anchor: anchorOf(axis, now),
            text: [nowWord, shortClock(visit, now)?.time].filter(Boolean).join(" "),
          },
    levels: [
      { y: "0%", text: "100%" },
      { y: mostY, text: share },
      { y: "100%", text: "0" },
    ],
    mostY,
    bands: voters.map((panel) => ({
      name: panel.name,
      ...flagsOf(panel, axis, visit),
      areas: areasOf(panel, axis),
    })),
    ticks: axis.ticks.map(({ at }) => axis.place(at)),
    clinicX: until !== undefined && until <= axis.end ? axis.place(until) : undefined,
    nowX,
    scale: axis.ticks
      .filter(({ isNamed }) => isNamed)
      .map(({ at, isMinor }) => {
        const clock = shortClock(visit, at === 0 ? at : rounded(visit, at));
        return {
          x: axis.place(at),
          isMinor,
          hours: say("chart.hours", { n: at / HOUR }),
          clock: clock ? tickLines(visit, clock, at) : [],
        };
      }),
    marker: {
      max: axis.end,
      step: STEP,
      value: marker - (marker % STEP),
      text: [reading.moment, ...reading.rows.map(({ name, value }) => `${name}: ${value}`)].join("; "),
    },
    reading,
    times: timesOf(voters, visit),
  };
}

/** In one line; in two where they are guessed, which takes a word more. @param {Visit} visit @param {{ day: string, time: string }} clock @param {number} at */
function tickLines(visit, { day, time }, at) {
  if (!visit.isGuess) {
    return [`${day} ${time}`];
  }
  return at === 0 ? [about(visit, day)] : [about(visit, day), time];
}

/** What is counted now. @param {PanelGuidance[]} panels @param {Visit} visit @param {string} now */
function readingOf(panels, visit, now) {
  const clock = exactClock(visit, visit.minutes);
  const elapsed = about(visit, span(visit.minutes));
  const moment = clock
    ? say("chart.moment", { when: clock, span: elapsed })
    : say("time.after", { span: elapsed });
  return {
    moment: `${now}: ${moment}`,
    rows: panels.map(({ name, status, tally }) => ({
      name,
      value: `${statusWords(status)} (${tallyWords(tally)})`,
    })),
  };
}

/** OK grows from below, wait shrinks from above, and who does not say is between them. @param {PanelGuidance} panel @param {Axis} axis */
function areasOf({ steps }, axis) {
  return steps.flatMap(({ minutes, tally }, place) => {
    const length = Math.min(steps[place + 1]?.minutes ?? axis.end, axis.end) - minutes;
    if (length <= 0) {
      return [];
    }
    const all = timed(tally);
    let above = 0;
    return /** @type {Stance[]} */ (["wait", "silent", "fine"]).flatMap((stance) => {
      const y = percent(above, all);
      above += tally[stance];
      return tally[stance] > 0
        ? [
            {
              stance,
              x: axis.place(minutes),
              y,
              width: percent(length, axis.end),
              height: percent(tally[stance], all),
            },
          ]
        : [];
    });
  });
}

/** Where the first, most and all say OK. @param {PanelGuidance} panel @param {Axis} axis @param {Visit} visit */
function flagsOf({ from }, axis, visit) {
  /** @type {{ at: number, text: string }[]} */
  const named = [];
  for (const name of /** @type {const} */ (["first", "most", "all"])) {
    const at = from[name];
    const last = named.at(-1);
    if (at === undefined) {
      continue;
    }
    if (last?.at === at) {
      // What comes at one moment has one flag.
      last.text += `, ${say(`chart.${name}`).toLowerCase()}`;
    } else {
      named.push({ at, text: say(`chart.${name}`) });
    }
  }
  const beyond = named
    .filter(({ at }) => at >= axis.end)
    .map(({ at, text }) => {
      const clock = shortClock(visit, rounded(visit, at));
      const when = about(visit, clock ? `${clock.day} ${clock.time}` : span(at));
      return say("chart.beyond", { flag: text, when });
    });
  return {
    flags: placed(
      named.filter(({ at }) => at < axis.end),
      axis,
    ),
    beyond: beyond.length > 0 ? beyond.join(" ") : undefined,
  };
}

/** A text stands on the right of its flag, or else on the left, or not at all. @param {{ at: number, text: string }[]} named @param {Axis} axis */
function placed(named, axis) {
  const thousandths = (/** @type {number} */ at) => Math.floor((at * 1000) / axis.end);
  let taken = 0;
  return named.map(({ at, text }, place) => {
    const x = thousandths(at);
    const width = text.length * LETTER + FLAG;
    const next = named[place + 1];
    const isRight = x + width <= (next ? thousandths(next.at) : EDGE);
    const isLeft = x >= taken + width;
    taken = x + (isRight ? width : FLAG);
    return {
      x: axis.place(at),
      anchor: isRight ? /** @type {const} */ ("start") : /** @type {const} */ ("end"),
      text: isRight || isLeft ? text : undefined,
    };
  });
}

/** The times under the chart, with a column for each panel. @param {PanelGuidance[]} panels @param {Visit} visit */
function timesOf(panels, visit) {
  const rows = /** @type {const} */ (["first", "most", "all"]).map((id) => ({
    name: say(`view.from-${id}`),
    cells: panels.map(({ name, from }) => ({
      panel: name,
      value: shortTime(from[id], visit),
      count: /** @type {string | undefined} */ (undefined),
    })),
  }));
  const longest = panels.map((panel) => {
    const wait = longestWait(panel);
    return {
      panel: panel.name,
      value: wait ? span(wait.minutes) : say("panels.no-wait"),
      count: wait && say("panels.of", { n: wait.answers, timed: timed(panel.tally) }),
    };
  });
  return [...rows, { name: say("view.longest"), cells: longest }];
}

/** @param {number | undefined} at @param {Visit} visit */
function shortTime(at, visit) {
  if (at === undefined) {
    return say("time.never");
  }
  if (at === 0) {
    return say("time.at-once");
  }
  const clock = shortClock(visit, rounded(visit, at));
  return about(visit, clock ? `${clock.day} ${clock.time}` : say("time.after", { span: span(at) }));
}
