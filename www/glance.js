/**
 * A first look: the form and the answer, before the whole view is here. It stands in for
 * the view of the wasm until then, and does what that does, for the questions that most
 * ask; whatever else is asked waits for the whole.
 */
import { anyTreatment, blank, longestAgo, staleAfter, steps, wrong } from "built:blank";
import { calendar, now as clock, parse, two, when } from "./calendar.js";
import { pack } from "./pack.js";

/**
 * @typedef {import("./view-types.js").Host} Host
 * @typedef {import("./look.js").Look} Look
 * @typedef {ReturnType<typeof asked>} Asked
 * @typedef {{ minutes: number, end: number, start: number, at?: number }} Visit `end` and
 *   `start` of the day in minutes after the treatment, 0 where they are not known; `at` in
 *   milliseconds of the epoch, where the card goes with the clock
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Minutes of a day, as `src/view/quick.rs` has them. */
const [DAWN, NOON, EVENING] = [6 * 60, 12 * 60, 18 * 60];

/** What may be wrong with a time, by the place of its sentence. */
const [INCOMPLETE, FUTURE, PAST, HOURS] = [0, 1, 2, 3];

/** So many milliseconds an answer stands before it is read out. */
const PAUSE = 700;

/**
 * The attributes as the element packs them, where a first look can say the same as the
 * whole: in English, without a clinic's own word, and in the plainest form that each may
 * have. What does not fit is for the whole, which also says what is wrong with it.
 */
const PLAIN =
  // eslint-disable-next-line no-control-regex -- the two signs of pack.js
  /^page-lang\x01(?:en(?:[-_][a-zA-Z\d]{1,8})*)?\x02treatment(?:\x01([!-~]+(?: [!-~]+)*))?\x02activity(?:\x01([a-z-]+))?\x02hours(?:\x01(\d{1,4}(?:\.\d+)?))?\x02treated-at(?:\x01(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d)(Z|[+-](?:0\d|1[0-3]):[0-5]\d)?)?\x02lang(?:\x01en)?\x02names\x02panels\x02ask(\x01(?:true)?)?\x02compact(?:\x01(?:true)?)?\x02sources(?:\x01(?:inline|page))?\x02clinic\x02protocol\x02contact\x02emergency\x02$/;

/**
 * @param {Look} look
 * @returns {import("./loader.js").First}
 */
export function glanceWith(look) {
  return (attributes) => {
    const question = asked(attributes, look);
    return question && ((_, host, before) => new Glance(question, host, before));
  };
}

/**
 * What the attributes ask, if a first look can answer it.
 *
 * @param {string} attributes
 * @param {Look} look
 */
function asked(attributes, look) {
  const found = PLAIN.exec(attributes);
  if (!found) {
    return undefined;
  }
  const [, treatment = "", activity = "", hours, moment, zone, ask] = found;
  if (hours && moment) {
    return undefined;
  }
  const isAsked = ask !== undefined;
  const at = moment ? parse(moment + (zone ?? ""), zone ? NaN : clock()) : undefined;
  // A day that the calendar does not have, and a moment to come.
  const isWrong =
    at !== undefined &&
    !(at <= clock() && new Date(moment.slice(0, 10)).getUTCDate() === Number(moment.slice(8, 10)));
  const texts = look(treatment || anyTreatment, activity, 0, 0, 0, true);
  if (isWrong || !texts) {
    return undefined;
  }
  const asksWhen = isAsked || !(hours || moment);
  const asksTreatment = isAsked || !treatment;
  return {
    attributes,
    look,
    treatment,
    activity,
    hours,
    at,
    isAsked,
    asksTreatment,
    asksActivity: (isAsked || !activity) && (asksTreatment || asksWhen),
    asksWhen,
    id: texts[0],
  };
}

/** A view of a first look, as `View` in wire.js is one. */
class Glance {
  /** @type {NonNullable<Asked>} */
  #asked;
  /** @type {Host} */
  #host;
  /** The hours as they were typed. */
  #typed = "";
  /** When they were typed: from then on they grow. */
  #then = 0;
  #due = Infinity;
  /** What is to be read out, and since when it stands. */
  #pending = "";
  #since = 0;
  /** Whether it was read out, or needs not to be. */
  #isHeard = false;
  #said = "";
  #isMissing = false;
  #hasAnswer = false;

  /**
   * @param {NonNullable<Asked>} asked
   * @param {Host} host
   * @param {unknown} before what was drawn until now, whose form stays as the reader has left it
   */
  constructor(asked, host, before) {
    this.#asked = asked;
    this.#host = host;
    this.update();
    if (!before && asked.asksWhen) {
      host.fill(`date ${today(clock()).day}`);
      host.choose("by-clock");
    }
    if (asked.isAsked) {
      this.#prefill(before instanceof Glance ? before.#asked : undefined);
    }
  }

  /**
   * Fills in what the attributes say where the reader is asked all the same, but for what
   * they have said before.
   *
   * @param {Asked} before
   */
  #prefill(before) {
    const { treatment, activity, hours, at, id } = this.#asked;
    const host = this.#host;
    if (treatment && treatment !== before?.treatment) {
      host.fill(`treatment ${id}`);
    }
    if (activity && activity !== before?.activity) {
      host.fill(`activity ${activity}`);
    }
    const isOther = hours !== before?.hours || at !== before?.at;
    if (isOther && hours) {
      host.fill(`hours ${hours}`);
      host.choose("by-hours");
    } else if (isOther && at !== undefined) {
      const { day, minute } = today(at);
      this.#fill(day, minute);
    }
    this.update();
    if (isOther && this.#hasAnswer) {
      host.fold();
      this.update();
    }
  }

  /** Fills in a rough time, as `src/view/quick.rs` has it. @param {string} name */
  quick(name) {
    const now = clock();
    const { minute } = today(now);
    const isYesterday = name === "yesterday";
    // At noon, a day before is the day before, also where a night has an hour more or less.
    const noon = now - (minute - NOON) * MINUTE;
    const { day } = today(isYesterday ? noon - DAY : noon);
    const latest = name === "morning" ? NOON : EVENING;
    this.#fill(day, isYesterday ? EVENING : name === "now" ? minute : Math.min(minute, latest));
    this.update();
  }

  /**
   * @param {string} day
   * @param {number} minute of that day
   */
  #fill(day, minute) {
    this.#host.fill(`date ${day}`);
    this.#host.fill(`time ${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
    this.#host.choose("by-clock");
  }

  /** Looks at the form and the clock, and shows what has changed. */
  update() {
    const { look, treatment, activity, asksTreatment, asksActivity, asksWhen } = this.#asked;
    const host = this.#host;
    const now = clock();
    const { day, minute } = today(now);
    const byHours = host.find("by-hours:checked") !== null;
    const visit = this.#visit(now, byHours);
    const wrongTime = typeof visit === "number" ? wrong[visit] : "";
    const chosen = asksTreatment ? valueOf(host, "treatment") : treatment;
    const about = asksActivity ? valueOf(host, "activity") : activity;
    this.#due = Infinity;
    /** @type {string[]} */
    let texts = [];
    let told = "";
    let next = "";
    if (typeof visit === "object") {
      const { minutes, end, start, at } = visit;
      const moment = (/** @type {number} */ after) =>
        at === undefined ? "" : when("en", at + after * MINUTE, now);
      texts = (chosen && look(chosen, about, minutes, end, start, at !== undefined)) || texts;
      if (texts.length) {
        told = moment(0);
        next = texts[8].replace("\x01", () => moment(Number(texts[9])));
      }
    }
    if (visit === FUTURE || (typeof visit === "object" && visit.at !== undefined)) {
      this.#due = now - (now % MINUTE) + MINUTE;
    }
    const [id, activityId, status, name, line, icon, title, summary, , , proviso, whose] = texts;
    this.#hasAnswer = texts.length > 0;
    this.#announce(this.#hasAnswer ? `${name}. ${title}. ${summary}` : "", now);
    const date = new Date(now);
    // The parts that are there, and what is in the holes.
    host.paint(
      filled({
        F: asksTreatment || asksWhen,
        T: asksTreatment,
        A: asksActivity,
        W: asksWhen,
        M: minute > DAWN,
        N: minute > NOON,
        C: this.#hasAnswer,
        H: !this.#hasAnswer,
        P: proviso,
        O: date.getFullYear() * 12 + date.getMonth() + 1 > staleAfter,
        R: !this.#isMissing,
        X: this.#isMissing,
        n: name,
        y: told,
        g: summary,
        p: proviso,
        e: wrongTime,
        d: day,
        u: this.#said,
        s: status,
        q: line,
        k: icon,
        b: title,
        z: next,
        w: whose,
        v: wrongTime !== "",
        l: flag(host.find("ask:not([open])") === null),
        i: flag(byHours),
        j: flag(!byHours),
      }),
    );
    // Else the whole tells it, when a listener finds the card, too.
    if (this.#hasAnswer && this.#isMissing) {
      host.changed(`${status} ${id} ${activityId} `);
    }
  }

  answer() {
    this.update();
  }

  /**
   * When the treatment was: nothing where that is not said yet, and a number where it is
   * wrong.
   *
   * @param {number} now
   * @param {boolean} byHours
   * @returns {Visit | number | undefined}
   */
  #visit(now, byHours) {
    const { hours, at, asksWhen } = this.#asked;
    const host = this.#host;
    if (!asksWhen) {
      return at === undefined ? { minutes: minutesOf(Number(hours)), end: 0, start: 0 } : since(at, now);
    }
    if (byHours) {
      const typed = valueOf(host, "hours");
      if (typed !== this.#typed) {
        this.#typed = typed;
        this.#then = now;
      }
      // Up to four digits, and up to two behind one comma or point.
      const number = /^\s*(?=.*\d)(\d{0,4})(?:[.,](\d{0,2}))?\s*$/.exec(typed);
      if (!number) {
        return typed.trim() ? HOURS : undefined;
      }
      const hundredths = Number((number[2] ?? "").padEnd(2, "0"));
      const ago = Number(number[1]) + Math.floor((hundredths * 60) / 100) / 60;
      const minutes = minutesOf(ago + (now - this.#then) / HOUR);
      return { minutes, end: 0, start: 0, at: this.#then - ago * HOUR };
    }
    const time = valueOf(host, "time");
    if (!time) {
      return undefined;
    }
    const date = valueOf(host, "date");
    const moment = date ? parse(`${date}T${time}`, now) : NaN;
    if (Number.isNaN(moment)) {
      return INCOMPLETE;
    }
    if (now - moment > longestAgo * DAY) {
      return PAST;
    }
    return moment > now ? FUTURE : since(moment, now);
  }

  /**
   * Says an answer to a screen reader once it has stood for a moment, but for the one that
   * a page shows from the start; as `announce` in `src/web/whole/view.rs`.
   *
   * @param {string} text
   * @param {number} now
   */
  #announce(text, now) {
    const { asksTreatment, asksWhen } = this.#asked;
    if (!text) {
      this.#said = "";
      this.#isHeard = true;
    } else if (this.#pending !== text) {
      this.#isHeard = !this.#pending && !asksTreatment && !asksWhen;
      this.#since = now;
    }
    this.#pending = text;
    if (!this.#isHeard) {
      this.#isHeard = now - this.#since >= PAUSE;
      if (this.#isHeard) {
        this.#said = text;
      } else {
        this.#due = this.#since + PAUSE;
      }
    }
  }

  heard() {
    this.#isHeard = true;
  }

  due() {
    return this.#due;
  }

  /** The whole could not be loaded. */
  miss() {
    this.#isMissing = true;
    this.update();
  }

  /**
   * What the whole view is told that takes this one's place.
   *
   * @param {string} attributes those of the whole, which may be others by then
   */
  handover(attributes) {
    return (
      pack("drawn", "") +
      pack("filled", attributes === this.#asked.attributes ? "" : undefined) +
      pack("said", this.#said) +
      pack("typed", this.#typed) +
      pack("then", `${Math.floor(this.#then / 1000)}`)
    );
  }

  /** There is no card for programs before the whole view is here. */
  guidance() {
    return undefined;
  }

  question() {
    return undefined;
  }

  details() {}

  free() {}
}

/**
 * The blank with what is in it.
 *
 * @param {Record<string, unknown>} values by the letters of `src/view/blank.rs`
 */
function filled(values) {
  /** @type {(text: string) => string} */
  const parts = (text) =>
    text.replace(/\^(.)([^]*?)@\1/g, (_, letter, inner) => (values[letter] ? parts(inner) : ""));
  return `en${parts(blank)}`.replace(/\$(.)|[{[|~}]/g, (sign, letter) =>
    letter ? `${values[letter]}` : String.fromCharCode(steps.indexOf(sign) + 1),
  );
}

/** The step of an attribute that is there, or not. @param {boolean} isThere */
const flag = (isThere) => (isThere ? "\x02" : "\x03");

/** @param {Host} host @param {string} name */
const valueOf = (host, name) => host.find(name)?.value ?? "";

/**
 * A moment on the visitor's calendar: the day, the minute of it, and in how many minutes
 * it ends and the next one starts.
 *
 * @param {number} at
 */
function today(at) {
  const [day, minute, end, start] = calendar(at).split(" ");
  return { day, minute: Number(minute), end: Number(end), start: Number(start) };
}

/** @param {number} at @param {number} now @returns {Visit} */
function since(at, now) {
  const { end, start } = today(at);
  return { minutes: minutesOf((now - at) / HOUR), end, start, at };
}

/** Whole minutes, rounded down, as `Elapsed` in `src/time.rs` rounds. @param {number} hours */
function minutesOf(hours) {
  const minutes = Math.floor(hours * 60);
  return (minutes + 1) / 60 <= hours ? minutes + 1 : minutes / 60 > hours ? minutes - 1 : minutes;
}
