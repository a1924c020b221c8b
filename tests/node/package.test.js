/** The package as somebody installs it: under Node, under a bundler, and with types. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, manifest } from "./dist.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** A project that has installed the package. @type {string} */
let project;
/** @type {string} */
let installed;

before(() => {
  project = mkdtempSync(join(tmpdir(), "aftercare-"));
  // What npm would publish, and nothing else of the folder.
  const packed = execFileSync("npm", ["pack", folder, "--pack-destination", project, "--silent"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  execFileSync("tar", ["-xzf", join(project, packed.trim().split("\n").at(-1) ?? ""), "-C", project]);
  mkdirSync(join(project, "node_modules"));
  installed = join(project, "node_modules/aftercare-consensus");
  renameSync(join(project, "package"), installed);
  writeFileSync(join(project, "package.json"), '{"type":"module"}');
});
after(() => rmSync(project, { recursive: true, force: true }));

/**
 * Runs a script in the project, as its own process.
 *
 * @param {string} code
 */
function run(code) {
  writeFileSync(join(project, "app.js"), code);
  return execFileSync("node", ["app.js"], { cwd: project, encoding: "utf8" });
}

/**
 * @param {string} entry
 * @param {string[]} options
 */
function bundle(entry, ...options) {
  writeFileSync(join(project, "entry.js"), entry);
  execFileSync(
    join(root, "node_modules/.bin/esbuild"),
    ["entry.js", "--bundle", "--format=esm", "--outfile=out.js", "--log-level=error", ...options],
    { cwd: project },
  );
  return readFileSync(join(project, "out.js"), "utf8");
}

/** A page's registry, as far as registering goes. */
const BROWSER = `
  globalThis.HTMLElement = class {};
  const known = new Map();
  globalThis.customElements = {
    get: (tag) => known.get(tag),
    define(tag, made) { if (known.has(tag)) throw new Error("twice"); known.set(tag, made); },
  };
`;

describe("the package", () => {
  it("holds every file that its map of exports names, the licences and no page", () => {
    const { exports, version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    assert.equal(version, manifest.version);
    const named = (/** @type {unknown} */ entry) =>
      typeof entry === "string" ? [entry] : Object.values(/** @type {Record<string, string>} */ (entry));
    for (const path of Object.values(exports).flatMap(named)) {
      assert.ok(existsSync(join(installed, path)), path);
    }
    for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
      assert.ok(existsSync(join(installed, name)), name);
    }
    for (const name of ["index.html", "sw.js", "aftercare-offline.html"]) {
      assert.ok(!existsSync(join(installed, name)), name);
    }
  });

  it("has a README whose links lead somewhere, and no picture that is not there", () => {
    for (const name of ["README.md", "CHANGELOG.md"]) {
      const text = readFileSync(join(installed, name), "utf8");
      const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target);
      const dead = targets.filter((target) => !target.includes(":") && !existsSync(join(installed, target)));
      assert.deepEqual(dead, [], name);
      assert.ok(!text.includes("!["), name);
    }
  });

  it("answers under Node, texts of the answers included", () => {
    const said = run(`
      import { details, guidance, version } from "aftercare-consensus";
      const texts = await details();
      console.log(guidance("Dysport", 14).status, texts.length > 10, version());
    `);
    assert.match(said, new RegExp(`^[a-z_]+ true ${manifest.version.replace(/\./g, "\\.")}\n$`));
  });

  it("answers under Node with the wasm in a file of its own", () => {
    const said = run(`
      import { guidance, init } from "aftercare-consensus/split";
      await init();
      console.log(guidance("Dysport", 14).status);
    `);
    assert.match(said, /^[a-z_]+\n$/);
  });

  it("answers in another language once that is imported", () => {
    const said = run(`
      import "aftercare-consensus/es";
      import { guidance } from "aftercare-consensus";
      console.log(guidance("Dysport", 14, { lang: "es" }).summary);
    `);
    assert.match(said, / médicos y /);
  });

  it("gives the class without registering it, and registers it when asked to", () => {
    const said = run(`${BROWSER}
      const { AftercareConsensus, define } = await import("aftercare-consensus");
      console.log(customElements.get("aftercare-consensus") === undefined, AftercareConsensus.version);
      await import("aftercare-consensus/define");
      define();
      console.log(customElements.get("aftercare-consensus") === AftercareConsensus);
    `);
    assert.equal(said, `true ${manifest.version}+${manifest.corpus}\ntrue\n`);
  });

  it("can be imported on a server, registration included", () => {
    assert.equal(
      run(
        `for (const entry of ["", "/define", "/split", "/iife", "/es"]) {
           await import("aftercare-consensus" + entry);
         }
         console.log("fine");`,
      ),
      "fine\n",
    );
  });

  it("can be bundled: an app that names it gets the functions, and what it does not use is left out", () => {
    const app = bundle(
      `import { guidance } from "aftercare-consensus";
       export const answer = () => guidance("Botox", 4).status;`,
    );
    assert.doesNotMatch(app, /\bfetch\(|\.wasm\b/, "no file is looked for beside the bundle");
    const said = run(`
      import { answer } from "./out.js";
      console.log(answer());
    `);
    assert.match(said, /^[a-z_]+\n$/);
    assert.ok(
      bundle(`import { guidance } from "aftercare-consensus/split"; console.log(guidance);`).includes(
        "import.meta.url",
      ),
      "the wasm of its own file is looked for beside the bundle",
    );
    assert.ok(
      !/customElements\.define\(/.test(bundle(`import "aftercare-consensus";`)),
      "nothing is registered",
    );
  });

  it("keeps its registration in a bundle, since package.json names what has side effects", () => {
    bundle(`import "aftercare-consensus/define";`);
    const said = run(`${BROWSER}
      await import("./out.js");
      console.log(customElements.get("aftercare-consensus") !== undefined);
    `);
    assert.equal(said, "true\n");
    for (const path of ["iife", "es"]) {
      assert.ok(bundle(`import "aftercare-consensus/${path}";`).length > 10_000, `${path} is kept`);
    }
  });

  it("has types for all that it exports", () => {
    writeFileSync(
      join(project, "app.ts"),
      `import { AftercareConsensus, GuidanceError, LoadError, define, guidance, init } from "aftercare-consensus";
       import type { Guidance, LoadErrorCode, Status } from "aftercare-consensus";
       import "aftercare-consensus/define";
       import "aftercare-consensus/es";
       import { init as initSplit } from "aftercare-consensus/split";
       await initSplit(new URL("https://cdn.example/aftercare-consensus.wasm"));
       await init();
       const card: Guidance = guidance("Dysport", 14, { treatedAt: "17:00" });
       const status: Status = card.status;
       // @ts-expect-error cards are read-only
       card.status = "fine";
       // @ts-expect-error in all their parts
       card.answers.push(card.answers[0]);
       const shown = document.querySelector("aftercare-consensus");
       const made: AftercareConsensus | null = shown;
       const version: string = AftercareConsensus.version;
       define();
       window.customElements.get("aftercare-consensus");
       const code = (error: unknown): LoadErrorCode | undefined => error instanceof LoadError ? error.code : undefined;
       const { guidance: asked } = await globalThis.AftercareConsensus.init();
       const global = asked("Botox", 4).status;
       // @ts-expect-error a number is no treatment
       guidance(5, 14);
       export { GuidanceError, code, global, made, status, version };`,
    );
    for (const resolution of ["bundler", "nodenext"]) {
      const module = resolution === "bundler" ? "esnext" : "nodenext";
      const flags = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
      execFileSync(
        join(root, "node_modules/.bin/tsc"),
        [...flags, "--module", module, "--moduleResolution", resolution, "app.ts"],
        { cwd: project, stdio: "pipe", encoding: "utf8" },
      );
    }
  });
});
