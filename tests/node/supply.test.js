/** Do the npm packages that build and test it come from where they are said to, unchanged? */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { it } from "node:test";

const root = new URL("../../", import.meta.url);
/** @param {string} name */
const text = (name) => readFileSync(new URL(name, root), "utf8");
/** @type {{ lockfileVersion: number, packages: Record<string, { version: string, integrity?: string, resolved?: string, link?: boolean, hasInstallScript?: boolean }> }} */
const lock = JSON.parse(text("package-lock.json"));
/** Those of the project, and of the benches, which have a tree of their own. */
const packages = [lock, JSON.parse(text("benches/package-lock.json"))].flatMap(({ packages }) =>
  Object.entries(/** @type {typeof lock.packages} */ (packages)).filter(([path]) => path !== ""),
);

/** Packages that would run a script when they are installed; none of them needs to. */
const WITH_SCRIPTS = ["@swc/core", "esbuild", "rs-module-lexer"];

it("every npm package is locked by the SHA-512 of what the registry gives out", () => {
  assert.ok(packages.length > 100, "there are packages");
  for (const [path, { integrity, link }] of packages) {
    assert.ok(!link, `${path} is a folder of somebody's machine`);
    assert.match(integrity ?? "", /^sha512-[\w+/]{86}==$/, `${path} has its hash`);
  }
});

it("none comes from anywhere but npm's own registry", () => {
  for (const [path, { resolved }] of packages) {
    // Without an address npm takes the registry that the machine is told to use, and compares the hash.
    assert.ok(
      resolved === undefined || resolved.startsWith("https://registry.npmjs.org/"),
      `${path}: ${resolved}`,
    );
  }
});

it("the project names one version of each, and not a range", () => {
  const { dependencies, devDependencies } = JSON.parse(text("package.json"));
  assert.deepEqual(Object.keys(dependencies), ["lean-qr", "preact"], "what is shipped of npm");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(lock.packages[`node_modules/${name}`].version, version, name);
  }
});

it("no package runs a script on the machine that installs it", () => {
  assert.match(text(".npmrc"), /^ignore-scripts=true$/m, "also where somebody runs npm by hand");
  assert.match(text("xtask/src/setup.rs"), /"--ignore-scripts"/);
  const asking = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  assert.deepEqual(
    [...new Set(asking)].sort(),
    WITH_SCRIPTS,
    "see what a new one would do before it is listed here",
  );
});

it("the commands build what is locked, themselves included", () => {
  assert.match(text(".cargo/config.toml"), /xtask = "run --locked /);
  const folder = new URL("xtask/src/", root);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".rs")) {
      continue;
    }
    const source = readFileSync(new URL(file, folder), "utf8");
    for (const [call] of source.matchAll(/&\[\s*"(?:build|test|clippy|tree|check)",[^\]]*\]/g)) {
      assert.ok(
        call.includes('"--locked"') || call.includes('"--all"'),
        `${file} runs ${call} without its lock`,
      );
    }
  }
});
