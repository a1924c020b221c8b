/** The questions whose cards are compared before anything is measured. */

/**
 * @typedef {object} Question
 * @property {string} name
 * @property {Record<string, string>} attributes
 * @property {["set" | "click", string, string?][]} [steps] what the reader does
 * @property {boolean} [isSpoken] whether it is waited until a screen reader is told
 */

/**
 * What ours renders and the peers do not: the chart, the other activities, and the sections
 * that a reader opens. See benches/README.md.
 */
export const OUT_OF_SCOPE = ".picture, .what-else, details:not(.ask)";

const TREATMENTS = ["botox", "dysport", "xeomin", "jeuveau", "daxxify", "letybo", "relfydess"];

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
  { name: "another time", attributes: ASKED, steps: [["set", ".time", "06:30"]] },
  { name: "a time to come", attributes: ASKED, steps: [["set", ".date", "2026-11-23"]] },
  { name: "a date that is a slip", attributes: ASKED, steps: [["set", ".date", "2026-10-01"]] },
  { name: "by hours", attributes: ASKED, steps: [["click", ".by-hours"]] },
  {
    name: "so many hours",
    attributes: ASKED,
    steps: [
      ["click", ".by-hours"],
      ["set", ".hours", "5,5"],
    ],
  },
  {
    name: "no number of hours",
    attributes: ASKED,
    steps: [
      ["click", ".by-hours"],
      ["set", ".hours", "1e3"],
    ],
  },
  {
    name: "a rough time, and the treatment afterwards",
    attributes: {},
    steps: [
      ["click", ".choice:last-child"],
      ["set", ".treatment", "dysport"],
      ["click", ".show"],
    ],
  },
  {
    name: "the treatment, and a rough time afterwards",
    attributes: {},
    steps: [
      ["set", ".treatment", "dysport"],
      ["click", ".choice"],
    ],
  },
  { name: "the form is opened again", attributes: ASKED, steps: [["click", ".told"]] },
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
