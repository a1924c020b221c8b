/** Measures ours and its peers, which `cargo xtask bench` builds. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { DESK, PHONE, launch } from "./lib/chromium.js";
import { judged } from "./lib/goals.js";
import { machine } from "./lib/machine.js";
import { fifty, first, loading } from "./lib/measure.js";
import { markdown, summary, table } from "./lib/results.js";
import { serve } from "./lib/serve.js";
import { generator, shuffled } from "./lib/statistics.js";
import { OURS, SUBJECTS, page } from "./lib/subjects.js";

const root = new URL("../", import.meta.url);

const { values: given } = parseArgs({
  options: {
    runs: { type: "string", default: "15" },
    only: { type: "string", multiple: true },
    save: { type: "boolean", default: false },
  },
});

/** How a measurement of one visit is called in the results. @type {Record<string, string>} */
const NAMES = {
  first: "first guidance",
  whole: "whole first view",
  "bytes before": "bytes before the first guidance",
  key: "input to paint",
  "first key": "first input to paint",
  "whole key": "input to whole first view",
  "work of a key": "work of an input",
  "memory after changes": "memory after 1,000 changes",
  fifty: "fifty elements",
  "whole fifty": "whole first view of fifty elements",
};

/** Fourteen hours ago, at a full minute. */
function treatedAt() {
  const minute = Math.floor(Date.now() / 60_000) - 14 * 60;
  return new Date(minute * 60_000).toISOString().replace(":00.000", "");
}

/**
 * @typedef {object} Task
 * @property {string} kind
 * @property {string} subject
 * @property {import("./lib/chromium.js").Throttle} throttle
 * @property {(browser: import("puppeteer-core").Browser) => Promise<Record<string, number>>} measure
 */

/** @returns {Promise<{ tasks: Task[], close(): void }>} */
async function prepare() {
  /** @type {Task[]} */
  const tasks = [];
  /** @type {Awaited<ReturnType<typeof serve>>[]} */
  const sites = [];
  const asked = `treatment="dysport" treated-at="${treatedAt()}" ask`;
  for (const subject of SUBJECTS) {
    const one = await serve({ page: page(subject, asked), folder: subject.folder });
    const many = await serve({
      page: page(subject, 'treatment="dysport" hours="14"', 50),
      folder: subject.folder,
    });
    sites.push(one, many);
    for (const throttle of [PHONE, DESK]) {
      const common = { subject: subject.name, throttle };
      tasks.push(
        { ...common, kind: "first", measure: (browser) => first(browser, throttle, subject, one.address) },
        { ...common, kind: "fifty", measure: (browser) => fifty(browser, throttle, subject, many.address) },
      );
    }
  }
  const dist = await serve({ folder: OURS.folder });
  sites.push(dist);
  for (const throttle of [PHONE, DESK]) {
    const measure = (/** @type {import("puppeteer-core").Browser} */ browser) =>
      loading(browser, throttle, dist.address);
    tasks.push({ kind: "page", subject: "page", throttle, measure });
  }
  const { only } = given;
  return {
    tasks: tasks.filter(({ kind }) => !only || only.includes(kind)),
    close: () => sites.forEach((site) => site.close()),
  };
}

const runs = Number(given.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`--runs is ${given.runs}; give a whole number from 1 up, 15 for results that are kept.`);
}
const { tasks, close } = await prepare();
/** @type {import("./lib/results.js").Results["measures"]} */
const measures = {};
const random = generator(Date.now());
let last;

// The first round warms the machine's caches of files, and is not counted.
for (let round = 0; round <= runs; round += 1) {
  const browser = await launch();
  for (const [visit, task] of shuffled(tasks, random).entries()) {
    const { subject, throttle, kind } = task;
    process.stderr.write(`\rrun ${round} of ${runs}, visit ${visit + 1} of ${tasks.length} `);
    const numbers = await measured(task, browser);
    for (const [name, value] of Object.entries(numbers)) {
      const called = kind === "page" ? `${name} of the page` : (NAMES[name] ?? name);
      const subjects = (measures[`${called} (${throttle.name})`] ??= {});
      const values = (subjects[subject] ??= []);
      if (round > 0) {
        values.push(value);
      }
    }
  }
  last = await machine(browser);
  await browser.close();
}
close();
process.stderr.write("\n");

/** @param {Task} task @param {import("puppeteer-core").Browser} browser */
async function measured({ kind, subject, throttle, measure }, browser) {
  try {
    return await measure(browser);
  } catch (cause) {
    throw new Error(`The visit "${kind}" of "${subject}" (${throttle.name}) failed.`, { cause });
  }
}

/** In the order of the subjects and not of chance. @param {Record<string, number[]>} subjects */
const ordered = (subjects) =>
  Object.fromEntries(
    [...SUBJECTS.map(({ name }) => name), "page"].flatMap((name) => {
      const values = subjects[name];
      return values && values.length > 0 ? [[name, values]] : [];
    }),
  );

/** @type {import("./lib/results.js").Results} */
const results = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
  runs,
  machine: /** @type {any} */ (last),
  measures: Object.fromEntries(
    Object.entries(measures)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, subjects]) => [name, ordered(subjects)]),
  ),
};
console.log(table(results));

if (given.save) {
  await save();
}
if (judged(results).some(({ fails }) => fails)) {
  console.error("\nOurs is over a limit of benches/lib/goals.js.");
  process.exitCode = 1;
}

/** Keeps the results, and updates the table of docs/performance.md. */
async function save() {
  if (given.only || runs < 15) {
    throw new Error("Only a whole bench of at least 15 runs is kept; leave --only and --runs away.");
  }
  const folder = new URL("benches/results/", root);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("peers.json", folder), `${JSON.stringify(results, rounded)}\n`);
  await writeFile(new URL("peers.md", folder), markdown(results));
  const document = new URL("docs/performance.md", root);
  const text = await readFile(document, "utf8");
  const marked = /(<!-- table: speed -->\n)[^]*?(\n<!-- end -->)/;
  const medians = summary(results);
  await writeFile(
    document,
    text.replace(marked, (_, begin, end) => `${begin}\n${medians}\n${end}`),
  );
}

/** @param {string} _key @param {unknown} value */
function rounded(_key, value) {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value;
}
