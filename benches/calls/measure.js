/**
 * What does a call cost in this browser? The module and the plain JavaScript take
 * turns, in batches long enough for the browser's clock.
 */
import * as api from "./aftercare-consensus.js";
import { createPlain } from "./plain.js";

/** Batches of each. */
const ROUNDS = 25;

/** A batch takes at least so many milliseconds: browsers round their clocks to 1. */
const BATCH = 20;

/**
 * @typedef {{ median: number, low: number, high: number }} Spread microseconds a call, with the quartiles
 * @typedef {Record<"guidance" | "timeline" | "reading", Record<string, Spread>>} Outcome
 */

await api.init();
const response = await fetch("corpus.json");
const plain = createPlain(await response.json());
const options = { treatedAt: "17:00" };
const names = api.catalog().treatments.map(({ id }) => id);

for (const name of names) {
  for (let hours = 0; hours < 50; hours += 1) {
    same(api.guidance(name, hours, options), plain.guidance(name, hours, options));
  }
  same(api.timeline(name, options), plain.timeline(name, options));
}

// The text that crosses from the wasm for a card, read alone.
const text = JSON.stringify(api.guidance(names[0], 14, options));

/** @type {Outcome} */
const outcome = {
  guidance: compare({
    wasm: (turn) => api.guidance(names[turn % names.length], turn % 50, options),
    plain: (turn) => plain.guidance(names[turn % names.length], turn % 50, options),
  }),
  timeline: compare({
    wasm: (turn) => api.timeline(names[turn % names.length], options),
    plain: (turn) => plain.timeline(names[turn % names.length], options),
  }),
  reading: compare({ text: () => JSON.parse(text) }),
};
Reflect.set(window, "outcome", outcome);

/**
 * @param {unknown} ours
 * @param {unknown} theirs
 */
function same(ours, theirs) {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error("the wasm and the plain JavaScript do not answer the same");
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
