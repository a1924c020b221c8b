/** An overview in one call says of each activity what its card says. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { module, registerLanguage } from "./dist.js";

const api = await module();
await registerLanguage("es");
const { treatments, activities, panels } = api.catalog();

/** @type {import("../../dist/aftercare-consensus.js").Options[]} */
const ways = [
  {},
  { treatedAt: "17:00" },
  { names: "generic", treatedAt: "23:59" },
  { names: "class" },
  { lang: "es", treatedAt: "08:30" },
  ...panels.map(({ id }) => ({ panels: [id] })),
];

describe("overview", () => {
  for (const options of ways) {
    it(`equals the cards of all activities with ${JSON.stringify(options)}`, () => {
      for (const { id: treatment } of treatments) {
        for (const hours of [0, 3.99, 4, 14, 24, 30, 48, 400]) {
          const overview = api.overview(treatment, hours, options);
          assert.deepEqual(
            overview.activities.map(({ id }) => id),
            activities.map(({ id }) => id),
          );
          for (const found of overview.activities) {
            const card = api.guidance(treatment, hours, { ...options, activity: found.id });
            const about = `${treatment}, ${found.id}, ${hours} hours`;
            const { treatment: named, hoursElapsed, treatedAt } = overview;
            assert.deepEqual(
              { treatment: named, hoursElapsed, treatedAt },
              { treatment: card.treatment, hoursElapsed: card.hoursElapsed, treatedAt: card.treatedAt },
              about,
            );
            const { status, fineFrom, nextChange } = card;
            assert.deepEqual(
              {
                name: found.name,
                status: found.status,
                fineFrom: found.fineFrom,
                nextChange: found.nextChange,
              },
              { name: card.activity.name, status, fineFrom, nextChange },
              about,
            );
            assert.deepEqual(
              found.panels,
              card.panels.map(({ id, name, basis, status, tally, fineFrom }) => ({
                id,
                name,
                basis,
                status,
                tally,
                fineFrom,
              })),
              about,
            );
          }
        }
      }
    });
  }

  it("refuses what a card is refused for, with the same code and sentence", () => {
    /** @type {[any, any, any][]} */
    const questions = [
      ["nothing", 4, {}],
      ["botox", -1, {}],
      ["botox", "4", {}],
      ["botox", 4, { treatedAt: "25:00" }],
      ["botox", 4, { panels: ["nobody"] }],
      ["botox", 4, { lang: "tlh" }],
      ["botox", 4, { names: "short" }],
      ["botox", 4, { hours: 4 }],
    ];
    for (const question of questions) {
      const thrown = [api.guidance, api.overview].map((ask) => {
        try {
          ask(...question);
        } catch (error) {
          assert.ok(error instanceof api.GuidanceError);
          const { code, message } = error;
          return { code, message };
        }
        return assert.fail(`${question} is answered`);
      });
      assert.deepEqual(thrown[0], thrown[1]);
    }
  });
});
