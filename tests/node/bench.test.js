/** Do the README's figures on speed come from what was measured and kept? */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { it } from "node:test";

const root = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), "utf8");

it("shows the table of the last bench that was kept, and none where none was", () => {
  const [, shown = ""] = read("README.md").match(/<!-- table: speed -->\n([^]*?)<!-- end -->/) ?? [];
  const table = shown.trim();
  if (!existsSync(new URL("benches/results/peers.json", root))) {
    assert.equal(table, "", "the README has figures that nobody measured: `cargo xtask bench --save`");
    return;
  }
  const { date, runs } = JSON.parse(read("benches/results/peers.json"));
  assert.ok(runs >= 15, `what is kept has at least 15 runs, not ${runs}`);
  assert.ok(table.includes(`${date}, medians of ${runs} runs`), "the README's table is of another bench");
  assert.match(table, /\| first guidance on the screen, on a phone \|( [\d.]+ ms \|){6}/);
  assert.ok(
    read("benches/results/peers.md").includes(table),
    "the README's table is not that of benches/results/peers.md: `cargo xtask bench --save` renews both",
  );
});
