/**
 * The cards and timelines of the engine in plain JavaScript, from the same answers and
 * written to be fast. Nothing is cached between two calls; what does not depend on the
 * question is prepared once.
 *
 * For the bench only: English, and without checks of what a caller passes.
 */

/**
 * @typedef {import("./corpus.js").PlainCorpus} PlainCorpus
 * @typedef {import("../../www/core/types.js").Guidance} Guidance
 * @typedef {Guidance["panels"][number]} PanelGuidance
 * @typedef {import("../../www/core/types.js").Options} Options
 * @typedef {import("../../www/core/types.js").Status} Status
 * @typedef {import("../../www/core/types.js").Stance} Stance
 * @typedef {PanelGuidance["tally"]} Tally
 * @typedef {import("../../www/core/types.js").Timeline} Timeline
 *
 * @typedef {(values: (string | number)[]) => string} Template fills the placeholders, in the order of their names
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
 * @typedef {{ answer: Answer, relation: 0 | 1 | 2, timed: boolean, noUntil: number, yesFrom: number }} Resolved
 *
 * @typedef {object} Panel
 * @property {string} id
 * @property {string} name
 * @property {string[]} noun
 * @property {boolean} claims
 * @property {Map<string, Said[]>} said by activity
 *
 * @typedef {{ panel: Panel, isClass: boolean, counted: Resolved[], others: Resolved[], timed: number }} Selection
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
      if (name !== null) {
        treatments.set(name.toLowerCase(), treatment);
      }
    }
  }
  const activities = new Map(corpus.activities.map((activity) => [activity.id, activity]));
  const panels = corpus.panels.map((panel) => prepared(panel, corpus));
  const summaries = new Map(
    Object.entries(words.summaries).map(([status, text]) => [
      status,
      template(text, ["counts", "subject", "basis"]),
    ]),
  );
  const count = template(words.count, ["n", "timed", "source"]);
  const countClass = template(words.countClass, ["n", "timed", "source"]);
  const countFew = template(words.countFew, ["n", "timed", "source"]);
  const join = template(words.join, ["a", "b"]);
  const conditionCounted = template(words.conditionCounted, ["condition", "n"]);
  const conditionJoin = template(words.conditionJoin, ["a", "b"]);
  const provisos = words.proviso.map((text) => template(text, ["n", "source", "conditions"]));
  const [speak, saysNo, saysMay, noStudy] = [words.speak, words.no, words.may, words.noStudy].map((forms) =>
    forms.map((text) => template(text, ["n", "all", "source"])),
  );

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
    /** @type {Selection[]} */
    const selections = [];
    for (const panel of panels) {
      if (!options.panels || options.panels.includes(panel.id)) {
        selections.push(select(panel, treatment.id, activity.id, end, start));
      }
    }
    const names = options.names ?? "brand";
    return {
      treatment: {
        id: treatment.id,
        name:
          names === "class" || !treatment.generic
            ? words.className
            : treatment[names === "brand" ? "name" : names],
        generic: names === "class" ? null : treatment.generic,
      },
      activity,
      treatedAt,
      selections,
    };
  }

  /**
   * @param {string} name
   * @param {number} hours
   * @param {Options} [options]
   * @returns {Guidance}
   */
  function guidance(name, hours, options = {}) {
    const { treatment, activity, treatedAt, selections } = asked(name, options);
    const at = minutes(hours);
    const shown = selections.map((selection) => panelGuidance(selection, at));
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
    const later = Math.min(...selections.map((selection) => next(selection, at)));
    const nextRank = () => mostCautious(selections.map((selection) => rankOf(tallyAt(selection, later))));
    return {
      treatment,
      activity: { id: activity.id, name: activity.name },
      hoursElapsed: hours,
      treatedAt,
      status: STATUSES[rank],
      summary: summary(STATUSES[rank], activity.subject, selections, shown),
      proviso: proviso(STATUSES[rank], selections, shown, at),
      fineFrom: { most, all },
      nextChange: later < Infinity ? { hours: later / HOUR, status: STATUSES[nextRank()] } : null,
      panels: shown,
      conditions: conditions(selections),
      claims: claims(selections),
      answers: answers(selections, at),
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
    const { treatment, activity, treatedAt, selections } = asked(name, options);
    const steps = selections.map(stepsOf);
    const moments = new Set(steps.flatMap((own) => own.map(({ at }) => at)));
    const places = steps.map(() => 0);
    /** @type {Timeline["steps"][number][]} */
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
      panels: selections.map(({ panel, isClass }, place) => ({
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
   * @param {Selection[]} selections
   * @param {PanelGuidance[]} shown
   */
  function summary(status, subject, selections, shown) {
    const isVoting = (/** @type {PanelGuidance} */ panel) =>
      status === "not_enough" || panel.status !== "not_enough";
    const isHeard = (/** @type {PanelGuidance} */ { tally }) => tally.fine + tally.wait + tally.silent > 0;
    const isAnyHeard = shown.some(isHeard);
    const isNamed = (/** @type {PanelGuidance} */ panel) =>
      isVoting(panel) && (isHeard(panel) || !isAnyHeard);
    const allClass = shown.every((panel) => !isNamed(panel) || panel.basis === "class");
    let counts = "";
    for (let place = 0; place < shown.length; place += 1) {
      const panel = shown[place];
      if (!isNamed(panel)) {
        continue;
      }
      const { fine, wait, silent } = panel.tally;
      const timed = fine + wait + silent;
      const source = form(selections[place].panel.noun, timed);
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
   * @param {Selection[]} selections
   * @param {PanelGuidance[]} shown
   * @param {number} at
   */
  function proviso(status, selections, shown, at) {
    /** @type {number[]} */
    const added = [];
    let source = words.answers;
    let sources = 0;
    for (let place = 0; place < selections.length; place += 1) {
      if (status !== "not_enough" && shown[place].status === "not_enough") {
        continue;
      }
      const before = added.length;
      for (const entry of selections[place].counted) {
        if (entry.answer.conditions && entry.timed && at >= entry.yesFrom) {
          added.push(entry.answer.conditions);
        }
      }
      if (added.length > before) {
        sources += 1;
        source = sources === 1 ? selections[place].panel.noun : words.answers;
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

  /** @param {Selection[]} selections */
  function conditions(selections) {
    const numbers = corpus.conditions.map(() => 0);
    for (const { counted } of selections) {
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
   * @param {Selection[]} selections
   * @returns {Guidance["claims"]}
   */
  function claims(selections) {
    let all = 0;
    let no = 0;
    let may = 0;
    let none = 0;
    let noun = words.answers;
    for (const { panel, counted } of selections) {
      if (panel.claims && counted.length > 0) {
        noun = all === 0 ? panel.noun : words.answers;
        all += counted.length;
      }
      for (const { answer } of counted) {
        no += answer.weakens === "no" ? 1 : 0;
        may += answer.weakens === "may" ? 1 : 0;
        none += answer.noStudy ? 1 : 0;
      }
    }
    const said = (/** @type {typeof speak} */ forms, /** @type {number} */ number) =>
      forms[number === 1 ? 0 : 1]([number, all, form(noun, all)]);
    let views = no > 0 ? said(saysNo, no) : "";
    if (may > 0) {
      views = views ? conditionJoin([views, said(saysMay, may)]) : said(saysMay, may);
    }
    return [
      {
        id: "weakens-result",
        no,
        may,
        text: views ? `${said(speak, no + may)} ${views}.` : words.nobody,
      },
      { id: "studied", no: none, may: 0, text: none > 0 ? said(noStudy, none) : words.nobody },
    ];
  }

  return { guidance, timeline };
}

/**
 * @param {PlainCorpus["panels"][number]} panel
 * @param {PlainCorpus} corpus
 * @returns {Panel}
 */
function prepared({ id, name, noun, claims, answers }, corpus) {
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
  return { id, name, noun, claims, said };
}

/**
 * @param {string} text with placeholders in braces
 * @param {string[]} names of the values that it is filled with
 * @returns {Template}
 */
function template(text, names) {
  const parts = text.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? names.indexOf(part) : part));
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
 * @returns {Selection}
 */
function select(panel, treatment, activity, end, start) {
  /** @type {Resolved[]} */
  const counted = [];
  /** @type {Resolved[]} */
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
  const own = new Map([...counted, ...others].map((entry) => [entry.answer, entry]));
  const all = /** @type {Said[]} */ (panel.said.get(activity)).map(({ answer }) => own.get(answer));
  return { panel, isClass: true, counted: /** @type {Resolved[]} */ (all), others: [], timed: timedAll };
}

/**
 * The place of a stance in `STANCES`.
 *
 * @param {Resolved} entry
 * @param {number} at
 */
function stance({ timed, noUntil, yesFrom }, at) {
  return !timed ? 3 : at >= yesFrom ? 0 : at < noUntil ? 1 : 2;
}

/**
 * @param {Selection} selection
 * @param {number} at
 * @returns {Tally}
 */
function tallyAt({ counted }, at) {
  const numbers = [0, 0, 0, 0];
  for (const entry of counted) {
    numbers[stance(entry, at)] += 1;
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
 * @param {Selection} selection
 * @param {number} at
 * @returns {PanelGuidance}
 */
function panelGuidance(selection, at) {
  const { panel, isClass, counted, timed } = selection;
  const tally = tallyAt(selection, at);
  const own = rankOf(tally);
  /** @type {number[]} */
  const fines = [];
  let longest = 0;
  let longestAnswers = 0;
  for (const entry of counted) {
    if (entry.timed) {
      fines.push(entry.yesFrom);
      if (entry.noUntil > longest) {
        longest = entry.noUntil;
        longestAnswers = 0;
      }
      longestAnswers += entry.noUntil === longest ? 1 : 0;
    }
  }
  fines.sort((a, b) => a - b);
  const from = (/** @type {number} */ fine) => (own > 0 ? fines[fine - 1] / HOUR : null);
  const later = next(selection, at);
  return {
    id: panel.id,
    name: panel.name,
    basis: isClass ? "class" : "treatment",
    status: STATUSES[own],
    tally,
    share: timed > 0 ? Math.floor((tally.fine * 2000 + timed) / (timed * 2)) / 1000 : null,
    stable: isStable(selection, at, own),
    fineFrom: { first: from(1), most: from(Math.ceil(timed * 0.75)), all: from(timed) },
    nextChange:
      later < Infinity ? { hours: later / HOUR, status: STATUSES[rankOf(tallyAt(selection, later))] } : null,
    longest: longest > 0 ? { hours: longest / HOUR, answers: longestAnswers } : null,
  };
}

/**
 * The next moment at which the tally changes; `Infinity` where there is none.
 *
 * @param {Selection} selection
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
 * @param {Selection} selection
 * @param {number} at
 * @param {number} own
 */
function isStable({ counted, others }, at, own) {
  // By relation and stance: answers of one kind are alike.
  const kinds = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const entries of [counted, others]) {
    for (const entry of entries) {
      kinds[entry.relation * 4 + stance(entry, at)] += 1;
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

/** @param {Selection} selection */
function stepsOf(selection) {
  const moments = new Set([0]);
  for (const { timed, noUntil, yesFrom } of selection.counted) {
    if (timed) {
      moments.add(noUntil).add(yesFrom);
    }
  }
  return [...moments]
    .sort((a, b) => a - b)
    .map((at) => {
      const tally = tallyAt(selection, at);
      return { at, tally, rank: rankOf(tally) };
    });
}

/**
 * @param {Selection[]} selections
 * @param {number} at
 */
function answers(selections, at) {
  /** @type {Guidance["answers"][number][]} */
  const answers = [];
  for (const { panel, counted } of selections) {
    for (const entry of counted) {
      answers.push({
        id: entry.answer.id,
        panel: panel.id,
        stance: STANCES[stance(entry, at)],
        noUntil: entry.timed ? entry.noUntil / HOUR : null,
        yesFrom: entry.timed ? entry.yesFrom / HOUR : null,
      });
    }
  }
  return answers;
}
