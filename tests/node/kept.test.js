/** What a program gets is its own, although an answer is made but once. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keeps } from "../../www/kept.js";
import { module } from "../../xtask/api/built.js";

const api = await module();

/** @type {[string, () => object][]} */
const calls = [
  ["a card", () => api.guidance("Dysport", 14, { treatedAt: "17:00" })],
  ["a card of few answers", () => api.guidance("Letybo", 300, { activity: "flying" })],
  ["a timeline", () => api.timeline("Dysport", { treatedAt: "17:00" })],
];

describe("what a program gets", () => {
  for (const [what, ask] of calls) {
    it(`shares nothing with the same ${what.slice(2)} asked for again`, () => {
      const first = new Set(parts(ask()));
      for (const part of parts(ask())) {
        assert.ok(!first.has(part), `both have ${JSON.stringify(part)}`);
      }
    });

    it(`may be spoilt: ${what} asked for again is as it was`, () => {
      const expected = JSON.stringify(ask());
      for (const part of parts(ask())) {
        for (const key of Object.keys(part)) {
          Reflect.set(part, key, "spoilt");
        }
      }
      assert.equal(JSON.stringify(ask()), expected);
    });
  }

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

describe("what is kept", () => {
  /** @returns {[(question: string, hours: number) => number, string[]]} */
  function counted() {
    /** @type {string[]} */
    const asked = [];
    /** @type {ReturnType<typeof keeps<number>>} */
    const kept = keeps();
    const get = (/** @type {string} */ question, /** @type {number} */ hours) =>
      kept(question, hours, () => {
        asked.push(`${question} ${hours}`);
        const from = hours < 24 ? 0 : 24;
        return { from, until: from === 0 ? 24 : null, card: from };
      });
    return [get, asked];
  }

  it("is asked for once between two moments", () => {
    const [get, asked] = counted();
    assert.deepEqual(
      [0, 23.99, 24, 1e9, 5, 24].map((hours) => get("a", hours)),
      [0, 0, 24, 24, 0, 24],
    );
    assert.deepEqual(asked, ["a 0", "a 24"]);
  });

  it("is not another question's, whatever that is called", () => {
    const [get, asked] = counted();
    for (const question of ["a", "__proto__", "constructor", ""]) {
      get(question, 1);
      get(question, 2);
    }
    assert.deepEqual(asked, ["a 1", "__proto__ 1", "constructor 1", " 1"]);
  });

  it("is at least the last 128, and never more than twice as many", () => {
    const [get, asked] = counted();
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

  it("does not forget what is asked for again and again", () => {
    const [get, asked] = counted();
    for (let turn = 0; turn < 10_000; turn += 1) {
      get("a", 0);
      get(`${turn}`, 0);
    }
    assert.equal(asked.filter((question) => question === "a 0").length, 1);
  });

  it("is no question that is longer than any honest one, so that nobody fills the memory", () => {
    const [get, asked] = counted();
    const long = "x".repeat(501);
    assert.deepEqual([get(long, 1), get(long, 2), get(long, 30)], [0, 0, 24]);
    assert.deepEqual(asked, [`${long} 1`, `${long} 2`, `${long} 30`]);
  });

  it("is nothing that was refused", () => {
    /** @type {ReturnType<typeof keeps<number>>} */
    const kept = keeps();
    const refuse = () => {
      throw new RangeError("refused");
    };
    assert.throws(() => kept("a", 0, refuse), RangeError);
    assert.equal(
      kept("a", 0, () => ({ from: 0, until: null, card: 7 })),
      7,
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
