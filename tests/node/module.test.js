/** What a developer meets who imports the module under Node. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

const dist = new URL("../../dist/", import.meta.url);

/** @type {typeof import("../../www/module.d.ts")} */
const api = await import(new URL("aftercare-consensus.js", dist).href);

describe("the module", () => {
  it("asks for the bytes of the wasm where nothing can be fetched", async () => {
    await assert.rejects(api.init(), { code: "wasm_not_found", message: /the bytes of the wasm/ });
  });

  it("says what to do when it is asked before it is loaded", () => {
    assert.throws(() => api.guidance("Botox", 4), /call and await init\(\) first/);
  });

  it("says what it accepts where it is given something that cannot be a wasm", async () => {
    for (const [given, shown] of [
      [null, "null"],
      [7, "7"],
      [Promise.resolve(), "undefined"],
    ]) {
      const message = `init() was given ${shown}; accepted: an address, a Response, the bytes or a WebAssembly.Module.`;
      await assert.rejects(api.init(/** @type {any} */ (given)), { name: "TypeError", message });
    }
  });

  it("may be loaded again after a load that failed", async () => {
    await assert.rejects(api.init(new Uint8Array([1, 2, 3])), { code: "wasm_corrupt" });
    await api.init(readFileSync(new URL("aftercare-consensus.wasm", dist)));
    assert.equal(api.guidance("botox", 0).treatment.name, "Botox");
  });

  it("may be there twice, by two addresses, and each answers for itself", async () => {
    /** @type {typeof import("../../www/module.d.ts")[]} */
    const [one, other] = await Promise.all(
      ["one", "other"].map((name) => import(new URL(`aftercare-consensus.js?${name}`, dist).href)),
    );
    const bytes = readFileSync(new URL("aftercare-consensus.wasm", dist));
    await one.init(bytes);
    await other.init(bytes);
    assert.notEqual(one.GuidanceError, other.GuidanceError);
    for (const own of [one, other]) {
      assert.throws(() => own.guidance("nothing", 4), own.GuidanceError);
      assert.throws(() => own.guidance("botox", 4, { panels: [] }), own.GuidanceError);
    }
  });

  it("returns plain objects, lists and nulls", () => {
    const card = api.guidance("vistabel", 24);
    assert.equal(Object.getPrototypeOf(card), Object.prototype);
    assert.ok(Array.isArray(card.panels) && Array.isArray(card.redFlags.emergency));
    assert.equal(card.treatedAt, null);
    assert.deepEqual(JSON.parse(JSON.stringify(card)), card, "nothing is lost on the way through JSON");
  });

  it("takes absent, undefined and null for not given", () => {
    const plain = JSON.stringify(api.guidance("Botox", 5));
    for (const options of [undefined, null, {}, { activity: undefined, panels: null, lang: null }]) {
      assert.equal(JSON.stringify(api.guidance("Botox", 5, /** @type {any} */ (options))), plain);
    }
  });

  it("names the language when it has no words in it", async () => {
    await assert.rejects(api.details("tlh"), { code: "unknown_language", message: /tlh/ });
  });
});

describe("the details", () => {
  it("have a text for each answer of the corpus, and only for these", async () => {
    const details = await api.details();
    const { activities, treatments } = api.catalog();
    const ids = new Set();
    for (const { id: activity } of activities) {
      for (const { id } of treatments) {
        for (const answer of api.guidance(id, 0, { activity }).answers) {
          ids.add(answer.id);
        }
      }
    }
    assert.deepEqual(new Set(details.map(({ id }) => id)), ids);
  });
});
