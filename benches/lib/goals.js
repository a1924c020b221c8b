/** What must hold beside the peers, and what is still meant to? */
import { ratio } from "./statistics.js";

/**
 * @typedef {object} Goal
 * @property {string} measure as `<what> (<throttle>)`
 * @property {string} peer
 * @property {number} goal ours is meant to be at most so many times the peer's
 * @property {number} [limit] ours is that much already: more than this, beyond what chance
 *   explains, fails the bench
 */

const FIRST = "first guidance (phone)";
const KEY = "input to paint (phone)";
const CHANGED = "memory after 1,000 changes (desk)";

/**
 * `limit` follows what was measured, with about a tenth to spare: lower it when ours gets better.
 *
 * @type {Goal[]}
 */
export const GOALS = [
  // One round trip, and no more work than a page of plain JavaScript has.
  { measure: FIRST, peer: "plain", goal: 1.1, limit: 1.17 },
  // An answer in the next frame, whatever is drawn.
  { measure: KEY, peer: "plain", goal: 1, limit: 0.78 },
  { measure: KEY, peer: "preact", goal: 1, limit: 0.86 },
  { measure: KEY, peer: "lit", goal: 1, limit: 0.89 },
  // Nothing piles up on a page that stays open.
  { measure: CHANGED, peer: "plain", goal: 1, limit: 0.56 },
  { measure: CHANGED, peer: "preact", goal: 1, limit: 0.54 },
  { measure: CHANGED, peer: "lit", goal: 1, limit: 0.5 },
  // Ahead of React on what a reader waits for, loads and keeps.
  { measure: FIRST, peer: "react", goal: 1, limit: 0.78 },
  { measure: "first guidance (desk)", peer: "react", goal: 1, limit: 1 },
  { measure: KEY, peer: "react", goal: 1, limit: 0.78 },
  { measure: "input to paint (desk)", peer: "react", goal: 1, limit: 0.85 },
  { measure: "bytes (phone)", peer: "react", goal: 1, limit: 1 },
  { measure: "memory after load (desk)", peer: "react", goal: 1, limit: 1 },
  { measure: CHANGED, peer: "react", goal: 1, limit: 0.31 },
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
    // Not worse than the limit in any draw that chance explains.
    const fails = goal.limit !== undefined && is.low > goal.limit;
    return [{ ...goal, ...is, met: is.ratio <= goal.goal, fails }];
  });
}
