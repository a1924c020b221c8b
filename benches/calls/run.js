/**
 * Measures in the browser that `AFTERCARE_BROWSER` names, and prints what it found
 * as JSON. `cargo xtask bench calls` calls it with the path of the corpus.
 */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { start } from "../../tests/browser/engines/index.js";
import { Site } from "../../tests/browser/site.js";

/** A browser that has not finished after so many seconds never will. */
const LONGEST = 300;

const PAGE = `<!doctype html><title>calls</title>
<script>addEventListener("error", ({ message }) => (window.failure = message));
addEventListener("unhandledrejection", ({ reason }) => (window.failure = String(reason)));</script>
<script type="module" src="measure.js"></script>`;

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url));

const site = new Site(
  new Map([
    ["index.html", Buffer.from(PAGE)],
    ["measure.js", read("measure.js")],
    ["plain.js", read("plain.js")],
    ["corpus.json", readFileSync(process.argv[2])],
    ...["aftercare-consensus.js", "aftercare-consensus-apart.js", "aftercare-consensus.wasm"].map(
      (name) => /** @type {const} */ ([name, read(`../../dist/${name}`)]),
    ),
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
