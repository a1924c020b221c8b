/** Medians of many runs, and ratios with their confidence intervals. */
import { median, quantileSorted } from "simple-statistics";

/** So many times the runs are drawn anew. */
const DRAWS = 2000;

/** @param {number[]} values */
export function summed(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantileSorted(sorted, 0.5),
    /** Half of all runs lie between these two. */
    quartiles: [quantileSorted(sorted, 0.25), quantileSorted(sorted, 0.75)],
  };
}

/**
 * The ratio of two medians, and where it lies in 95 of 100 draws of the same runs.
 *
 * @param {number[]} values
 * @param {number[]} others of the same rounds, so that a slow moment of the machine hits both
 */
export function ratio(values, others) {
  const random = generator(1);
  const rounds = Math.min(values.length, others.length);
  const drawn = Array.from({ length: DRAWS }, () => {
    const places = Array.from({ length: rounds }, () => Math.floor(random() * rounds));
    return of(
      places.map((place) => values[place]),
      places.map((place) => others[place]),
    );
  }).sort((a, b) => a - b);
  return {
    ratio: of(values, others),
    low: quantileSorted(drawn, 0.025),
    high: quantileSorted(drawn, 0.975),
  };
}

/** @param {number[]} values @param {number[]} others */
const of = (values, others) => median(values) / median(others);

/**
 * Numbers from 0 up to 1 that are the same on every machine (Mulberry32).
 *
 * @param {number} seed
 */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * In another order.
 *
 * @template T
 * @param {T[]} list
 * @param {() => number} random
 */
export function shuffled(list, random) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0]);
}
