/** Results are frozen, so that one can be kept and shared; cards are kept by question and step. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { module } from "./dist.js";

const api = await module();

/** @typedef {import("../../dist/aftercare-consensus.js").Guidance} Guidance */

/** @type {[string, () => unknown | Promise<unknown>][]} */
const calls = [
  ["a card", () => api.guidance("Dysport", 14, { treatedAt: "17:00" })],
  ["a card of few answers", () => api.guidance("Letybo", 300, { activity: "flying" })],
  ["a timeline", () => api.timeline("Dysport", { treatedAt: "17:00" })],
  ["an overview", () => api.overview("Dysport", 14)],
  ["the catalog", () => api.catalog()],
  ["the details", () => api.details()],
];

describe("a result", () => {
  for (const [what, ask] of calls) {
    it(`is frozen in all its parts, and stays as it is whoever tries to change it: ${what}`, async () => {
      const result = await ask();
      const expected = JSON.stringify(result);
      const all = parts(result);
      assert.ok(all.length > 1);
      for (const part of all) {
        assert.ok(Object.isFrozen(part), JSON.stringify(part).slice(0, 200));
        for (const key of Object.keys(part)) {
          assert.equal(Reflect.set(part, key, "changed"), false);
        }
        assert.equal(Reflect.set(part, "more", "added"), false);
      }
      assert.equal(JSON.stringify(result), expected);
      assert.equal(JSON.stringify(await ask()), expected);
    });
  }

  it("of another moment of the same step differs in the hours alone", () => {
    const [one, other] = [14, 14.2].map((hours) => api.guidance("Dysport", hours));
    assert.deepEqual({ ...one, hoursElapsed: 0 }, { ...other, hoursElapsed: 0 });
    assert.deepEqual([one.hoursElapsed, other.hoursElapsed], [14, 14.2]);
  });

  it("has the hours as they were given, and one zero", () => {
    for (const hours of [0, 14, 14.1, 14 + 1e-9, 1e300, Number.MIN_VALUE]) {
      assert.equal(api.guidance("Dysport", hours).hoursElapsed, hours);
    }
    assert.ok(Object.is(api.guidance("Dysport", -0).hoursElapsed, 0));
  });

  it("is refused again where it was refused", () => {
    for (let turn = 0; turn < 3; turn += 1) {
      assert.throws(() => api.guidance("Dysport", -1), { code: "invalid_hours" });
      assert.throws(() => api.timeline("Nothing"), { code: "unknown_treatment" });
    }
  });
});

/** The cache as the build has it, over an engine of this test. */
const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL("../../www/core/cache.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
});
const source = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;

let copies = 0;

describe("a card that is kept", () => {
  /**
   * A cache of its own, and what it has asked for.
   *
   * @returns {Promise<[(question: string, hours: number) => Guidance, string[]]>}
   */
  async function counted() {
    copies += 1;
    const { cachedCard } = await import(`${source}//${copies}`);
    /** @type {string[]} */
    const asked = [];
    const get = (/** @type {string} */ question, /** @type {number} */ hours) =>
      cachedCard(question, hours, () => {
        asked.push(`${question} ${hours}`);
        return hours < 24
          ? { from: 0, until: 24, guidance: { hoursElapsed: hours, status: "wait" } }
          : { from: 24, until: null, guidance: { hoursElapsed: hours, status: "fine" } };
      });
    return [get, asked];
  }

  it("is asked for once between two changes", async () => {
    const [get, asked] = await counted();
    assert.deepEqual(
      [0, 23.9, 24, 1e9, 5, 24].map((hours) => get("a", hours).status),
      ["wait", "wait", "fine", "fine", "wait", "fine"],
    );
    assert.deepEqual(asked, ["a 0", "a 24"]);
  });

  it("has the hours that were asked for", async () => {
    const [get] = await counted();
    assert.deepEqual(
      [3, 5, 3].map((hours) => get("a", hours).hoursElapsed),
      [3, 5, 3],
    );
  });

  it("is not another question's, whatever that is called", async () => {
    const [get, asked] = await counted();
    for (const question of ["a", "__proto__", "constructor", ""]) {
      get(question, 1);
      get(question, 2);
    }
    assert.deepEqual(asked, ["a 1", "__proto__ 1", "constructor 1", " 1"]);
  });

  it("is one of the last 128 at least, and never of more than twice as many", async () => {
    const [get, asked] = await counted();
    const range = (/** @type {number} */ length) => Array.from({ length }, (_, place) => place);
    for (const question of range(10_000)) {
      get(`${question}`, 0);
    }
    const before = asked.length;
    for (const question of range(128)) {
      get(`${9_999 - question}`, 0);
    }
    assert.equal(asked.length, before, "one of the last was forgotten");
    for (const question of range(10_000)) {
      get(`${9_999 - question}`, 0);
    }
    assert.ok(asked.length - before >= 10_000 - 256, `${asked.length - before} were asked for again`);
  });

  it("is not forgotten while it is asked for again and again", async () => {
    const [get, asked] = await counted();
    for (let turn = 0; turn < 10_000; turn += 1) {
      get("a", 0);
      get(`${turn}`, 0);
    }
    assert.equal(asked.filter((question) => question === "a 0").length, 1);
  });

  it("is of no question that is longer than any honest one, so that nobody fills the memory", async () => {
    const [get, asked] = await counted();
    const long = "x".repeat(501);
    assert.deepEqual(
      [get(long, 1), get(long, 2), get(long, 30)].map(({ status }) => status),
      ["wait", "wait", "fine"],
    );
    assert.deepEqual(asked, [`${long} 1`, `${long} 2`, `${long} 30`]);
  });

  it("is nothing that was refused", async () => {
    copies += 1;
    const { cachedCard } = await import(`${source}//${copies}`);
    const refuse = () => {
      throw new RangeError("refused");
    };
    assert.throws(() => cachedCard("a", 0, refuse), RangeError);
    const guidance = { hoursElapsed: 0 };
    assert.equal(
      cachedCard("a", 0, () => ({ from: 0, until: null, guidance })),
      guidance,
    );
  });
});

/**
 * All objects and lists of a value.
 *
 * @param {unknown} value
 * @returns {object[]}
 */
function parts(value) {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
}
