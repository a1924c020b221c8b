/** Runs in the page: tries for a while, and tells what it found. */
import fc from "fast-check";
import * as called from "./calls.js";
import * as element from "./elements.js";
import { World } from "./world.js";

/**
 * @typedef {object} Outcome
 * @property {number} tried how many calls and changes
 * @property {string | null} failure what failed, at its smallest
 */

/** @type {Promise<World> | undefined} */
let world;

/** Steps of a run, of one kind. */
const scenarios = fc.oneof(
  fc.record({ kind: fc.constant("calls"), steps: fc.array(called.calls, { minLength: 1, maxLength: 12 }) }),
  fc.record({
    kind: fc.constant("element"),
    steps: fc.array(element.changes, { minLength: 1, maxLength: 12 }),
  }),
);

/**
 * Some runs, each of a few calls or changes.
 *
 * @param {number} seed
 * @param {number} runs
 * @returns {Promise<Outcome>}
 */
async function tryOut(seed, runs) {
  world ??= new World().start();
  const here = await world;
  let tried = 0;
  const property = fc.asyncProperty(scenarios, async ({ kind, steps }) => {
    const { carryOut } = kind === "calls" ? called : element;
    try {
      for (const step of steps) {
        tried += 1;
        await carryOut(here, step);
      }
    } finally {
      here.clean();
    }
    if (kind === "element") {
      await element.settle(here);
    }
  });
  const details = await fc.check(property, { seed, numRuns: runs });
  const failure = details.failed ? `${details.errorInstance}\n${fc.defaultReportMessage(details)}` : null;
  return { tried, failure };
}

Object.defineProperty(window, "__tryOut", { value: tryOut });
