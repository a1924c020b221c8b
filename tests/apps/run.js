/**
 * Projects as their own starters make them, with the package as npm would publish it:
 * checks their types, builds them, opens them in Chromium. Arguments: the tarball, and the
 * names of projects; all where there are none. `cargo xtask test --apps` runs it.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../browser/engines/driver.js";
import { start as startBrowser } from "../browser/engines/index.js";
import { Site } from "../browser/site.js";

/**
 * @typedef {object} App
 * @property {string} name its folder
 * @property {string[]} [run] scripts of its package.json
 * @property {string} [open] the folder that is then served
 * @property {string} [serve] the script that serves it on `$PORT`
 * @property {string} [as] what the table calls it
 */

/** @type {App[]} */
const APPS = [
  { name: "node-esm", run: ["test"] },
  { name: "node-cjs", run: ["test"] },
  { name: "types", run: ["test"] },
  { name: "import-map", open: "." },
  { name: "webpack", run: ["build"], open: "dist" },
  { name: "rollup", run: ["build"], open: "dist" },
  { name: "esbuild", run: ["build"], open: "dist" },
  { name: "parcel", run: ["build"], open: "dist" },
  { name: "vite-react", run: ["build"], open: "dist" },
  { name: "vite-vue", run: ["build"], open: "dist" },
  { name: "vite-vue", serve: "start", as: "vite-vue, dev" },
  { name: "vite-svelte", run: ["check", "build"], open: "dist" },
  { name: "vite7-dev", serve: "start" },
  { name: "vitest", run: ["test"] },
  { name: "astro", run: ["build"], open: "dist" },
  { name: "astro", serve: "start", as: "astro, dev" },
  { name: "angular", run: ["build"], open: "dist/angular/browser" },
  { name: "next", run: ["build"], serve: "start", as: "next, Turbopack" },
  { name: "next", run: ["build:webpack"], serve: "start", as: "next, webpack" },
];

/** What a build or a dev server leaves behind. */
const OUTPUT = ["dist", ".next", ".astro", ".angular", "node_modules/.vite", "node_modules/.tmp"];

/** What a bundler says of a module that has everything inside: it is as heavy as it is. */
const SIZE = /asset size|size limit|chunk size|chunks are larger|performance recommendations|maximum budget/i;

/** What a console shows while a dev server is at work, and no fault of anybody. */
const DEVELOPMENT = /^console\.debug: \[vite\] connect/;

const root = fileURLToPath(new URL("../../", import.meta.url));
const hooks = readFileSync(join(root, "tests/browser/hooks.js"), "utf8");
const [tarball, ...asked] = process.argv.slice(2);
const environment = {
  ...process.env,
  CI: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  NG_CLI_ANALYTICS: "false",
};

/**
 * Runs a program in a folder; what it prints is shown where it fails.
 *
 * @param {string} folder
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<string>}
 */
function run(folder, program, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { cwd: folder, env: environment });
    let printed = "";
    const read = (/** @type {Buffer} */ bytes) => {
      printed += bytes;
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${program} ${options.join(" ")}:\n${printed}`)),
    );
  });
}

/**
 * A copy of a project, with its locked packages and with ours.
 *
 * @param {string} name
 */
async function install(name) {
  const source = join(root, "tests/apps", name);
  const folder = join(root, "target/apps", name);
  for (const output of OUTPUT) {
    rmSync(join(folder, output), { recursive: true, force: true });
  }
  cpSync(source, folder, { recursive: true });
  const lock = join(source, "package-lock.json");
  const stamp = join(folder, "node_modules/.installed-lock");
  const locked = existsSync(lock) ? readFileSync(lock, "utf8") : "";
  if (locked && !(existsSync(stamp) && readFileSync(stamp, "utf8") === locked)) {
    // No package runs a script of its own on this machine. `npm ci` would refuse a lock in
    // which an optional package is missing, since it was for another system.
    await run(folder, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    writeFileSync(stamp, locked);
  }
  const options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
  rmSync(join(folder, "node_modules/aftercare-consensus"), { recursive: true, force: true });
  await run(folder, "npm", ["install", ...options, "--prefer-offline", tarball]);
  return folder;
}

/**
 * The files below a folder, by their paths in an address.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
function filesOf(folder) {
  const names = /** @type {string[]} */ (readdirSync(folder, { recursive: true }));
  const files = names.filter((name) => !name.includes(".bin") && statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/**
 * Serves a folder, or runs the script that serves the project.
 *
 * @param {App} app
 * @param {string} folder
 * @returns {Promise<{ address: string, end: () => Promise<unknown> }>}
 */
async function serve({ open, serve: script }, folder) {
  if (!script) {
    const site = new Site(filesOf(join(folder, open ?? ".")));
    await site.start();
    return { address: site.address("index.html"), end: () => site.stop() };
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn("npm", ["run", "--silent", script], {
    cwd: folder,
    env: { ...environment, PORT: `${port}` },
    // A group of its own, to be ended as a whole.
    detached: true,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const end = async () => {
    try {
      process.kill(-Number(server.pid));
    } catch {
      // It has ended already.
    }
    await ended;
  };
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) {
      return { address, end };
    }
    await pause(100);
  }
  await end();
  throw new Error(`\`npm run ${script}\` serves nothing within a minute.`);
}

/**
 * The page shows the card, the function says the same, the page has heard of it, and the
 * console is empty.
 *
 * @param {string} address
 */
async function look(address) {
  const engine = await startBrowser({});
  try {
    const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (engine.driver);
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: hooks });
    await driver.get(address);
    /** @type {{ status: string | null, told: string | null, shown: string, card: string | null }} */
    let found = { status: null, told: null, shown: "", card: null };
    // A dev server may load the page anew when it has prepared its packages.
    for (let attempt = 0; attempt < 100 && !(found.told && found.card); attempt += 1) {
      await pause(100);
      found = await driver.executeScript(() => {
        const element = document.querySelector("aftercare-consensus");
        return {
          status: document.getElementById("status")?.textContent ?? null,
          told: document.getElementById("told")?.textContent ?? null,
          card: element && Reflect.get(element, "guidance")?.status,
          shown: element?.shadowRoot?.querySelector("[part~=status]")?.textContent ?? "",
        };
      });
    }
    const said = await driver.executeScript(() => Reflect.get(window, "__said"));
    const lines = /** @type {string[]} */ (said).filter((line) => !DEVELOPMENT.test(line));
    const logged = await driver.manage().logs().get("browser");
    const failures = logged.filter(({ level }) => level.name === "SEVERE").map(({ message }) => message);
    assert.deepEqual([...lines, ...failures], [], "the console is empty");
    assert.ok(found.status, "the function has answered");
    assert.deepEqual({ told: found.told, card: found.card }, { told: found.status, card: found.status });
    assert.ok(found.shown, "the card is on the page");
  } finally {
    await engine.end();
  }
}

/** @param {App} app */
async function tryOut(app) {
  const folder = await install(app.name);
  for (const script of app.run ?? []) {
    const printed = await run(folder, "npm", ["run", "--silent", script]);
    // Some write the reason on the next line.
    const warnings = printed
      .split("\n")
      .filter((line, at, lines) => /\bwarn(ing)?\b/i.test(line) && !SIZE.test(`${line} ${lines[at + 1]}`));
    assert.deepEqual(warnings, [], `\`npm run ${script}\` warns of nothing`);
  }
  if (app.open || app.serve) {
    const site = await serve(app, folder);
    try {
      await look(site.address);
    } finally {
      await site.end();
    }
  }
}

const chosen = APPS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const unknown = asked.filter((name) => !APPS.some((app) => app.name === name));
assert.deepEqual(unknown, [], `accepted: ${[...new Set(APPS.map(({ name }) => name))].join(", ")}`);
/** @type {string[]} */
const table = [];
for (const app of chosen) {
  const begun = Date.now();
  const name = app.as ?? app.name;
  try {
    await tryOut(app);
    table.push(`${name.padEnd(18)} well    ${Math.round((Date.now() - begun) / 1000)} s`);
  } catch (failure) {
    process.exitCode = 1;
    const message = failure instanceof Error ? failure.message : `${failure}`;
    table.push(`${name.padEnd(18)} FAILED  ${message.split("\n").slice(0, 4).join(" | ").slice(0, 300)}`);
    console.error(`${name}: ${message}`);
  }
}
console.log(table.join("\n"));
