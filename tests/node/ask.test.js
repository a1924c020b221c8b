/** The command `ask` and the wasm say the same, byte for byte. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { module } from "./dist.js";

const xtask = process.env.AFTERCARE_XTASK;
assert.ok(xtask, "AFTERCARE_XTASK is not set: run the tests with `cargo xtask test`");

const api = await module();

/** @param {string[]} words */
const ask = (...words) => execFileSync(String(xtask), ["ask", ...words], { encoding: "utf8" }).trimEnd();

describe("ask --json", () => {
  it("prints what JSON.stringify gives of the wasm's card", () => {
    assert.equal(ask("Botox", "14", "--json"), JSON.stringify(api.guidance("Botox", 14)));
    assert.equal(
      ask("azzalure", "0.35", "--treated-at", "23:00", "--activity", "lying-flat", "--json"),
      JSON.stringify(api.guidance("azzalure", 0.35, { treatedAt: "23:00", activity: "lying-flat" })),
    );
    assert.equal(
      ask(
        "Letybo",
        "1e300",
        "--names",
        "class",
        "--panel",
        api.catalog().panels[0].id,
        "--lang",
        "en-GB",
        "--json",
      ),
      JSON.stringify(
        api.guidance("Letybo", 1e300, {
          names: "class",
          panels: [api.catalog().panels[0].id],
          lang: "en-GB",
        }),
      ),
    );
  });

  it("refuses what the wasm refuses, with the same sentence and code", () => {
    for (const [words, call] of /** @type {const} */ ([
      [["Nonsense", "4"], () => api.guidance("Nonsense", 4)],
      [["Botox", "-4"], () => api.guidance("Botox", -4)],
      [["Botox", "4", "--treated-at", "25:00"], () => api.guidance("Botox", 4, { treatedAt: "25:00" })],
      [["Botox", "4", "--activity", "chess"], () => api.guidance("Botox", 4, { activity: "chess" })],
    ])) {
      /** @type {import("node:child_process").SpawnSyncReturns<string>} */
      const told = spawnSync(String(xtask), ["ask", ...words], { encoding: "utf8" });
      assert.equal(told.status, 2);
      assert.equal(told.stdout, "");
      assert.throws(call, ({ code, message }) => told.stderr.trim() === `${code}: ${message}`);
    }
  });
});

describe("ask", () => {
  it("prints a card that a person can read, with whose view it is and when to get help", () => {
    const shown = ask("Botox", "14");
    assert.ok(shown.includes(api.guidance("Botox", 14).summary));
    assert.match(shown, /Call your emergency number for: a hard time breathing/);
    assert.match(shown, /opinions, not studies/);
  });
});

describe("audit", () => {
  it("counts, and names outliers, likely duplicates and deciding answers", () => {
    const shown = execFileSync(String(xtask), ["audit"], { encoding: "utf8" });
    for (const { id, answers } of api.catalog().panels) {
      assert.match(shown, new RegExp(`${id} +${answers} `), `${id} is counted`);
    }
    for (const heading of ["by rule of the codebook", "Outliers", "Likely duplicates", "Leave one out"]) {
      assert.ok(shown.includes(heading), heading);
    }
    assert.match(shown, /decided by/);
  });
});
