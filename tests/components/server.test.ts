/** On a server nothing is registered, nothing throws, and the functions answer. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { guidance, overview, version } from "../../www/core/api";
import { GuidanceError } from "../../www/core/guidance-error";
import { provideInline } from "../../www/core/wasm";
import { define } from "../../www/element/define";
import { AftercareConsensus } from "../../www/element/element";

let decoded = 0;
provideInline(String(process.env["AFTERCARE_WASM"]), (path) => {
  decoded += 1;
  return readFileSync(path);
});

test("importing and registering do nothing", () => {
  assert.equal(typeof document, "undefined");
  define();
  assert.equal(typeof AftercareConsensus, "function");
  assert.equal(decoded, 0);
});

test("the first call starts the wasm, once", () => {
  assert.match(version(), /^\d+\.\d+\.\d+$/);
  assert.equal(guidance("Dysport", 14).treatment.id, "dysport");
  assert.equal(decoded, 1);
});

test("a card within a step differs from another in its hours alone, and both are frozen", () => {
  const [first, second] = [guidance("Dysport", 14), guidance("Dysport", 14.5)];
  assert.equal(second.panels, first.panels);
  assert.deepEqual({ ...second, hoursElapsed: 14 }, first);
  assert.equal(second.hoursElapsed, 14.5);
  assert.ok(Object.isFrozen(second));
  assert.equal(guidance("Dysport", 14), first);
});

test("an overview has all activities, with the statuses of their cards", () => {
  const { activities } = overview("Dysport", 14);
  assert.equal(activities.length, 9);
  for (const { id, status } of activities) {
    assert.equal(guidance("Dysport", 14, { activity: id }).status, status);
  }
});

test("an error of the core is a GuidanceError", () => {
  assert.throws(
    () => guidance("Restylane", 14),
    (error) => error instanceof GuidanceError && error.code === "unknown_treatment",
  );
});
