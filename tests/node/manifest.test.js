/** What is shipped is what is listed, and tells nothing of the machine that made it. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { bytes, folder, manifest, text } from "./dist.js";

const xtask = process.env.AFTERCARE_XTASK;
assert.ok(xtask, "AFTERCARE_XTASK is not set: run the tests with `cargo xtask test`");

/** @param {Buffer} content */
const integrity = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

describe("manifest.json", () => {
  it("lists every file but itself, each with its size and its hash, in the order of their names", () => {
    const names = Object.keys(manifest.files);
    assert.deepEqual(
      names,
      readdirSync(folder)
        .filter((name) => name !== "manifest.json")
        .sort(),
    );
    for (const name of names) {
      const content = bytes(name);
      const { brotli, ...rest } = manifest.files[name];
      assert.deepEqual(rest, { bytes: content.length, integrity: integrity(content) }, name);
      assert.ok(brotli > 0, name);
    }
  });

  it("is of the version and the data that the pages show", () => {
    assert.equal(manifest.version, JSON.parse(text("package.json")).version);
    assert.ok(text("index.html").includes(manifest.corpus));
  });

  it("has everything that the design says is shipped", () => {
    const { version } = manifest;
    for (const name of [
      "aftercare-consensus.iife.js",
      "aftercare-consensus.full.iife.js",
      `aftercare-consensus-${version}.iife.js`,
      `aftercare-consensus-${version}.full.iife.js`,
      "aftercare-consensus.js",
      "aftercare-consensus.wasm",
      "aftercare-consensus.d.ts",
      "define.js",
      "define.d.ts",
      "package.json",
      "embed.html",
      "embed.js",
      "index.html",
      "sources.html",
      "sw.js",
      "manifest.webmanifest",
      "aftercare-offline.html",
    ]) {
      assert.ok(manifest.files[name], name);
    }
    for (const kind of ["iife.js", "full.iife.js"]) {
      assert.equal(
        manifest.files[`aftercare-consensus-${version}.${kind}`].integrity,
        manifest.files[`aftercare-consensus.${kind}`].integrity,
        "the pinned copy is the same script",
      );
    }
  });
});

describe("what is shipped", () => {
  it("names no folder of the machine, nor where it got its libraries from", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    for (const name of Object.keys(manifest.files)) {
      const content = bytes(name).toString("latin1");
      for (const trace of [root, homedir(), "/.cargo/", "registry/", "index.crates.io"]) {
        assert.ok(trace.length < 2 || !content.includes(trace), `${name} holds ${trace}`);
      }
    }
  });

  it("has scripts that are ASCII alone, so that no page's charset can change them", () => {
    for (const name of Object.keys(manifest.files).filter((file) => file.endsWith("iife.js"))) {
      assert.ok(/^[\t\n -~]*$/.test(text(name)), `${name} is ASCII`);
      assert.ok(!/<\/script|<!--/i.test(text(name)), `${name} can stand within a page`);
    }
  });

  it("writes nothing to a console", () => {
    for (const name of Object.keys(manifest.files).filter((file) => file.endsWith(".js"))) {
      assert.ok(!/\bconsole\b/.test(text(name)), name);
    }
  });
});

describe("cargo xtask verify", () => {
  it("is content with a copy of the build, with files of a site beside it", () => {
    const copy = mkdtempSync(join(tmpdir(), "aftercare-"));
    try {
      cpSync(folder, copy, { recursive: true });
      writeFileSync(join(copy, "robots.txt"), "");
      assert.match(
        execFileSync(String(xtask), ["verify", copy], { encoding: "utf8" }),
        /1 others are not part/,
      );
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it("names each file that is changed, cut off or missing", () => {
    const copy = mkdtempSync(join(tmpdir(), "aftercare-"));
    try {
      cpSync(folder, copy, { recursive: true });
      const wasm = bytes("aftercare-consensus.wasm");
      wasm[wasm.length - 1] ^= 1;
      writeFileSync(join(copy, "aftercare-consensus.wasm"), wasm);
      writeFileSync(join(copy, "page.js"), bytes("page.js").subarray(1));
      rmSync(join(copy, "sw.js"));
      const told = spawnSync(String(xtask), ["verify", copy], { encoding: "utf8" });
      assert.equal(told.status, 1);
      assert.match(told.stdout, /aftercare-consensus\.wasm has been changed/);
      assert.match(told.stdout, /page\.js has \d+ bytes, not \d+/);
      assert.match(told.stdout, /sw\.js is missing/);
      assert.match(told.stderr, /3 of \d+ files/);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
