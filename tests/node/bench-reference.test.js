/** The plain JavaScript of the bench returns what the wasm returns: otherwise its speed means nothing. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import { createPlain } from "../../benches/calls/plain.js";
import { callsCorpus } from "../../benches/lib/corpus.js";
import { module } from "./dist.js";

const xtask = process.env.AFTERCARE_XTASK;
assert.ok(xtask, "AFTERCARE_XTASK is not set: run the tests with `cargo xtask test`");

const printed = execFileSync(xtask, ["bench", "corpus"], { encoding: "utf8", maxBuffer: 2 ** 26 });
const plain = createPlain(callsCorpus(JSON.parse(printed)));
const api = await module();
const { treatments, activities, panels } = api.catalog();
const clocks = [null, "00:00", "08:30", "17:00", "23:59"];

/** @type {import("../../dist/aftercare-consensus.js").Options[]} */
const others = [
  { names: "generic" },
  { names: "class", treatedAt: "17:00" },
  ...panels.map(({ id }) => ({ panels: [id] })),
];

/** Every question: each treatment and activity at each clock time, and each other option once. */
const questions = treatments.flatMap(({ id }) => [
  ...activities.flatMap(({ id: activity }) =>
    clocks.map((treatedAt) => /** @type {const} */ ([id, { activity, treatedAt }])),
  ),
  ...others.map((options) => /** @type {const} */ ([id, options])),
]);

describe("the bench's JavaScript engine", () => {
  it("has the timelines of the wasm", () => {
    for (const [treatment, options] of questions) {
      const expected = JSON.stringify(api.timeline(treatment, options));
      assert.equal(JSON.stringify(plain.timeline(treatment, options)), expected);
    }
  });

  it("has the cards of the wasm, at each step and between them", () => {
    for (const [treatment, options] of questions) {
      const steps = api.timeline(treatment, options).steps.map(({ hours }) => hours);
      for (const hours of [...steps, ...steps.map((step) => step + 0.21), 1 / 3, 1e6]) {
        const expected = JSON.stringify(api.guidance(treatment, hours, options));
        assert.equal(JSON.stringify(plain.guidance(treatment, hours, options)), expected);
      }
    }
  });

  it("has the cards of the wasm in whatever order they are asked for, cached or not", () => {
    let seed = 20261127;
    const below = (/** @type {number} */ end) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * end);
    };
    for (let round = 0; round < 100; round += 1) {
      const few = Array.from({ length: 4 }, () => questions[below(questions.length)]);
      for (let turn = 0; turn < 200; turn += 1) {
        const [treatment, options] = few[below(few.length)];
        const hours = below(30 * 24 * 60) / 60;
        const expected = JSON.stringify(plain.guidance(treatment, hours, options));
        const message = `${treatment} after ${hours} hours, ${JSON.stringify(options)}`;
        assert.equal(JSON.stringify(api.guidance(treatment, hours, options)), expected, message);
      }
    }
  });
});
