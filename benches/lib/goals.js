/** What must hold in comparison with the peers, and what is aimed at. */
import { ratio } from "./statistics.js";

/**
 * @typedef {object} Goal
 * @property {string} measure as `<what> (<throttle>)`
 * @property {string} peer
 * @property {number} goal the ratio of ours to the peer's that is aimed at
 * @property {number} limit the ratio above which, beyond what chance explains, the bench fails
 */

const FIRST = "first guidance (phone)";

/** @type {Goal[]} */
export const GOALS = [
  // A few kilobytes of wasm more than plain JavaScript, and its compilation.
  { measure: FIRST, peer: "plain", goal: 1.15, limit: 1.35 },
  { measure: FIRST, peer: "react", goal: 1, limit: 1 },
  { measure: "whole first view (phone)", peer: "react", goal: 0.75, limit: 0.75 },
  // The same renderer, with one call of the wasm for each input.
  { measure: "input to paint (phone)", peer: "preact", goal: 1, limit: 1.1 },
  // Nothing accumulates on a page that stays open.
  { measure: "memory after 1,000 changes (desk)", peer: "react", goal: 1, limit: 1 },
];

/**
 * @param {import("./results.js").Results} results
 * @param {Goal[]} [goals]
 */
export function judged({ measures }, goals = GOALS) {
  return goals.flatMap((goal) => {
    const values = measures[goal.measure];
    const [ours, theirs] = [values?.["ours"], values?.[goal.peer]];
    if (!ours || !theirs) {
      return [];
    }
    const is = ratio(ours, theirs);
    // Worse than the limit in all but the draws that chance explains.
    const fails = is.low > goal.limit;
    return [{ ...goal, ...is, met: is.ratio <= goal.goal, fails }];
  });
}
