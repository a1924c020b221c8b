/**
 * What the wasm computes, in plain JavaScript: the same cards and timelines from
 * the same answers, as somebody would write it who wants it fast. Nothing is kept
 * between two calls; what does not depend on the question is prepared once.
 *
 * Only for the bench: English, and without the checks of what a caller gives.
 */

/**
 * @typedef {import("./corpus.js").PlainCorpus} PlainCorpus
 * @typedef {import("../../www/types.js").Guidance} Guidance
 * @typedef {import("../../www/types.js").PanelGuidance} PanelGuidance
 * @typedef {import("../../www/types.js").Options} Options
 * @typedef {import("../../www/types.js").Status} Status
 * @typedef {import("../../www/types.js").Stance} Stance
 * @typedef {import("../../www/types.js").Tally} Tally
 * @typedef {import("../../www/types.js").Timeline} Timeline
 *
 * @typedef {(values: (string | number)[]) => string} Template
 *
 * @typedef {object} Answer
 * @property {string} id
 * @property {Set<string>} treatments
 * @property {boolean} class
 * @property {number} conditions a bit for each
 * @property {"no" | "may" | null} weakens
 * @property {boolean} noStudy
 *
 * @typedef {{ answer: Answer, times: [number, number] | null }} Said what an answer says about one activity
 * @typedef {{ answer: Answer, relation: 0 | 1 | 2, timed: boolean, noUntil: number, yesFrom: number }} Voice
 *
 * @typedef {object} Panel
 * @property {string} id
 * @property {string} name
 * @property {string[]} noun
 * @property {Map<string, Said[]>} said by activity
 *
 * @typedef {{ panel: Panel, isClass: boolean, counted: Voice[], others: Voice[], timed: number }} Side
 */

/** Fewer timed answers than these are too few. */
const FEWEST = 5;

/** In the order of caution. @type {Status[]} */
const STATUSES = ["not_enough", "wait", "mostly_wait", "divided", "mostly_fine", "fine"];

const MOSTLY_FINE = 4;
const FINE = 5;

const HOUR = 60;

/** Stand in the place of minutes. */
const DAY_END = -1;
const DAY_START = -2;

/** How an answer bears on a treatment. */
const NAMED = 0;
const CLASS = 1;
const OTHER = 2;

/** @type {Stance[]} */
const STANCES = ["fine", "wait", "silent", "untimed"];

/** @param {PlainCorpus} corpus */
export function createPlain(corpus) {
  const { words } = corpus;
  const treatments = new Map();
  for (const treatment of corpus.treatments) {
    for (const name of [treatment.id, treatment.name, treatment.generic, ...treatment.aliases]) {
      treatments.set(name.toLowerCase(), treatment);
    }
  }
  const activities = new Map(corpus.activities.map((activity) => [activity.id, activity]));
  const panels = corpus.panels.map((panel) => prepared(panel, corpus));
  const summaries = new Map(
    Object.entries(words.summaries).map(([status, text]) => [status, template(text)]),
  );
  const count = template(words.count);
  const countClass = template(words.countClass);
  const countFew = template(words.countFew);
  const join = template(words.join);
  const conditionCounted = template(words.conditionCounted);
  const conditionJoin = template(words.conditionJoin);
  const provisos = words.proviso.map(template);
  const weakensResult = template(words.weakensResult);
  const studied = template(words.studied);

  /**
   * @param {string} name
   * @param {Options} options
   */
  function asked(name, options) {
    const treatment = treatments.get(name.trim().toLowerCase());
    const activity = activities.get(options.activity ?? corpus.defaultActivity);
    if (!treatment || !activity) {
      throw new Error(`There is nothing on ${name} and ${options.activity}.`);
    }
    const treatedAt = options.treatedAt ?? null;
    const [end, start] = day(treatedAt);
    /** @type {Side[]} */
    const sides = [];
    for (const panel of panels) {
      if (!options.panels || options.panels.includes(panel.id)) {
        sides.push(side(panel, treatment.id, activity.id, end, start));
      }
    }
    const names = options.names ?? "brand";
    return {
      treatment: {
        id: treatment.id,
        name: names === "brand" ? treatment.name : names === "generic" ? treatment.generic : words.className,
        generic: names === "class" ? null : treatment.generic,
      },
      activity,
      treatedAt,
      sides,
    };
  }

  /**
   * @param {string} name
   * @param {number} hours
   * @param {Options} [options]
   * @returns {Guidance}
   */
  function guidance(name, hours, options = {}) {
    const { treatment, activity, treatedAt, sides } = asked(name, options);
    const at = minutes(hours);
    const shown = sides.map((side) => panelGuidance(side, at));
    const rank = mostCautious(shown.map(({ status }) => STATUSES.indexOf(status)));
    /** @type {number | null} */
    let most = null;
    /** @type {number | null} */
    let all = null;
    for (const { fineFrom } of shown) {
      if (fineFrom.most !== null && (most === null || fineFrom.most > most)) {
        most = fineFrom.most;
      }
      if (fineFrom.all !== null && (all === null || fineFrom.all > all)) {
        all = fineFrom.all;
      }
    }
    const later = Math.min(...sides.map((side) => next(side, at)));
    const nextRank = () => mostCautious(sides.map((side) => rankOf(tallyAt(side, later))));
    return {
      treatment,
      activity: { id: activity.id, name: activity.name },
      hoursElapsed: hours,
      treatedAt,
      status: STATUSES[rank],
      summary: summary(STATUSES[rank], activity.subject, sides, shown),
      proviso: proviso(STATUSES[rank], sides, shown, at),
      fineFrom: { most, all },
      nextChange: later < Infinity ? { hours: later / HOUR, status: STATUSES[nextRank()] } : null,
      panels: shown,
      conditions: conditions(sides),
      claims: claims(sides),
      answers: answers(sides, at),
      redFlags: { emergency: [...words.emergency], soon: [...words.soon] },
      notice: words.notice,
      corpus: { version: corpus.version, updated: corpus.updated },
    };
  }

  /**
   * @param {string} name
   * @param {Options} [options]
   * @returns {Timeline}
   */
  function timeline(name, options = {}) {
    const { treatment, activity, treatedAt, sides } = asked(name, options);
    const steps = sides.map(stepsOf);
    const moments = new Set(steps.flatMap((own) => own.map(({ at }) => at)));
    const places = steps.map(() => 0);
    /** @type {Timeline["steps"]} */
    const combined = [];
    for (const at of [...moments].sort((a, b) => a - b)) {
      const ranks = steps.map((own, place) => {
        while (places[place] + 1 < own.length && own[places[place] + 1].at <= at) {
          places[place] += 1;
        }
        return own[places[place]].rank;
      });
      combined.push({ hours: at / HOUR, status: STATUSES[mostCautious(ranks)] });
    }
    return {
      treatment,
      activity: { id: activity.id, name: activity.name },
      treatedAt,
      steps: combined,
      panels: sides.map(({ panel, isClass }, place) => ({
        id: panel.id,
        name: panel.name,
        basis: isClass ? "class" : "treatment",
        steps: steps[place].map(({ at, rank, tally }) => ({
          hours: at / HOUR,
          status: STATUSES[rank],
          tally,
        })),
      })),
    };
  }

  /**
   * @param {Status} status
   * @param {string} subject
   * @param {Side[]} sides
   * @param {PanelGuidance[]} shown
   */
  function summary(status, subject, sides, shown) {
    const isVoting = (/** @type {PanelGuidance} */ panel) =>
      status === "not_enough" || panel.status !== "not_enough";
    const allClass = shown.every((panel) => !isVoting(panel) || panel.basis === "class");
    let counts = "";
    for (let place = 0; place < shown.length; place += 1) {
      const panel = shown[place];
      if (!isVoting(panel)) {
        continue;
      }
      const { fine, wait, silent } = panel.tally;
      const timed = fine + wait + silent;
      const source = form(sides[place].panel.noun, timed);
      const text =
        status === "not_enough"
          ? countFew([timed, timed, source])
          : (panel.basis === "class" && !allClass ? countClass : count)([
              status === "wait" || status === "mostly_wait" ? wait : fine,
              timed,
              source,
            ]);
      counts = counts ? join([counts, text]) : text;
    }
    const fill = /** @type {Template} */ (summaries.get(status));
    return fill([counts, subject, allClass ? words.aboutAny : ""]);
  }

  /**
   * @param {Status} status
   * @param {Side[]} sides
   * @param {PanelGuidance[]} shown
   * @param {number} at
   */
  function proviso(status, sides, shown, at) {
    /** @type {number[]} */
    const added = [];
    let source = words.answers;
    let sources = 0;
    for (let place = 0; place < sides.length; place += 1) {
      if (status !== "not_enough" && shown[place].status === "not_enough") {
        continue;
      }
      const before = added.length;
      for (const voice of sides[place].counted) {
        if (voice.answer.conditions && voice.timed && at >= voice.yesFrom) {
          added.push(voice.answer.conditions);
        }
      }
      if (added.length > before) {
        sources += 1;
        source = sources === 1 ? sides[place].panel.noun : words.answers;
      }
    }
    const all = added.length;
    if (all === 0) {
      return null;
    }
    const numbers = corpus.conditions.map((_, place) => {
      let number = 0;
      for (const conditions of added) {
        number += (conditions >> place) & 1;
      }
      return number;
    });
    const several = numbers.some((number) => number > 0 && number !== all);
    let list = "";
    for (let place = 0; place < numbers.length; place += 1) {
      const number = numbers[place];
      if (number > 0) {
        const { text } = corpus.conditions[place];
        const part = several ? conditionCounted([text, number]) : text;
        list = list ? conditionJoin([list, part]) : part;
      }
    }
    return provisos[all === 1 ? 0 : 1]([all, form(source, all), list]);
  }

  /** @param {Side[]} sides */
  function conditions(sides) {
    const numbers = corpus.conditions.map(() => 0);
    for (const { counted } of sides) {
      for (const { answer } of counted) {
        for (let bits = answer.conditions, place = 0; bits > 0; bits >>= 1, place += 1) {
          numbers[place] += bits & 1;
        }
      }
    }
    const asked = [];
    for (let place = 0; place < numbers.length; place += 1) {
      if (numbers[place] > 0) {
        const { id, text } = corpus.conditions[place];
        asked.push({ id, text, answers: numbers[place] });
      }
    }
    return asked;
  }

  /**
   * @param {Side[]} sides
   * @returns {Guidance["claims"]}
   */
  function claims(sides) {
    let all = 0;
    let no = 0;
    let may = 0;
    let none = 0;
    for (const { counted } of sides) {
      all += counted.length;
      for (const { answer } of counted) {
        no += answer.weakens === "no" ? 1 : 0;
        may += answer.weakens === "may" ? 1 : 0;
        none += answer.noStudy ? 1 : 0;
      }
    }
    return [
      { id: "weakens-result", no, may, text: weakensResult([all, no, may]) },
      { id: "studied", no: none, may: 0, text: studied([all, none, 0]) },
    ];
  }

  return { guidance, timeline };
}

/**
 * @param {PlainCorpus["panels"][number]} panel
 * @param {PlainCorpus} corpus
 * @returns {Panel}
 */
function prepared({ id, name, noun, answers }, corpus) {
  /** @type {Map<string, Said[]>} */
  const said = new Map(corpus.activities.map((activity) => [activity.id, []]));
  const minutes = (/** @type {number | string} */ time) =>
    typeof time === "number" ? time : time === "day-end" ? DAY_END : DAY_START;
  for (const record of answers) {
    let conditions = 0;
    for (const condition of record.conditions) {
      conditions |= 1 << corpus.conditions.findIndex(({ id }) => id === condition);
    }
    const answer = {
      id: record.id,
      treatments: new Set(record.treatments),
      class: record.class,
      conditions,
      weakens: record.weakens,
      noStudy: record.noStudy,
    };
    for (const [activity, times] of Object.entries(record.positions)) {
      said.get(activity)?.push({ answer, times: times && [minutes(times[0]), minutes(times[1])] });
    }
  }
  return { id, name, noun, said };
}

/**
 * A text in which U+0001 stands for the first value, U+0002 for the second.
 *
 * @param {string} text
 * @returns {Template}
 */
function template(text) {
  /** @type {(string | number)[]} */
  const parts = [];
  let part = "";
  for (const sign of text) {
    if (sign < "\x05") {
      parts.push(part, sign.charCodeAt(0) - 1);
      part = "";
    } else {
      part += sign;
    }
  }
  parts.push(part);
  return (values) => {
    let filled = "";
    for (const part of parts) {
      filled += typeof part === "number" ? values[part] : part;
    }
    return filled;
  };
}

/**
 * @param {string[]} forms for one, and for any other number
 * @param {number} number
 */
function form(forms, number) {
  return forms[number === 1 ? 0 : 1];
}

/**
 * The greatest minute whose hours are not more than these.
 *
 * @param {number} hours
 */
function minutes(hours) {
  const down = Math.floor(hours * HOUR);
  return (down + 1) / HOUR <= hours ? down + 1 : down / HOUR > hours ? down - 1 : down;
}

/**
 * The end of the day of treatment and the start of the next one, in minutes.
 *
 * @param {string | null} treatedAt
 */
function day(treatedAt) {
  if (treatedAt === null) {
    return [16 * HOUR, 24 * HOUR];
  }
  const end = 24 * HOUR - (Number(treatedAt.slice(0, 2)) * HOUR + Number(treatedAt.slice(3)));
  return [end, end + 6 * HOUR];
}

/**
 * @param {Panel} panel
 * @param {string} treatment
 * @param {string} activity
 * @param {number} end
 * @param {number} start
 * @returns {Side}
 */
function side(panel, treatment, activity, end, start) {
  /** @type {Voice[]} */
  const counted = [];
  /** @type {Voice[]} */
  const others = [];
  let timedAll = 0;
  let timedOwn = 0;
  let named = 0;
  for (const { answer, times } of /** @type {Said[]} */ (panel.said.get(activity))) {
    const relation = answer.treatments.has(treatment) ? NAMED : answer.class ? CLASS : OTHER;
    const timed = times !== null;
    const resolve = (/** @type {number} */ time) =>
      time === DAY_END ? end : time === DAY_START ? start : time;
    timedAll += timed ? 1 : 0;
    timedOwn += timed && relation !== OTHER ? 1 : 0;
    named += relation === NAMED ? 1 : 0;
    (relation === OTHER ? others : counted).push({
      answer,
      relation,
      timed,
      noUntil: timed ? resolve(times[0]) : 0,
      yesFrom: timed ? resolve(times[1]) : 0,
    });
  }
  if (timedOwn >= FEWEST && named > 0) {
    return { panel, isClass: false, counted, others, timed: timedOwn };
  }
  if (others.length === 0) {
    return { panel, isClass: true, counted, others, timed: timedAll };
  }
  // Everyone counts, in the data's order.
  const own = new Map([...counted, ...others].map((voice) => [voice.answer, voice]));
  const all = /** @type {Said[]} */ (panel.said.get(activity)).map(({ answer }) => own.get(answer));
  return { panel, isClass: true, counted: /** @type {Voice[]} */ (all), others: [], timed: timedAll };
}

/**
 * The place of a stance in `STANCES`.
 *
 * @param {Voice} voice
 * @param {number} at
 */
function stance({ timed, noUntil, yesFrom }, at) {
  return !timed ? 3 : at >= yesFrom ? 0 : at < noUntil ? 1 : 2;
}

/**
 * @param {Side} side
 * @param {number} at
 * @returns {Tally}
 */
function tallyAt({ counted }, at) {
  const numbers = [0, 0, 0, 0];
  for (const voice of counted) {
    numbers[stance(voice, at)] += 1;
  }
  const [fine, wait, silent, untimed] = numbers;
  return { fine, wait, silent, untimed };
}

/** The place of a tally's status in `STATUSES`. @param {Tally} tally */
function rankOf({ fine, wait, silent }) {
  return rank(fine, wait, fine + wait + silent);
}

/**
 * @param {number} fine
 * @param {number} wait
 * @param {number} timed
 */
function rank(fine, wait, timed) {
  if (timed < FEWEST) {
    return 0;
  }
  if (fine === timed) {
    return FINE;
  }
  if (fine * 4 >= timed * 3) {
    return MOSTLY_FINE;
  }
  return wait === timed ? 1 : wait * 2 > timed ? 2 : 3;
}

/** @param {number[]} ranks */
function mostCautious(ranks) {
  let lowest = Infinity;
  for (const rank of ranks) {
    if (rank > 0 && rank < lowest) {
      lowest = rank;
    }
  }
  return lowest < Infinity ? lowest : 0;
}

/**
 * @param {Side} side
 * @param {number} at
 * @returns {PanelGuidance}
 */
function panelGuidance(side, at) {
  const { panel, isClass, counted, timed } = side;
  const tally = tallyAt(side, at);
  const own = rankOf(tally);
  /** @type {number[]} */
  const fines = [];
  let longest = 0;
  let longestAnswers = 0;
  for (const voice of counted) {
    if (voice.timed) {
      fines.push(voice.yesFrom);
      if (voice.noUntil > longest) {
        longest = voice.noUntil;
        longestAnswers = 0;
      }
      longestAnswers += voice.noUntil === longest ? 1 : 0;
    }
  }
  fines.sort((a, b) => a - b);
  const from = (/** @type {number} */ fine) => (own > 0 ? fines[fine - 1] / HOUR : null);
  const later = next(side, at);
  return {
    id: panel.id,
    name: panel.name,
    basis: isClass ? "class" : "treatment",
    status: STATUSES[own],
    tally,
    share: timed > 0 ? Math.floor((tally.fine * 2000 + timed) / (timed * 2)) / 1000 : null,
    stable: isStable(side, at, own),
    fineFrom: { first: from(1), most: from(Math.ceil(timed * 0.75)), all: from(timed) },
    nextChange:
      later < Infinity ? { hours: later / HOUR, status: STATUSES[rankOf(tallyAt(side, later))] } : null,
    longest: longest > 0 ? { hours: longest / HOUR, answers: longestAnswers } : null,
  };
}

/**
 * The next moment at which the tally changes; `Infinity` where there is none.
 *
 * @param {Side} side
 * @param {number} at
 */
function next({ counted }, at) {
  let next = Infinity;
  for (const { timed, noUntil, yesFrom } of counted) {
    if (timed && yesFrom > at && yesFrom < next) {
      next = yesFrom;
    }
    if (timed && noUntil > at && noUntil < next) {
      next = noUntil;
    }
  }
  return next;
}

/**
 * Whether the status is the same whichever one answer of the panel is missing.
 *
 * @param {Side} side
 * @param {number} at
 * @param {number} own
 */
function isStable({ counted, others }, at, own) {
  // By relation and stance: answers of one kind are alike.
  const kinds = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const voices of [counted, others]) {
    for (const voice of voices) {
      kinds[voice.relation * 4 + stance(voice, at)] += 1;
    }
  }
  for (let kind = 0; kind < kinds.length; kind += 1) {
    if (kinds[kind] > 0) {
      kinds[kind] -= 1;
      const isSame = rankOfKinds(kinds) === own;
      kinds[kind] += 1;
      if (!isSame) {
        return false;
      }
    }
  }
  return true;
}

/** @param {number[]} kinds */
function rankOfKinds(kinds) {
  let fine = kinds[0] + kinds[4];
  let wait = kinds[1] + kinds[5];
  let timed = fine + wait + kinds[2] + kinds[6];
  const named = kinds[0] + kinds[1] + kinds[2] + kinds[3];
  if (timed < FEWEST || named === 0) {
    fine += kinds[8];
    wait += kinds[9];
    timed += kinds[8] + kinds[9] + kinds[10];
  }
  return rank(fine, wait, timed);
}

/** @param {Side} side */
function stepsOf(side) {
  const moments = new Set([0]);
  for (const { timed, noUntil, yesFrom } of side.counted) {
    if (timed) {
      moments.add(noUntil).add(yesFrom);
    }
  }
  return [...moments]
    .sort((a, b) => a - b)
    .map((at) => {
      const tally = tallyAt(side, at);
      return { at, tally, rank: rankOf(tally) };
    });
}

/**
 * @param {Side[]} sides
 * @param {number} at
 */
function answers(sides, at) {
  /** @type {Guidance["answers"]} */
  const answers = [];
  for (const { panel, counted } of sides) {
    for (const voice of counted) {
      answers.push({
        id: voice.answer.id,
        panel: panel.id,
        stance: STANCES[stance(voice, at)],
        noUntil: voice.timed ? voice.noUntil / HOUR : null,
        yesFrom: voice.timed ? voice.yesFrom / HOUR : null,
      });
    }
  }
  return answers;
}
