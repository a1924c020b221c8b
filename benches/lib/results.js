/** How results are printed and kept. */
import { judged } from "./goals.js";
import { ratio, summed } from "./statistics.js";

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {string} commit
 * @property {number} runs
 * @property {Awaited<ReturnType<typeof import("./machine.js").machine>>} machine
 * @property {Record<string, Record<string, number[]>>} measures by measure and subject, a number for each run
 */

/** @typedef {keyof typeof UNITS} Unit */

const UNITS = {
  ms: (/** @type {number} */ value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`,
  kB: (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} kB`,
  MB: (/** @type {number} */ value) => `${(value / 1e6).toFixed(2)} MB`,
  number: (/** @type {number} */ value) => `${Math.round(value * 1000) / 1000}`,
};

/** @param {string} measure @returns {Unit} */
function unit(measure) {
  if (measure.startsWith("bytes")) {
    return "kB";
  }
  if (measure.startsWith("memory")) {
    return "MB";
  }
  return /^(requests|cumulative)/.test(measure) ? "number" : "ms";
}

/**
 * A measure as a row: the median of each, its quartiles, and the ratio to ours.
 *
 * @param {string} measure
 * @param {Record<string, number[]>} subjects
 */
function cells(measure, subjects) {
  const write = UNITS[unit(measure)];
  const ours = subjects["ours"];
  return Object.entries(subjects).map(([name, values]) => {
    const { median, quartiles } = summed(values);
    const spread = quartiles[0] === quartiles[1] ? "" : ` (${quartiles.map(write).join(" – ")})`;
    const compared = name === "ours" || !ours ? undefined : ratio(values, ours);
    return { name, median: write(median), spread, compared };
  });
}

/** @param {{ ratio: number, low: number, high: number }} compared */
const times = ({ ratio, low, high }) => `${ratio.toFixed(2)}× [${low.toFixed(2)}, ${high.toFixed(2)}]`;

/** For the terminal. @param {Results} results */
export function table(results) {
  const lines = Object.entries(results.measures).flatMap(([measure, subjects]) => [
    `\n${measure}`,
    ...cells(measure, subjects).map(({ name, median, spread, compared }) => {
      const relative = compared ? `${times(compared)} of ours` : "";
      return `  ${name.padEnd(13)}${median.padStart(10)}${spread.padEnd(28)}${relative}`;
    }),
  ]);
  return [...lines, "", ...goalLines(results)].join("\n");
}

/** @param {Results} results */
export function goalLines(results) {
  return judged(results).map((goal) => {
    const word = goal.fails ? "OVER THE LIMIT" : goal.met ? "met" : "not met";
    const limit = goal.limit === undefined ? "" : `, limit ${goal.limit}×`;
    return `${goal.measure}: ${times(goal)} of ${goal.peer}, goal ${goal.goal}×${limit}: ${word}`;
  });
}

/** For the folder of results. @param {Results} results */
export function markdown(results) {
  const { machine, date, commit, runs } = results;
  const tables = Object.entries(results.measures).map(([measure, subjects]) => {
    const rows = cells(measure, subjects).map(
      ({ name, median, spread, compared }) =>
        `| ${name} | ${median} |${spread.replace(/[()]/g, "")} | ${compared ? times(compared) : ""} |`,
    );
    return `## ${measure}\n\n| | median | half of all runs | ratio to ours, and where it lies in 95 of 100 draws |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# Measured on ${date}

${runs} runs of commit ${commit}, in random order. ${machine.browser} on ${machine.system}, ${machine.processor}, ${machine.cores} cores, ${machine.memory}; load ${machine.load.join(", ")} at the end. [How it is measured](../README.md).

## In short

${summary(results)}

${tables.join("\n")}
## Goals

${goalLines(results)
  .map((line) => `- ${line}`)
  .join("\n")}
`;
}

/** The measures that docs/performance.md shows, with what they are called there. */
const SHOWN = [
  ["bytes before the first guidance (phone)", "bytes before the first guidance, with headers"],
  ["bytes (phone)", "bytes of the whole first view"],
  ["requests (phone)", "requests"],
  ["first guidance (phone)", "first guidance on the screen, on a phone"],
  ["first guidance (desk)", "the same, without a throttle"],
  ["whole first view (phone)", "the whole first view, on a phone"],
  ["input to paint (phone)", "from a key to the next paint, on a phone"],
  ["input to paint (desk)", "the same, without a throttle"],
  ["input to whole first view (phone)", "from a key to the paint of the panels, on a phone"],
  ["memory after load (desk)", "memory after load"],
  ["memory after 1,000 changes (desk)", "memory after 1,000 changes"],
  ["fifty elements (phone)", "fifty elements on one page, on a phone"],
];

/** For docs/performance.md: medians alone. @param {Results} results */
export function summary(results) {
  const names = Object.keys(results.measures["first guidance (phone)"] ?? {});
  const rows = SHOWN.map(([measure, words]) => {
    const subjects = results.measures[measure] ?? {};
    const medians = names.map((name) => {
      const values = subjects[name];
      return values ? UNITS[unit(measure)](summed(values).median) : "";
    });
    return `| ${words} | ${medians.join(" | ")} |`;
  });
  return `| ${results.date}, medians of ${results.runs} runs | ${names.join(" | ")} |
| --- |${" --- |".repeat(names.length)}
${rows.join("\n")}`;
}
