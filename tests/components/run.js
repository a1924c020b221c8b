/**
 * Runs the tests of components: no browser, a light DOM, the wasm of the last build.
 *
 *     node tests/components/run.js
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const generated = join(root, "target/www/generated");
const out = join(root, "target/components");

if (!existsSync(join(generated, "core.wasm"))) {
  throw new Error("There is no build yet: run `cargo xtask build` first.");
}
rmSync(out, { recursive: true, force: true });
buildSync({
  entryPoints: readdirSync(here)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(here, name)),
  outdir: out,
  bundle: true,
  format: "esm",
  platform: "node",
  outExtension: { ".js": ".mjs" },
  alias: { generated },
  external: ["happy-dom"],
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--test", out], {
  stdio: "inherit",
  // Nights on which clocks change, and times that are not UTC.
  env: { ...process.env, TZ: "America/New_York", AFTERCARE_WASM: join(generated, "core.wasm") },
});
process.exitCode = status ?? 1;
