/**
 * Measures calls in the browser that `AFTERCARE_BROWSER` names, and prints the results as
 * JSON. `cargo xtask bench calls` runs it with the path of the corpus.
 */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { start } from "../../tests/browser/engines/index.js";
import { Site } from "../../tests/browser/site.js";
import { callsCorpus } from "../lib/corpus.js";

/** A browser that has not finished after so many seconds never will. */
const LONGEST = 300;

const PAGE = `<!doctype html><title>calls</title>
<script>addEventListener("error", ({ message }) => (window.failure = message));
addEventListener("unhandledrejection", ({ reason }) => (window.failure = String(reason)));</script>
<script type="module" src="measure.js"></script>`;

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url));

const corpus = callsCorpus(JSON.parse(readFileSync(process.argv[2], "utf8")));

const site = new Site(
  new Map([
    ["index.html", Buffer.from(PAGE)],
    ["measure.js", read("measure.js")],
    ["plain.js", read("plain.js")],
    ["corpus.json", Buffer.from(JSON.stringify(corpus))],
    ["aftercare-consensus.js", read("../../dist/aftercare-consensus.js")],
  ]),
  // A page of its own, which browsers give a finer clock.
  {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  },
);
await site.start();
const engine = await start({});
try {
  await engine.driver.get(site.address());
  const outcome = await finished();
  const about = await engine.driver.getCapabilities();
  const version = `${about.getBrowserName()} ${about.getBrowserVersion()}`;
  console.log(JSON.stringify({ browser: version, ...outcome }));
} finally {
  await engine.end();
  await site.stop();
}

/** @returns {Promise<import("./measure.js").Outcome>} */
async function finished() {
  for (let second = 0; second < LONGEST; second += 2) {
    // Rarely, since each question disturbs what is measured.
    await pause(2000);
    const { outcome, failure } = await engine.run(
      () => ({
        outcome: JSON.stringify(Reflect.get(window, "outcome") ?? null),
        failure: Reflect.get(window, "failure") ?? null,
      }),
      [],
    );
    if (failure) {
      throw new Error(`the page failed: ${failure}`);
    }
    if (outcome !== "null") {
      return JSON.parse(outcome);
    }
  }
  throw new Error(`the page has not finished within ${LONGEST} seconds`);
}
