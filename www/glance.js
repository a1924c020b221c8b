/**
 * A first look: the answer, before the whole view is here. It stands in for the view of the
 * wasm until then, for the questions that most ask; whatever else is asked waits for the
 * whole. The form is there, too: what the reader does with it meanwhile, the whole finds.
 */
import { anyTreatment, blank, staleAfter, steps } from "built:blank";
import { calendar, now as clock, parse, write } from "./calendar.js";
import { ACT, ANSWER, CHANGED, FIND, MISS, PAINT, UPDATE } from "./calls.js";
import { pack } from "./pack.js";

/**
 * @typedef {import("./view-types.js").Host} Host
 * @typedef {import("./look.js").Look} Look
 * @typedef {ReturnType<typeof asked>} Asked
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Within so many milliseconds no two days have the same name. */
const FAR = 6 * DAY;

/** Beyond so many milliseconds a date could be another year's. */
const OTHER_YEAR = 300 * DAY;

/** Minutes of a day, as `src/view/quick.rs` has them. */
const [DAWN, NOON] = [6 * 60, 12 * 60];

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
  const isAsked = ask !== undefined;
  // Hours in a form go with the clock; those in an attribute do not.
  if (hours && (moment || isAsked)) {
    return undefined;
  }
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
    look,
    treatment,
    activity,
    hours,
    at,
    asksTreatment,
    asksActivity: (isAsked || !activity) && (asksTreatment || asksWhen),
    asksWhen,
  };
}

/**
 * With the date where the name of the day alone could mean another week's; as `Host::when`
 * in `src/web/whole/host.rs`.
 *
 * @param {number} at
 * @param {number} now
 */
function when(at, now) {
  const far = Math.abs(at - now);
  const day = far > FAR ? " month=long day=numeric" : "";
  const year = far > OTHER_YEAR ? " year=numeric" : "";
  return write(`en weekday=long${day}${year} hour=numeric minute=2-digit`, at);
}

/** A view of a first look, as `View` in wire.js is one. */
class Glance {
  /** @type {NonNullable<Asked>} */
  #asked;
  /** @type {Host} */
  #host;
  #due = Infinity;
  #isMissing = false;

  /**
   * @param {NonNullable<Asked>} asked
   * @param {Host} host
   * @param {unknown} before what was drawn until now, whose form stays as the reader has left it
   */
  constructor(asked, host, before) {
    this.#asked = asked;
    this.#host = host;
    this.#update();
    if (!before && asked.asksWhen) {
      const controls = /** @type {HTMLInputElement[]} */ ([host[FIND]("date"), host[FIND]("by-clock")]);
      controls[0].value = today(clock()).day;
      controls[1].checked = true;
    }
  }

  /** Looks at the clock, and shows what has changed. Whether there is an answer. */
  #update() {
    const { look, treatment, activity, hours, at, asksTreatment, asksActivity, asksWhen } = this.#asked;
    const host = this.#host;
    const now = clock();
    const { day, minute } = today(now);
    const { end, start } = at === undefined ? { end: 0, start: 0 } : today(at);
    const minutes = minutesOf(at === undefined ? Number(hours) : (now - at) / HOUR);
    const moment = (/** @type {number} */ after) => (at === undefined ? "" : when(at + after * MINUTE, now));
    /** @type {string[]} */
    let texts = [];
    if (treatment && (hours || at !== undefined)) {
      texts = look(treatment, activity, minutes, end, start, at !== undefined) ?? texts;
    }
    const [id, activityId, status, name, line, icon, title, summary, next, most, proviso, whose] = texts;
    const isAnswered = texts.length > 0;
    this.#due = at === undefined ? Infinity : now - (now % MINUTE) + MINUTE;
    const date = new Date(now);
    // The parts that are there, and what is in the holes.
    host[PAINT](
      filled({
        // Without the whole nobody would hear what is filled in.
        F: (asksTreatment || asksWhen) && !this.#isMissing,
        T: asksTreatment,
        A: asksActivity,
        W: asksWhen,
        M: minute > DAWN,
        N: minute > NOON,
        C: isAnswered,
        H: !isAnswered,
        P: proviso,
        O: date.getFullYear() * 12 + date.getMonth() + 1 > staleAfter,
        R: !this.#isMissing,
        X: this.#isMissing,
        n: name,
        y: moment(0),
        g: summary,
        p: proviso,
        d: day,
        s: status,
        q: line,
        k: icon,
        b: title,
        z: next?.replace("\x01", () => moment(Number(most))),
        w: whose,
        // The question in one line, where there is an answer; then as the reader has it.
        l:
          (/** @type {HTMLDetailsElement | null} */ (host[FIND]("ask"))?.open ?? !isAnswered)
            ? "\x02"
            : "\x03",
      }),
    );
    // Else the whole tells it, when a listener finds the card, too.
    if (isAnswered && this.#isMissing) {
      host[CHANGED](`${status} ${id} ${activityId} `);
    }
    return isAnswered;
  }

  /** @type {import("./view-types.js").AnyView["ask"]} */
  ask(what, given = "") {
    if (what === ACT && given.startsWith("go ")) {
      return given.slice(3);
    }
    if (what === UPDATE || what === ANSWER || what === MISS) {
      this.#isMissing ||= what === MISS;
      return this.#update() ? given : undefined;
    }
    return undefined;
  }

  due() {
    return this.#due;
  }

  /** What the whole view is told that takes this one's place. */
  handover() {
    return pack("drawn", "");
  }
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

/** Whole minutes, rounded down, as `Elapsed` in `src/time.rs` rounds. @param {number} hours */
function minutesOf(hours) {
  const minutes = Math.floor(hours * 60);
  return (minutes + 1) / 60 <= hours ? minutes + 1 : minutes / 60 > hours ? minutes - 1 : minutes;
}
