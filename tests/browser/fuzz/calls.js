/** Does every call of the module end in a result or a GuidanceError? */
import fc from "fast-check";
import { honest, make, texts, values } from "./values.js";

/** @typedef {import("./world.js").World} World */

const STATUSES = ["wait", "mostly_wait", "divided", "mostly_fine", "fine", "not_enough"];

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("botox", "Dysport").map((of) => ({ kind: "text", of })) },
  { weight: 2, arbitrary: texts.map((of) => ({ kind: "text", of })) },
  { weight: 2, arbitrary: values },
);
const hours = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.double({ min: 0, max: 400, noNaN: true }).map((of) => ({ kind: "number", of })),
  },
  { weight: 2, arbitrary: values },
);
const options = fc.oneof({ weight: 1, arbitrary: honest }, { weight: 3, arbitrary: values });

/** A call: which, and with what. */
export const calls = fc.record({
  call: fc.constantFrom(
    ...[
      "guidance",
      "guidance",
      "guidance",
      "guidance",
      "timeline",
      "timeline",
      "overview",
      "catalog",
      "details",
    ],
  ),
  name,
  hours,
  options,
  polluted: fc.boolean(),
});

/**
 * @param {World} world
 * @param {any} step
 */
export async function carryOut(world, { call, name, hours, options, polluted }) {
  const { api, act } = world;
  const [given, time, chosen] = [name, hours, options].map((recipe) => make(recipe, act));
  const values = {
    guidance: [given, time, chosen],
    timeline: [given, chosen],
    overview: [given, time, chosen],
    catalog: [chosen],
    details: [given],
  };
  if (polluted) {
    world.pollute();
  }
  let result;
  try {
    result = api[call](...values[/** @type {keyof typeof values} */ (call)]);
    if (call === "details") {
      result = await result;
    }
  } catch (error) {
    world.clean();
    world.assertTold(error);
    world.assertHonest();
    return;
  }
  world.clean();
  if (
    call === "guidance" &&
    (!STATUSES.includes(result.status) || !result.summary || result.panels.length < 1)
  ) {
    throw new Error(`no card, but ${JSON.stringify(result)}`);
  }
  if (call === "guidance" && !(typeof time === "number" && result.hoursElapsed === Math.abs(time))) {
    throw new Error(`a card for ${String(time)} hours says ${result.hoursElapsed}`);
  }
  if (
    call === "overview" &&
    !result.activities.every((/** @type {any} */ { status }) => STATUSES.includes(status))
  ) {
    throw new Error(`no overview, but ${JSON.stringify(result)}`);
  }
  if (call === "timeline" && !(result.steps.length > 0 && result.steps[0].hours === 0)) {
    throw new Error(`no timeline, but ${JSON.stringify(result)}`);
  }
  world.assertHonest();
}
