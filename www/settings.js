/**
 * What a link may set. A link comes from anybody: it can choose what is asked,
 * and never say a word of its own. So a clinic's name, its protocol, its
 * telephone and the emergency number are not among these, and a value that the
 * data do not know, or that is no number and no time, becomes a mark, of which
 * the element then says what is accepted.
 */
import { activities, languages, panels, treatments } from "built:names";

const HOURS = /^\d{1,6}(\.\d{1,4})?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?$/;
/** A language, and where it is spoken or how it is written: "en-GB". */
const LANGUAGE = /^([a-z]{2,3})(-[a-z0-9]{2,4}){0,2}$/;

/** Whether a value is one of its setting. Words are in small letters. @type {Record<string, (value: string) => boolean>} */
const ACCEPTS = {
  treatment: (value) => treatments.includes(value),
  activity: (value) => activities.includes(value),
  hours: (value) => HOURS.test(value),
  "treated-at": (value) => MOMENT.test(value),
  lang: (value) => languages.includes(LANGUAGE.exec(value)?.[1] ?? ""),
  names: (value) => ["brand", "generic", "class"].includes(value),
  panels: (value) => value.split(/[\s,]+/).every((id) => panels.includes(id)),
  compact: (value) => value === "",
  sources: (value) => ["inline", "page"].includes(value),
};

/** What a link to a whole page may set; what is around the card is the page's own. */
export const QUESTION = ["treatment", "activity", "hours", "treated-at", "lang", "names", "panels"];

/** Stands for a value that is none of its setting. */
const MARK = "…";

/**
 * @param {string} text what stands behind the `?` or the `#` of a link
 * @param {readonly string[]} accepted the settings of this page
 * @returns {[name: string, value: string][]}
 */
export function settingsOf(text, accepted) {
  const given = new URLSearchParams(text);
  /** @type {[string, string][]} */
  const settings = [];
  for (const name of accepted) {
    const raw = given.get(name)?.trim();
    if (raw === undefined || (name === "compact" && /^(false|0|no)$/i.test(raw))) {
      continue;
    }
    // "+01:00" in a link reads as " 01:00".
    const value = name === "treated-at" ? raw.replace(" ", "+") : raw.toLowerCase();
    const flag = name === "compact" && /^(true|1|yes|compact)$/.test(value) ? "" : value;
    settings.push([name, ACCEPTS[name](flag) ? flag : MARK]);
  }
  return settings;
}

/**
 * The same, where every value is one of its setting; nothing otherwise.
 *
 * @param {string} text
 * @param {readonly string[]} accepted
 */
export function soundSettingsOf(text, accepted) {
  const settings = settingsOf(text, accepted);
  return settings.some(([, value]) => value === MARK) ? [] : settings;
}

/** @param {Element} element @param {[name: string, value: string][]} settings */
export function apply(element, settings) {
  // A new moment takes the place of an old one, in whichever form that was given.
  if (settings.some(([name]) => name === "hours" || name === "treated-at")) {
    element.removeAttribute("hours");
    element.removeAttribute("treated-at");
  }
  for (const [name, value] of settings) {
    element.setAttribute(name, value);
  }
}

/**
 * Sets what this page's link says after its `#`, now and when the link changes,
 * and clears it: an address that is passed on or kept in a history carries no
 * treatment time.
 *
 * @param {Element} element
 * @param {readonly string[]} accepted
 * @param {() => void} [told] is called where the link sets something
 */
export function followHash(element, accepted, told) {
  const read = () => {
    const settings = settingsOf(location.hash.slice(1), accepted);
    apply(element, settings);
    if (settings.length > 0) {
      told?.();
    }
    // Also where it may set nothing: only a place on the page stays.
    if (settings.length > 0 || location.hash.includes("=")) {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
  };
  read();
  addEventListener("hashchange", read);
}
