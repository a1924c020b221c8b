/** What a developer meets who imports the module under Node. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dist, module } from "./dist.js";

const api = await module();

describe("the module", () => {
  it("needs no file beside it, and no init()", async () => {
    const { guidance } = await import(new URL("aftercare-consensus.js?at-once", dist).href);
    assert.equal(guidance("Botox", 4).treatment.name, "Botox");
  });

  it("says wasm_unsupported where there is no WebAssembly", async () => {
    const { WebAssembly } = globalThis;
    Reflect.deleteProperty(globalThis, "WebAssembly");
    try {
      const { init, guidance } = await import(new URL("aftercare-consensus.js?without", dist).href);
      await assert.rejects(init(), { code: "wasm_unsupported" });
      assert.throws(() => guidance("Botox", 4), { code: "wasm_unsupported" });
    } finally {
      globalThis.WebAssembly = WebAssembly;
    }
  });

  it("may be there twice, by two addresses, and each answers for itself", async () => {
    const [one, other] = await Promise.all([module("?one"), module("?other")]);
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
