/** What must hold in comparison with the peers, and what is aimed at. */
import { ratio, summed } from "./statistics.js";

/**
 * @typedef {object} Goal
 * @property {string} measure as `<what> (<throttle>)`
 * @property {string} peer `best` for the one with the lowest median
 * @property {number} goal the ratio of ours to the peer's that is aimed at
 * @property {number} [limit] the ratio above which, beyond what chance explains, the bench fails
 */

const FIRST = "first guidance (phone)";
const WHOLE = "whole first view (phone)";
const INPUT = "input to paint (phone)";
const LOADED = "memory after load (desk)";
const CHANGED = "memory after 1,000 changes (desk)";

/** @type {Goal[]} */
export const GOALS = [
  // A few kilobytes of wasm more than plain JavaScript, and its compilation.
  { measure: FIRST, peer: "plain", goal: 1.15, limit: 1.35 },
  { measure: FIRST, peer: "react", goal: 1, limit: 1 },
  { measure: WHOLE, peer: "react", goal: 0.75, limit: 0.75 },
  // Ahead of all but plain JavaScript.
  { measure: WHOLE, peer: "preact", goal: 1 },
  { measure: WHOLE, peer: "lit", goal: 1 },
  // The same renderer, with one call of the wasm for each input.
  { measure: INPUT, peer: "preact", goal: 1, limit: 1.1 },
  { measure: INPUT, peer: "best", goal: 1.1 },
  // The text of the wasm is let go once it runs.
  { measure: LOADED, peer: "react", goal: 1, limit: 1 },
  // Nothing accumulates on a page that stays open.
  { measure: CHANGED, peer: "react", goal: 1, limit: 1 },
  // Ahead of React everywhere.
  { measure: INPUT, peer: "react", goal: 1 },
  { measure: "input to whole first view (phone)", peer: "react", goal: 1 },
  { measure: "fifty elements (phone)", peer: "react", goal: 1 },
];

/**
 * @param {import("./results.js").Results} results
 * @param {Goal[]} [goals]
 */
export function judged({ measures }, goals = GOALS) {
  return goals.flatMap((goal) => {
    const values = measures[goal.measure] ?? {};
    const peer = goal.peer === "best" ? best(values) : goal.peer;
    const [ours, theirs] = [values["ours"], values[peer]];
    if (!ours || !theirs) {
      return [];
    }
    const is = ratio(ours, theirs);
    // Worse than the limit in all but the draws that chance explains.
    const fails = goal.limit !== undefined && is.low > goal.limit;
    return [{ ...goal, peer, ...is, met: is.ratio <= goal.goal, fails }];
  });
}

/** The peer with the lowest median. @param {Record<string, number[]>} values */
function best(values) {
  const peers = Object.keys(values).filter((name) => !name.startsWith("ours"));
  return peers.sort((a, b) => summed(values[a]).median - summed(values[b]).median)[0] ?? "";
}
