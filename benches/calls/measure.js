/**
 * Measures a call in this browser, in batches long enough for the browser's clock. Where the
 * plain JavaScript has the same function, it takes turns with the module.
 */
import * as api from "./aftercare-consensus.js";
import { createPlain } from "./plain.js";

/** Batches of each. */
const ROUNDS = 25;

/** A batch takes at least so many milliseconds: browsers round their clocks to 1. */
const BATCH = 20;

/**
 * @typedef {{ median: number, low: number, high: number }} Spread microseconds a call, with the quartiles
 * @typedef {"guidance" | "timeline" | "uncachedGuidance" | "uncachedTimeline" | "overview" | "catalog"} Call
 * @typedef {Record<Call, Record<string, Spread>>} Outcome
 */

await api.init();
const response = await fetch("corpus.json");
const plain = createPlain(await response.json());
const options = { treatedAt: "17:00" };
const names = api.catalog().treatments.map(({ id }) => id);

// So many that each has left the cache before it is asked again.
const clocks = Array.from({ length: 1440 }, (_, minute) => ({
  treatedAt: `${two(minute / 60)}:${two(minute % 60)}`,
}));

for (const name of names) {
  for (let hours = 0; hours < 50; hours += 1) {
    same(api.guidance(name, hours, options), plain.guidance(name, hours, options));
  }
  same(api.timeline(name, options), plain.timeline(name, options));
}

/** @type {(api: Pick<typeof plain, "guidance">) => (turn: number) => unknown} */
const guidance = (api) => (turn) => api.guidance(names[turn % names.length], turn % 50, options);
/** @type {(api: Pick<typeof plain, "timeline">) => (turn: number) => unknown} */
const timeline = (api) => (turn) => api.timeline(names[turn % names.length], options);
/** @type {(api: Pick<typeof plain, "guidance">) => (turn: number) => unknown} */
const uncachedGuidance = (api) => (turn) =>
  api.guidance(names[turn % names.length], turn % 50, clocks[turn % clocks.length]);
/** @type {(api: Pick<typeof plain, "timeline">) => (turn: number) => unknown} */
const uncachedTimeline = (api) => (turn) =>
  api.timeline(names[turn % names.length], clocks[turn % clocks.length]);
/** @param {number} turn */
const overview = (turn) => api.overview(names[turn % names.length], turn % 50, options);

/** @type {Outcome} */
const outcome = {
  guidance: compare({ wasm: guidance(api), plain: guidance(plain) }),
  timeline: compare({ wasm: timeline(api), plain: timeline(plain) }),
  uncachedGuidance: compare({ wasm: uncachedGuidance(api), plain: uncachedGuidance(plain) }),
  uncachedTimeline: compare({ wasm: uncachedTimeline(api), plain: uncachedTimeline(plain) }),
  overview: compare({ wasm: overview }),
  catalog: compare({ wasm: () => api.catalog() }),
};
Reflect.set(window, "outcome", outcome);

/** @param {number} number */
function two(number) {
  return `${Math.floor(number)}`.padStart(2, "0");
}

/**
 * @param {unknown} ours
 * @param {unknown} theirs
 */
function same(ours, theirs) {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error("The wasm and the plain JavaScript give different results.");
  }
}

/**
 * @param {Record<string, (turn: number) => unknown>} calls
 * @returns {Record<string, Spread>}
 */
function compare(calls) {
  const tried = Object.entries(calls).map(([name, call]) => ({
    name,
    call,
    batch: enough(call),
    times: /** @type {number[]} */ ([]),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whatever slows the machine down meets all of them.
    for (const { call, batch, times } of round % 2 ? tried : tried.toReversed()) {
      times.push((time(call, batch) * 1000) / batch);
    }
  }
  return Object.fromEntries(tried.map(({ name, times }) => [name, spread(times)]));
}

/**
 * How many calls fill a batch; they also warm it up.
 *
 * @param {(turn: number) => unknown} call
 */
function enough(call) {
  let batch = 1000;
  while (time(call, batch) < BATCH) {
    batch *= 2;
  }
  return batch;
}

/**
 * @param {(turn: number) => unknown} call
 * @param {number} batch
 */
function time(call, batch) {
  const begun = performance.now();
  let kept;
  for (let turn = 0; turn < batch; turn += 1) {
    kept = call(turn);
  }
  const took = performance.now() - begun;
  // So that no engine finds out that nobody looks at the results.
  Reflect.set(window, "kept", kept);
  return took;
}

/**
 * @param {number[]} times
 * @returns {Spread}
 */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round((sorted.length - 1) * share)];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
