/** What has the page's owner said in the attributes? */
import corpus from "built:corpus";
import { say } from "./words.js";

/** What a peer's element can be told. */
export const ATTRIBUTES = [
  "treatment",
  "activity",
  "hours",
  "treated-at",
  "ask",
  "clinic",
  "protocol",
  "contact",
  "emergency",
];

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** A treatment, what the form calls it and what a reader does. @param {string} given */
export function findTreatment(given) {
  const is = (/** @type {string | null} */ name) => name?.toLowerCase() === given.toLowerCase();
  for (const treatment of corpus.treatments) {
    const { id, name, generic, aliases } = treatment;
    const alias = aliases.find(is);
    if (alias || [id, name, generic].some(is)) {
      return generic
        ? { treatment, value: alias ?? id, called: alias ?? name }
        : { treatment, value: id, called: say("card.class-name") };
    }
  }
  return undefined;
}

/** @param {(name: string) => string | null} attribute */
export function readSettings(attribute) {
  const given = (/** @type {string} */ name) => attribute(name)?.trim() || undefined;
  const treatment = findTreatment(given("treatment") ?? "");
  const hours = given("hours");
  const treatedAt = given("treated-at");
  const ask = (attribute("ask") ?? "false") !== "false";
  const asksTreatment = !treatment || ask;
  const asksWhen = (!hours && !treatedAt) || ask;
  const activity = given("activity");
  const clinic = given("clinic");
  const contact = given("contact");
  const protocol = readProtocol(given("protocol"));
  return {
    treatment: treatment?.value ?? "",
    activity: activity ?? corpus.defaultActivity,
    hours,
    treatedAt: treatedAt?.replace("~", ""),
    isGuess: Boolean(treatedAt?.includes("~")),
    clinic,
    protocol,
    contact,
    emergency: given("emergency"),
    hasClinic: Boolean(clinic || contact) || protocol.length > 0,
    asks: {
      treatment: asksTreatment,
      activity: (!activity || ask) && (asksTreatment || asksWhen),
      when: asksWhen,
    },
    hasForm: asksTreatment || asksWhen,
    isFilled: ask,
  };
}

/** Waits such as `exercise 24h` or `exercise day-end`; minutes or nothing for the day's end. @param {string} [text] */
function readProtocol(text = "") {
  const units = { min: 1, h: 60, d: 24 * 60 };
  return text.split(";").flatMap((part) => {
    const [, activity, number, unit] = /^\s*(\S+)\s+(?:(\d+)\s*(min|h|d)|day-end)\s*$/.exec(part) ?? [];
    if (!activity) {
      return [];
    }
    const minutes = unit && Number(number) * Reflect.get(units, unit);
    return [{ activity, minutes: minutes ? Number(minutes) : undefined }];
  });
}

/** A telephone number as a link. @param {string} number */
export function telephone(number) {
  // Behind the country's code, the nought in brackets is not dialled.
  return `tel:${number.replace(/^(\+[^(]*)\(0\)/, "$1").replace(/[^+\d]/g, "")}`;
}
