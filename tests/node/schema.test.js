/** What the module returns is what the types promise: every field, and no other. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import { module } from "./dist.js";
import { schema } from "../../xtask/api/types.js";

const api = await module();
const { treatments, activities, panels } = api.catalog();
const moments = [0, 4, 14, 24, 400];
const nameWays = /** @type {const} */ (["brand", "generic", "class"]);

/** @param {string} type */
function promised(type) {
  const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema(type));
  return (/** @type {unknown} */ value) => {
    validate(value);
    assert.deepEqual(validate.errors, null, `${type}: ${JSON.stringify(value).slice(0, 200)}`);
  };
}

describe("what is returned is what the types promise", () => {
  it("cards, for every treatment and activity, at many moments and under every option", () => {
    const check = promised("Guidance");
    for (const { id } of treatments) {
      for (const { id: activity } of activities) {
        for (const hours of moments) {
          check(api.guidance(id, hours, { activity }));
        }
      }
      for (const names of nameWays) {
        for (const { id: panel } of panels) {
          check(api.guidance(id, 14, { names, panels: [panel], treatedAt: "17:00", lang: "en-GB" }));
        }
      }
    }
  });

  it("timelines, of every treatment, activity and panel", () => {
    const check = promised("Timeline");
    for (const { id } of treatments) {
      check(api.timeline(id));
      for (const { id: activity } of activities) {
        check(api.timeline(id, { activity }));
      }
      for (const { id: panel } of panels) {
        check(api.timeline(id, { panels: [panel] }));
      }
      check(api.timeline(id, { names: "class", treatedAt: "23:00" }));
    }
  });

  it("overviews, of every treatment, under every way of naming", () => {
    const check = promised("Overview");
    for (const { id } of treatments) {
      for (const hours of moments) {
        check(api.overview(id, hours));
      }
      for (const names of nameWays) {
        check(api.overview(id, 14, { names, treatedAt: "17:00" }));
      }
    }
  });

  it("and no field more or less: a card with one of its own, or without one of ours, is refused", () => {
    const check = promised("Guidance");
    const card = api.guidance("dysport", 14);
    assert.throws(() => check({ ...card, clinic: null }), /additionalProperties/);
    assert.throws(() => check({ ...card, status: "maybe" }), /enum/);
    for (const name of Object.keys(card)) {
      const rest = Object.fromEntries(Object.entries(card).filter(([own]) => own !== name));
      assert.throws(() => check(rest), /required/, `${name} may be missing`);
    }
  });

  it("the catalog", () => {
    const check = promised("Catalog");
    for (const names of nameWays) {
      check(api.catalog({ names }));
    }
  });

  it("the details", async () => {
    const check = promised("Detail");
    const details = await api.details("en");
    assert.ok(details.length > 0);
    details.forEach(check);
  });
});
