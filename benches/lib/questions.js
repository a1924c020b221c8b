/** The questions whose cards are compared before anything is measured. */

/**
 * @typedef {object} Question
 * @property {string} name
 * @property {Record<string, string>} attributes
 * @property {["set" | "click", string, string?][]} [steps] what the reader does
 * @property {boolean} [isSpoken] whether it is waited until a screen reader is told
 */

const TREATMENTS = ["botox", "dysport", "Bocouture", "jeuveau", "daxxify", "any"];

const ACTIVITIES = [
  "exercise",
  "light-exercise",
  "lying-flat",
  "bending-over",
  "rubbing",
  "facial",
  "heat",
  "alcohol",
  "flying",
];

/** On both sides of where statuses change. */
const HOURS = ["0", "0.5", "3.99", "4", "6", "13", "14.5", "16", "23.99", "24", "30", "48", "100", "400"];

/** The clock of the test stands at 2026-11-22T12:00Z. */
const TREATED = [
  "2026-11-22T12:00Z",
  "2026-11-22T09:30Z",
  "2026-11-21T22:00Z",
  "2026-11-20T15:10Z",
  "2026-11-10T12:00Z",
  "2025-11-10T12:00Z",
];

const CLINIC = { clinic: "Clinic & Sons", contact: "+44 (0)20 7946-0000", emergency: "911" };

/** @type {Record<string, string>[]} */
const CLINICS = [
  { clinic: "Clinic & Sons" },
  { contact: "020 7946 0000" },
  { ...CLINIC, protocol: "exercise 4h" },
  { ...CLINIC, protocol: "exercise 24h" },
  { ...CLINIC, protocol: "exercise day-end; lying-flat 6 h" },
  { ...CLINIC, protocol: "alcohol 2d; flying 90min" },
  { protocol: "exercise 10d" },
];

const ASKED = { treatment: "dysport", "treated-at": "2026-11-21T22:00Z", ask: "" };

/** @type {Question[]} */
const STEPS = [
  { name: "an empty form", attributes: {} },
  {
    name: "an empty form of a clinic",
    attributes: { ...CLINIC, protocol: "exercise 24h; lying-flat day-end" },
  },
  { name: "a form for one treatment", attributes: { treatment: "Vistabel" } },
  { name: "a moment to come", attributes: { treatment: "botox", "treated-at": "2026-11-22T13:00Z" } },
  { name: "a filled form", attributes: ASKED, isSpoken: true },
  { name: "a rough time", attributes: { treatment: "Azzalure", "treated-at": "2026-11-21T18:00~" } },
  {
    name: "a filled form of a rough time",
    attributes: { treatment: "dysport", "treated-at": "2026-11-20T12:00~", ask: "" },
  },
  { name: "a filled form of hours", attributes: { treatment: "xeomin", hours: "14", ask: "" } },
  { name: "another treatment", attributes: ASKED, steps: [["set", ".treatment", "xeomin"]], isSpoken: true },
  { name: "another activity", attributes: ASKED, steps: [["set", ".activity", "alcohol"]] },
  {
    name: "there and back",
    attributes: ASKED,
    steps: [
      ["set", ".treatment", "botox"],
      ["set", ".treatment", "dysport"],
    ],
  },
  { name: "no treatment any more", attributes: ASKED, steps: [["set", ".treatment", ""]] },
  { name: "another time", attributes: ASKED, steps: [["set", ".time", "16:30"]] },
  { name: "a time to come", attributes: ASKED, steps: [["click", ".today"]] },
  {
    name: "a date that is a slip",
    attributes: ASKED,
    steps: [
      ["click", ".earlier"],
      ["set", ".date", "2024-10-01"],
    ],
  },
  { name: "by hours", attributes: ASKED, steps: [["click", ".switch"]] },
  {
    name: "so many hours",
    attributes: ASKED,
    steps: [
      ["click", ".switch"],
      ["set", ".hours", "5,5"],
    ],
  },
  {
    name: "no number of hours",
    attributes: ASKED,
    steps: [
      ["click", ".switch"],
      ["set", ".hours", "1e3"],
    ],
  },
  { name: "a part of a day in the place of a time", attributes: ASKED, steps: [["click", ".evening"]] },
  {
    name: "a part of the day, and the treatment afterwards",
    attributes: {},
    steps: [
      ["click", ".yesterday"],
      ["click", ".afternoon"],
      ["set", ".treatment", "dysport"],
      ["click", ".show"],
    ],
  },
  {
    name: "the treatment, and a part of the day afterwards",
    attributes: {},
    steps: [
      ["set", ".treatment", "dysport"],
      ["click", ".morning"],
    ],
  },
  { name: "an answer is asked for too early", attributes: {}, steps: [["click", ".show"]] },
  {
    name: "a date is missing",
    attributes: {},
    steps: [
      ["click", ".earlier"],
      ["click", ".show"],
    ],
  },
  { name: "the form is opened again", attributes: ASKED, steps: [["click", ".question .link"]] },
  { name: "another activity by its row", attributes: ASKED, steps: [["click", ".other"]] },
];

/** @type {Question[]} */
export const QUESTIONS = [
  ...each(TREATMENTS, HOURS).map(([treatment, hours]) => asked({ treatment, hours })),
  ...each(ACTIVITIES, ["0", "4", "24", "100"]).map(([activity, hours]) =>
    asked({ treatment: "botox", activity, hours }),
  ),
  ...each(["botox", "daxxify"], TREATED).map(([treatment, at]) => asked({ treatment, "treated-at": at })),
  ...each(CLINICS, ["2", "6", "30"]).map(([clinic, hours]) =>
    asked({ treatment: "botox", hours, ...clinic }),
  ),
  ...CLINICS.map((clinic) => asked({ treatment: "dysport", "treated-at": "2026-11-22T02:00Z", ...clinic })),
  ...STEPS,
];

/** @param {Record<string, string>} attributes @returns {Question} */
function asked(attributes) {
  return { name: Object.values(attributes).join(", "), attributes };
}

/**
 * @template A, B
 * @param {A[]} all
 * @param {B[]} others
 * @returns {[A, B][]}
 */
function each(all, others) {
  return all.flatMap((one) => others.map((other) => /** @type {[A, B]} */ ([one, other])));
}
