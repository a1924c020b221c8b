/** The figures of docs/performance.md are those of the last bench that was kept. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { it } from "node:test";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("has the table of the last bench that was kept, with a median for each subject", () => {
  const [, shown = ""] =
    read("docs/performance.md").match(/<!-- table: speed -->\n\n([^]*?)\n\n<!-- end -->/) ?? [];
  if (!existsSync(new URL("../../benches/results/peers.md", import.meta.url))) {
    const empty = "<!-- table: speed -->\n\n<!-- end -->";
    assert.ok(read("docs/performance.md").includes(empty), "no bench has been kept, so there are no figures");
    return;
  }
  assert.match(shown, /\| first guidance on the screen, on a phone \|( [\d.]+ ms \|){7}/);
  const kept = read("benches/results/peers.md");
  assert.ok(
    kept.includes(shown),
    "the table of docs/performance.md is not that of benches/results/peers.md: `cargo xtask bench --save` updates both",
  );
  const { date, runs } = JSON.parse(read("benches/results/peers.json"));
  assert.ok(
    shown.includes(`${date}, medians of ${runs} runs`),
    "benches/results/peers.json is of another bench",
  );
  assert.ok(runs >= 15, "what is kept has at least 15 runs");
});
