/** The golden cases through the wasm: byte for byte what the native tests assert. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";

const frozen = process.env.AFTERCARE_FROZEN;
assert.ok(frozen, "AFTERCARE_FROZEN is not set: run the tests with `cargo xtask test`");

/** @type {import("./dist.js").Api} */
const api = await import(pathToFileURL(`${frozen}/aftercare-consensus.js`).href);

const folder = new URL("../cases/", import.meta.url);

before(async () => {
  await api.init();
  await import(pathToFileURL(`${frozen}/aftercare-consensus.es.js`).href);
});

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()) {
  describe(name, () => {
    for (const { id, rule, call, input, expected, error } of JSON.parse(
      readFileSync(new URL(name, folder), "utf8"),
    )) {
      it(`${id}: ${rule}`, () => {
        const ask = () => {
          switch (call) {
            case "guidance":
              return api.guidance(input.treatment, input.hours, input.options);
            case "timeline":
              return api.timeline(input.treatment, input.options);
            case "overview":
              return api.overview(input.treatment, input.hours, input.options);
            case "catalog":
              return api.catalog(input.options);
            default:
              throw new Error(`the case calls ${call}, which does not exist`);
          }
        };
        if (error) {
          assert.throws(ask, (thrown) => {
            assert.ok(thrown instanceof api.GuidanceError, `${thrown} is a GuidanceError`);
            const { name: kind, code, message } = thrown;
            assert.deepEqual({ kind, code, message }, { kind: "GuidanceError", ...error });
            return true;
          });
        } else {
          assert.equal(JSON.stringify(ask()), JSON.stringify(expected));
        }
      });
    }
  });
}
