/**
 * The boundary survives any caller. What a page does to the language's own objects may cost it
 * an answer; it gets no wrong one, no trap and no hang, and the next honest call is answered.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
  await browser.open("/");
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

it("10,000 hostile calls end in a GuidanceError each, and the next honest call is answered", async () => {
  const outcome = await browser.run(async () => {
    // As a page without types calls it.
    const api = /** @type {any} */ (await Reflect.get(window, "AftercareConsensus").init());
    const { guidance, timeline, overview, catalog, GuidanceError } = api;
    const honest = JSON.stringify(guidance("Dysport", 14, { treatedAt: "17:00" }));
    const thrower = () => {
      throw new RangeError("a getter that throws");
    };
    const throwing = (/** @type {string} */ key, get = thrower) =>
      Object.defineProperty({}, key, { enumerable: true, get });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const revokedList = Proxy.revocable([], {});
    revokedList.revoke();
    const trap = new Proxy({}, { ownKeys: thrower, get: thrower, has: thrower });
    const liar = new Proxy(
      {},
      {
        ownKeys: () => ["activity"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        get: thrower,
      },
    );
    const selfish = { toString: () => "botox", valueOf: () => 14, [Symbol.toPrimitive]: () => "botox" };
    const values = [
      undefined,
      null,
      true,
      false,
      0,
      14,
      NaN,
      -1,
      14n,
      "",
      " ",
      "14",
      "botox\0",
      "__proto__",
      "constructor",
      "\ud800",
      "x".repeat(5000),
      "😀",
      Symbol("botox"),
      () => "botox",
      selfish,
      [],
      ["botox"],
      {},
      new Date(),
      new Map(),
      trap,
      revoked.proxy,
      new String("botox"),
      Object.create(null),
      /botox/,
      window,
      document,
    ];
    const hours = [
      "14",
      null,
      undefined,
      true,
      NaN,
      Infinity,
      -Infinity,
      -0.1,
      14n,
      {},
      [],
      selfish,
      [14],
      Symbol("h"),
      new Number(14),
      trap,
    ];
    const options = [
      5,
      "exercise",
      true,
      Symbol("o"),
      () => {},
      { activty: "exercise" },
      { Activity: "exercise" },
      { hours: 3 },
      { activity: 5 },
      { activity: {} },
      { activity: "run" },
      { activity: ["exercise"] },
      { treatedAt: 17 },
      { treatedAt: "5pm" },
      { treatedAt: new Date() },
      { panels: "doctors" },
      { panels: [] },
      { panels: [5] },
      { panels: ["nobody"] },
      { panels: new Array(1000).fill("doctors") },
      { panels: trap },
      { panels: revokedList.proxy },
      { lang: "tlh" },
      { lang: 5 },
      { names: "Brand" },
      { names: null, nmaes: undefined },
      { __proto__: null, x: 1 },
      JSON.parse('{"__proto__": 1}'),
      throwing("activity"),
      throwing("panels"),
      throwing("zzz"),
      // What is thrown may throw in its turn where somebody looks at what it is.
      ...[revoked.proxy, new Proxy({}, { getPrototypeOf: thrower })].map((thrown) =>
        throwing("activity", () => {
          throw thrown;
        }),
      ),
      // A list that says a length that is none.
      ...[NaN, -1, 0.5, undefined, Infinity, {}].map((length) => ({
        panels: new Proxy(["doctors"], {
          get: (list, key) => (key === "length" ? length : Reflect.get(list, key)),
        }),
      })),
      trap,
      revoked.proxy,
      liar,
      ["activity"],
      "x".repeat(100000),
    ];
    /** @type {string[]} */
    const wrong = [];
    /** @type {Record<string, number>} */
    const codes = {};
    let calls = 0;
    const expectError = (/** @type {string} */ what, /** @type {() => unknown} */ call) => {
      calls += 1;
      try {
        call();
        wrong.push(`${what} was answered`);
      } catch (error) {
        const { code, message } = /** @type {any} */ (error);
        if (!(error instanceof GuidanceError) || !message) {
          wrong.push(`${what}: ${error}`);
        } else {
          codes[code] = (codes[code] ?? 0) + 1;
        }
      }
    };
    // What a page may have done to the language's own prototypes.
    const pollution = ["activity", "panels", "lang", "status", "0", "code"];
    for (let round = 0; calls < 10_000; round += 1) {
      const polluted = round % 2 === 1;
      if (polluted) {
        for (const key of pollution) {
          Reflect.set(Object.prototype, key, "polluted");
        }
      }
      values.forEach((value, place) => {
        expectError(`treatment ${place}`, () => guidance(value, 14));
        expectError(`timeline of ${place}`, () => timeline(value));
        expectError(`overview of ${place}`, () => overview(value, 14));
      });
      hours.forEach((/** @type {any} */ value, place) =>
        expectError(`hours ${place}`, () => guidance("Dysport", value)),
      );
      options.forEach((value, place) => {
        expectError(`options ${place}`, () => guidance("Dysport", 14, value));
        expectError(`timeline options ${place}`, () => timeline("Dysport", value));
        expectError(`overview options ${place}`, () => overview("Dysport", 14, value));
        expectError(`catalog options ${place}`, () => catalog(value));
      });
      for (const key of pollution) {
        Reflect.deleteProperty(Object.prototype, key);
      }
    }
    return {
      calls,
      codes,
      wrong: [...new Set(wrong)].slice(0, 20),
      same: JSON.stringify(guidance("Dysport", 14, { treatedAt: "17:00" })) === honest,
    };
  });
  assert.deepEqual(outcome.wrong, [], "each hostile call ends in a GuidanceError with a sentence");
  assert.ok(outcome.calls >= 10_000, `${outcome.calls} calls were made`);
  assert.ok(outcome.same, "the next honest call is answered as before");
  for (const code of [
    "unknown_treatment",
    "invalid_hours",
    "invalid_option",
    "unknown_activity",
    "unknown_panel",
    "unknown_language",
    "invalid_time",
  ]) {
    assert.ok((outcome.codes[code] ?? 0) > 0, `some hostile call meets ${code}`);
  }
});

it("a page that has given Object.prototype keys of its own gets the same card", async () => {
  const same = await browser.run(async () => {
    const { guidance } = await Reflect.get(window, "AftercareConsensus").init();
    const honest = JSON.stringify(guidance("Dysport", 14));
    Reflect.set(Object.prototype, "activity", "flying");
    Reflect.set(Object.prototype, "status", "fine");
    const polluted = JSON.stringify(guidance("Dysport", 14, {}));
    Reflect.deleteProperty(Object.prototype, "activity");
    Reflect.deleteProperty(Object.prototype, "status");
    return honest === polluted;
  });
  assert.ok(same);
});

it("setters, getters and fixed values on the prototypes of a page leave the right answer or an error", async () => {
  const outcome = await browser.run(async () => {
    const { guidance, GuidanceError } = await Reflect.get(window, "AftercareConsensus").init();
    // A copy with a cache of its own says what is right.
    const address = new URL("/aftercare-consensus.js", location.href).href;
    const copy = await import(address);
    /** @type {[string, number, { treatedAt: string }][]} */
    const questions = ["Dysport", "Botox", "Xeomin"].flatMap((treatment) =>
      Array.from({ length: 24 }, (_, hour) => [
        treatment,
        14,
        { treatedAt: `${`${hour}`.padStart(2, "0")}:00` },
      ]),
    );
    const right = questions.map((question) => JSON.stringify(copy.guidance(...question)));
    const thrower = () => {
      throw new RangeError("a trap on a prototype");
    };
    const keys = ["status", "activity", "id", "hours", "0", "1"];
    // Made before there are traps for whoever adds to a list.
    /** @type {unknown[]} */
    const told = Array.from({ length: 3000 }, () => undefined);
    for (const prototype of [Object.prototype, Array.prototype]) {
      for (const key of keys) {
        Object.defineProperty(prototype, key, { configurable: true, get: thrower, set: thrower });
      }
      Object.defineProperty(prototype, "tally", { configurable: true, value: 1, writable: false });
    }
    let refused = 0;
    for (let call = 0; call < 3000; call += 1) {
      try {
        told[call] = guidance(...questions[call % questions.length]);
      } catch (error) {
        told[call] = error;
      }
      try {
        guidance("nothing", 14);
      } catch (error) {
        refused += error instanceof GuidanceError ? 1 : 0;
      }
    }
    const kept = keys.every((key) => Object.getOwnPropertyDescriptor(Object.prototype, key)?.set === thrower);
    for (const prototype of [Object.prototype, Array.prototype]) {
      for (const key of [...keys, "tally"]) {
        Reflect.deleteProperty(prototype, key);
      }
    }
    const wrong = told.filter(
      (answer, call) =>
        !(answer instanceof GuidanceError) && JSON.stringify(answer) !== right[call % questions.length],
    );
    const after = questions.every(
      (question, place) => JSON.stringify(guidance(...question)) === right[place],
    );
    return { wrong: wrong.map(String).slice(0, 3), refused, kept, after };
  });
  assert.deepEqual(outcome, { wrong: [], refused: 3000, kept: true, after: true });
});

it("a page that keeps for itself what is put into lists gets no card with an empty list", async () => {
  const outcome = await browser.run(async () => {
    const { guidance, GuidanceError } = await Reflect.get(window, "AftercareConsensus").init();
    const honest = JSON.stringify(guidance("Dysport", 14));
    const ask = (/** @type {string} */ treatment) => {
      try {
        return guidance(treatment, 400).panels.length;
      } catch (error) {
        return error instanceof GuidanceError ? "an error" : `${error}`;
      }
    };
    const { push } = Array.prototype;
    Object.assign(Array.prototype, { push: () => 0 });
    const pushed = ask("Dysport");
    Object.assign(Array.prototype, { push });
    Object.setPrototypeOf(Array.prototype, new Proxy(Object.prototype, { set: () => true }));
    const set = ask("Botox");
    Object.setPrototypeOf(Array.prototype, Object.prototype);
    return { pushed, set, after: JSON.stringify(guidance("Dysport", 14)) === honest };
  });
  assert.deepEqual(outcome, { pushed: 2, set: "an error", after: true });
});

it("a page that has used up its stack is told so, and the next call is answered", async () => {
  const outcome = await browser.run(async () => {
    const { guidance } = await Reflect.get(window, "AftercareConsensus").init();
    const honest = JSON.stringify(guidance("Dysport", 14));
    let left = 0;
    let told = 0;
    let answered = 0;
    let other = "";
    const deeper = () => {
      try {
        deeper();
      } catch {
        // The end of the stack: on the way back there is a little more room each time.
      }
      if (left > 0) {
        left -= 1;
        try {
          answered += JSON.stringify(guidance("Dysport", 14)) === honest ? 1 : 0;
        } catch (error) {
          told += 1;
          other = /stack|recursion/i.test(`${error}`) ? other : `${error}`;
        }
      }
    };
    for (let round = 0; round < 4; round += 1) {
      left = 12_000;
      deeper();
    }
    return {
      answered: answered > 0,
      told: told > 0,
      other,
      after: JSON.stringify(guidance("Dysport", 14)) === honest,
    };
  });
  assert.deepEqual(outcome, { answered: true, told: true, other: "", after: true });
});

it("options that change the prototypes while they are read leave the right answer or an error, thousands of times", async () => {
  const outcome = await browser.run(async () => {
    const { guidance, timeline, catalog, GuidanceError } = await Reflect.get(
      window,
      "AftercareConsensus",
    ).init();
    const ask = (/** @type {any} */ options) => [
      () => guidance("Dysport", 14, options),
      () => guidance("Dysport", 15, options),
      () => timeline("Dysport", options),
      () => catalog(options),
    ];
    const right = ask({ lang: "en" }).map((call) => JSON.stringify(call()));
    const thrower = () => {
      throw new RangeError("a setter on a prototype");
    };
    const keys = ["status", "id", "0", "panels"];
    const clean = () => keys.forEach((key) => Reflect.deleteProperty(Object.prototype, key));
    const spoil = () => {
      for (const key of keys) {
        Object.defineProperty(Object.prototype, key, {
          configurable: true,
          get: () => undefined,
          set: thrower,
        });
      }
      return undefined;
    };
    const options = new Proxy({ lang: "en" }, { ownKeys: (target) => spoil() ?? Reflect.ownKeys(target) });
    /** @type {string[]} */
    const wrong = [];
    for (let round = 0; round < 1000; round += 1) {
      ask(options).forEach((call, place) => {
        let answer;
        try {
          answer = call();
        } catch (error) {
          answer = error;
        }
        clean();
        if (!(answer instanceof GuidanceError) && JSON.stringify(answer) !== right[place]) {
          wrong.push(`${place}: ${answer}`);
        }
      });
    }
    const after = ask({ lang: "en" }).every((call, place) => JSON.stringify(call()) === right[place]);
    return { wrong: wrong.slice(0, 3), after };
  });
  assert.deepEqual(outcome, { wrong: [], after: true });
});

it("a page that replaces what makes objects and cuts texts gets no wrong answer, and all are right afterwards", async () => {
  const outcome = await browser.run(async () => {
    const { guidance } = await Reflect.get(window, "AftercareConsensus").init();
    // More questions than are kept.
    const questions = Array.from({ length: 600 }, (_, at) => `Dysport${" ".repeat(at)}`);
    const ask = () =>
      questions.map((question) => {
        try {
          return guidance(question, 14).status;
        } catch {
          return "an error";
        }
      });
    const honest = ask().join();
    const [right] = ask();
    const thrower = () => {
      throw new RangeError("the page's own");
    };
    const wrong = [];
    const { create } = Object;
    const { slice } = String.prototype;
    for (const own of [thrower, () => ({}), () => Object.freeze({})]) {
      Object.assign(Object, { create: own });
      Object.assign(String.prototype, { slice: own });
      /** @type {string[]} */
      let answers = [];
      let longName = "answered";
      try {
        answers = ask();
        guidance("x".repeat(100_000), 14);
      } catch {
        longName = "refused";
      }
      Object.assign(Object, { create });
      Object.assign(String.prototype, { slice });
      if (
        answers.some((answer) => answer !== right && answer !== "an error") ||
        longName !== "refused" ||
        ask().join() !== honest
      ) {
        wrong.push(`${own}`);
      }
    }
    return { right, wrong };
  });
  assert.notEqual(outcome.right, "an error");
  assert.deepEqual(outcome.wrong, []);
});

it("a page that has frozen the prototypes of objects, lists and errors is answered as any other", async () => {
  await browser.open("/");
  const outcome = await browser.run(async () => {
    const { guidance, GuidanceError } = await Reflect.get(window, "AftercareConsensus").init();
    const honest = JSON.stringify(guidance("Dysport", 14, { panels: ["doctors"] }));
    for (const prototype of [Object.prototype, Array.prototype, Error.prototype]) {
      Object.freeze(prototype);
    }
    let code = "";
    try {
      guidance("nothing", 14);
    } catch (error) {
      code = error instanceof GuidanceError ? /** @type {any} */ (error).code : `${error}`;
    }
    return { same: JSON.stringify(guidance("Dysport", 14, { panels: ["doctors"] })) === honest, code };
  });
  assert.deepEqual(outcome, { same: true, code: "unknown_treatment" });
});

it("a page that has put something on a prototype and then closed it gets the right answer or an error", async () => {
  await browser.open("/");
  const outcome = await browser.run(async () => {
    const { guidance, GuidanceError } = await Reflect.get(window, "AftercareConsensus").init();
    const right = [14, 40].map((hours) => JSON.stringify({ ...guidance("Dysport", hours), hoursElapsed: 0 }));
    Object.defineProperty(Object.prototype, "status", { get: () => 1 });
    Object.defineProperty(Object.prototype, "summary", { value: 1, writable: false });
    Object.preventExtensions(Object.prototype);
    const wrong = [14, 40, 3, 100].filter((hours, place) => {
      try {
        const card = guidance("Dysport", hours);
        return place < 2 && JSON.stringify({ ...card, hoursElapsed: 0 }) !== right[place];
      } catch (error) {
        return !(error instanceof GuidanceError);
      }
    });
    return { kept: "status" in {}, wrong };
  });
  assert.deepEqual(outcome, { kept: true, wrong: [] });
});
