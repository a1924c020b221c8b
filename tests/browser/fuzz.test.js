/**
 * Nothing that a page does breaks it: thousands of generated calls and changes in
 * one page, without a reload. `cargo xtask test --soak` tries 100,000.
 */
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { ownerReadsLines } from "./assertions.js";
import { startBrowser } from "./browser.js";

/** How many calls and changes; the long run asks for more. */
const WANTED = Number(process.env.AFTERCARE_FUZZ ?? 1500);

/** Another each time, and said where something fails; so a run can be repeated. */
const SEED = Number(process.env.AFTERCARE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A driver waits for an answer, and not for long: so many milliseconds are aimed at. */
const SLICE = 3000;

/** More pages of 64 kB than any card needs, and fewer than a leak would take. */
const MOST_MEMORY = 4 * 1024 * 1024;

const bundle = buildSync({
  entryPoints: [fileURLToPath(new URL("fuzz/run.js", import.meta.url))],
  bundle: true,
  format: "iife",
  write: false,
}).outputFiles[0].text;

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
  await browser.open("/tests/pages/fuzz.html", { clock: "2026-11-22T07:00" });
  await browser.put(bundle);
});
after(() => browser.end());

it(`${WANTED} generated calls and changes each end in an answer or a sentence (seed ${SEED})`, async (t) => {
  let tried = 0;
  const memory = () => browser.run(() => Reflect.get(window, "__memory")());
  let early = 0;
  let most = 0;
  let runs = 20;
  for (let slice = 0; tried < WANTED; slice += 1) {
    const begun = Date.now();
    const outcome = await browser.run(
      (/** @type {number} */ seed, /** @type {number} */ runs) => Reflect.get(window, "__tryOut")(seed, runs),
      SEED + slice,
      runs,
    );
    tried += outcome.tried;
    runs = Math.round(runs * Math.min(2, SLICE / Math.max(1, Date.now() - begun)) + 1);
    assert.equal(
      outcome.failure,
      null,
      `after ${tried} calls and changes, AFTERCARE_SEED=${SEED} in slice ${slice}`,
    );
    const now = await memory();
    early ||= now;
    if (now > most) {
      most = now;
      t.diagnostic(`the wasm's memory after ${tried} calls and changes: ${now} bytes`);
    }
  }
  const late = await memory();
  assert.ok(late <= MOST_MEMORY, `the wasm's memory has grown from ${early} to ${late} bytes`);
  assert.ok(
    await browser.run(() => Reflect.get(window, "__spare")()),
    "the wasm's stack is used to more than a quarter",
  );
  t.diagnostic(`${tried} calls and changes; the wasm's memory: ${early} bytes, then ${late}`);
  // Bad attributes are told.
  await ownerReadsLines(browser);
  await browser.assertQuiet();
});
