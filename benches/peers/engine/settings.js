/** What has the page's owner said in the attributes? */
import corpus from "built:corpus";

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

/** @param {(name: string) => string | null} attribute */
export function readSettings(attribute) {
  const given = (/** @type {string} */ name) => attribute(name)?.trim() || undefined;
  const named = given("treatment")?.toLowerCase();
  const treatment = corpus.treatments.find(({ names }) => names.some((name) => name.toLowerCase() === named));
  const hours = given("hours");
  const treatedAt = given("treated-at");
  const ask = (attribute("ask") ?? "false") !== "false";
  const asksTreatment = !treatment || ask;
  const asksWhen = (!hours && !treatedAt) || ask;
  const activity = given("activity");
  return {
    treatment: treatment?.id ?? "",
    activity: activity ?? corpus.activities[0].id,
    hours,
    treatedAt,
    clinic: given("clinic"),
    protocol: readProtocol(given("protocol")),
    contact: given("contact"),
    emergency: given("emergency"),
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
