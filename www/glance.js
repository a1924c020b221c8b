/**
 * A first look: the answer, before the whole view is here. It stands in for the view of the
 * wasm until then, for the questions that most ask; whatever else is asked waits for the
 * whole. The form is there, too: what the reader does with it meanwhile, the whole finds.
 */
import { anyTreatment, blank, staleAfter, steps } from "built:blank";
import { calendar, now as clock, parse, write } from "./calendar.js";
import { ACT, CHANGED, FIND, MISS, PAINT } from "./calls.js";

/**
 * @typedef {import("./look.js").Look} Look
 */

const MINUTE = 60_000;

/** Within so many milliseconds no two days have the same name. */
const FAR = 144 * 60 * MINUTE;

/** Beyond so many milliseconds a date could be another year's. */
const OTHER_YEAR = 7_200 * 60 * MINUTE;

// Minutes of a day, as `src/view/quick.rs` has them.
const DAWN = 6 * 60;
const NOON = 12 * 60;

/**
 * The attributes as the element packs them, where a first look can say the same as the
 * whole: in English, without a clinic's own word, and in the plainest form that each may
 * have. What does not fit is for the whole, which also says what is wrong with it.
 */
const PLAIN =
  // eslint-disable-next-line no-control-regex -- the two signs of pack.js
  /^page-lang\x01(?:en(?:[-_][a-zA-Z\d]{1,8})*)?\x02treatment(?:\x01([!-~]+(?: [!-~]+)*))?\x02activity(?:\x01([a-z-]+))?\x02hours(?:\x01(\d{1,4}(?:\.[27]?5)?))?\x02treated-at(?:\x01(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d)(Z|[+-](?:0\d|1[0-3]):[0-5]\d)?)?\x02lang(?:\x01en)?\x02names\x02panels\x02ask(\x01(?:true)?)?\x02compact(?:\x01(?:true)?)?\x02sources(?:\x01(?:inline|page))?\x02clinic\x02protocol\x02contact\x02emergency\x02$/;

/**
 * Mounts what the attributes ask, if a first look can answer it.
 *
 * @param {Look} look
 * @returns {import("./loader.js").First}
 */
export function glanceWith(look) {
  return (attributes) => {
    const found = PLAIN.exec(attributes);
    if (!found) {
      return undefined;
    }
    const [, treatment = "", activity = "", hours, moment, zone, ask] = found;
    const isAsked = ask !== undefined;
    const at = moment ? parse(moment + (zone ?? ""), zone ? NaN : clock()) : undefined;
    if (
      // Hours in a form go with the clock; those in an attribute do not.
      (hours && (moment || isAsked)) ||
      // A moment to come, and a day that the calendar does not have.
      (at !== undefined &&
        !(at <= clock() && new Date(moment.slice(0, 10)).getUTCDate() === Number(moment.slice(8, 10)))) ||
      !look(treatment || anyTreatment, activity, 0, true)
    ) {
      return undefined;
    }
    const asksWhen = isAsked || !(hours || moment);
    const asksTreatment = isAsked || !treatment;

    /** A view of a first look, as `View` in wire.js is one. @type {import("./view-types.js").Mount} */
    const mount = (_, host, before) => {
      let isMissing = false;
      let due = Infinity;

      /** Looks at the clock, and shows what has changed. Whether there is an answer. */
      const update = () => {
        const now = clock();
        const [day, minute] = calendar(now).split(" ");
        const [, , end, start] = at === undefined ? [] : calendar(at).split(" ");
        const minutes = at === undefined ? Number(hours) * 60 : (now - at) / MINUTE;
        const moment = (/** @type {number} */ after) =>
          at === undefined ? "" : when(at + after * MINUTE, now);
        const isComplete = treatment && !(asksWhen && at === undefined);
        const texts = (isComplete && look(treatment, activity, minutes, at !== undefined, end, start)) || [];
        const [id, activityId, status, name, line, icon, title, summary, next, most, proviso, whose] = texts;
        const isAnswered = texts.length > 0;
        due = at === undefined ? Infinity : now - (now % MINUTE) + MINUTE;
        const date = new Date(now);
        // The parts that are there, and what is in the holes.
        host[PAINT](
          filled({
            // Without the whole nobody would hear what is filled in.
            F: (asksTreatment || asksWhen) && !isMissing,
            T: asksTreatment,
            A: (isAsked || !activity) && (asksTreatment || asksWhen),
            W: asksWhen,
            M: Number(minute) > DAWN,
            N: Number(minute) > NOON,
            C: isAnswered,
            H: !isAnswered,
            P: proviso,
            O: date.getFullYear() * 12 + date.getMonth() + 1 > staleAfter,
            R: !isMissing,
            X: isMissing,
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
        if (isAnswered && isMissing) {
          host[CHANGED](`${status} ${id} ${activityId} `);
        }
        return isAnswered;
      };

      update();
      // The form of what was drawn before stays as the reader has left it.
      if (!before && asksWhen) {
        const controls = /** @type {HTMLInputElement[]} */ ([host[FIND]("date"), host[FIND]("by-clock")]);
        [controls[0].value] = calendar(clock()).split(" ");
        controls[1].checked = true;
      }
      return {
        isFirst: true,
        ask: (what, given = "") => {
          if (what === ACT) {
            // It has buttons that lead to a place; others are left to the whole.
            return given.slice("go ".length);
          }
          isMissing ||= what === MISS;
          return update() && what === MISS ? given : undefined;
        },
        due: () => due,
      };
    };
    return mount;
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
