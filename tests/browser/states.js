/** What a reader can have before them, over the frozen data and at a fixed time: for pictures and for what a screen reader hears. */
import { browserKey } from "./browser.js";

/** The treatment was at 17:00 on the day before, where a state says nothing else. */
const ANSWER = { treatment: "alpha", "treated-at": "2026-11-21T17:00" };
const MORNING = "2026-11-22T07:00";

/**
 * @typedef {object} State
 * @property {string} name
 * @property {Record<string, string>} attributes of the element
 * @property {string} [clock]
 * @property {true} [open] everything that can be opened is
 * @property {true} [rare] one picture is enough
 */

/** @type {State[]} */
export const STATES = [
  { name: "form", attributes: {} },
  { name: "answer-above-form", attributes: { ...ANSWER, ask: "" } },
  { name: "fine", attributes: { ...ANSWER, activity: "run" }, clock: "2026-11-24T07:00" },
  { name: "wait", attributes: { ...ANSWER, activity: "run" }, clock: "2026-11-21T20:00" },
  { name: "divided", attributes: { ...ANSWER, activity: "sauna" }, clock: "2026-11-23T07:00" },
  { name: "not-enough", attributes: { ...ANSWER, activity: "swim" }, rare: true },
  {
    name: "clinic",
    attributes: {
      ...ANSWER,
      activity: "run",
      clinic: "Elm Street Clinic",
      protocol: "run 24h",
      contact: "+44 20 7946 0000",
      emergency: "911",
    },
  },
  {
    name: "clinic-differs",
    attributes: { ...ANSWER, activity: "walk", clinic: "Elm Street Clinic", protocol: "walk 24h" },
    rare: true,
  },
  { name: "compact", attributes: { ...ANSWER, activity: "run", compact: "" }, rare: true },
  { name: "sections-open", attributes: { ...ANSWER, activity: "run" }, open: true, rare: true },
  { name: "form-es", attributes: { lang: "es" } },
  { name: "wait-es", attributes: { ...ANSWER, activity: "run", lang: "es" }, clock: "2026-11-21T20:00" },
  {
    name: "clinic-es",
    attributes: { ...ANSWER, activity: "run", lang: "es", clinic: "Clínica Olmo", protocol: "run 24h" },
    rare: true,
  },
  { name: "error", attributes: { ...ANSWER, activity: "run", protocol: "run soon" }, rare: true },
];

/**
 * Shows a state.
 *
 * @param {import("./browser.js").Browser} browser
 * @param {State} state
 */
export async function show(browser, { attributes, clock = MORNING, open = undefined }) {
  await browser.open("/tests/pages/card.html", { clock });
  await browser.until(
    () => browser.run(() => customElements.get("aftercare-consensus") !== undefined),
    "the element is defined",
  );
  await browser.run(
    async (/** @type {Record<string, string>} */ given, /** @type {boolean} */ all) => {
      const element = /** @type {any} */ (document.createElement("aftercare-consensus"));
      for (const [name, value] of Object.entries(given)) {
        element.setAttribute(name, value);
      }
      document.querySelector("main")?.append(element);
      await element.ready;
      if (all) {
        element.shadowRoot.querySelectorAll("details").forEach((/** @type {any} */ one) => (one.open = true));
      }
      await document.fonts.ready;
      // What is opened is drawn anew after its event.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    attributes,
    open === true,
  );
}

/** Why pictures and trees are compared in one browser alone. */
export const onlyChromium = browserKey === "chromium" ? false : "pictures and trees are Chromium's";
