/** What is shipped is what is listed, and tells nothing of the machine that made it. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { bytes, folder, manifest, text } from "./dist.js";

const xtask = process.env.AFTERCARE_XTASK;
assert.ok(xtask, "AFTERCARE_XTASK is not set: run the tests with `cargo xtask test`");

/** Every Linux has it; a Mac may have another. */
const noSums = spawnSync("sha256sum", ["--version"]).status !== 0 && "there is no sha256sum";

/** @param {Buffer} content */
const integrity = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

describe("manifest.json", () => {
  it("lists every file but itself and the list of sums, each with its size and its hash, in the order of their names", () => {
    const names = Object.keys(manifest.files);
    assert.deepEqual(
      names,
      readdirSync(folder)
        .filter((name) => name !== "manifest.json" && name !== "SHA256SUMS")
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
    assert.ok(text("sources.html").includes(manifest.corpus));
  });

  it("has everything that the design says is shipped", () => {
    const { version } = manifest;
    for (const name of [
      "aftercare-consensus.iife.js",
      `aftercare-consensus-${version}.iife.js`,
      "aftercare-consensus.js",
      "aftercare-consensus.es.js",
      "aftercare-consensus.wasm",
      "split.js",
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
      "paste.html",
    ]) {
      assert.ok(manifest.files[name], name);
    }
    assert.equal(
      manifest.files[`aftercare-consensus-${version}.iife.js`].integrity,
      manifest.files["aftercare-consensus.iife.js"].integrity,
      "the pinned copy is the same script",
    );
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

  it("writes nothing to a console but errors for the site's owner, which begin with the tag's name", () => {
    for (const name of Object.keys(manifest.files).filter((file) => file.endsWith(".js"))) {
      // The glue of wasm-bindgen warns of a call in a form that it no longer has.
      const own = text(name).replaceAll('console.warn("using deprecated parameters', "");
      for (const [, written] of own.matchAll(/\bconsole\b(.{0,30})/g)) {
        assert.match(written, /^\.error\([`"]aftercare-consensus: /, name);
      }
    }
  });
});

describe("SHA256SUMS", () => {
  it("lets whoever has no Rust see that a copy is whole, the manifest too", { skip: noSums }, () => {
    inACopy((copy) => {
      execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: copy });
      const listed = text("SHA256SUMS")
        .trim()
        .split("\n")
        .map((line) => line.slice(66));
      assert.deepEqual(
        listed,
        readdirSync(folder)
          .filter((name) => name !== "SHA256SUMS")
          .sort(),
      );
      writeFileSync(join(copy, "manifest.json"), "{}");
      const told = spawnSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], {
        cwd: copy,
        encoding: "utf8",
      });
      assert.equal(told.status, 1);
      assert.match(told.stdout, /^manifest\.json: FAILED$/m);
    });
  });
});

describe("cargo xtask verify", () => {
  it("is content with a copy of the build, and names what a site has beside it", () => {
    inACopy((copy) => {
      writeFileSync(join(copy, "robots.txt"), "");
      mkdirSync(join(copy, "pictures"));
      const { status, stdout } = verify(copy);
      assert.equal(status, 0);
      assert.match(stdout, /^Not part of the build: pictures, robots\.txt$/m);
      assert.match(stdout, /2 others are not part/);
    });
  });

  it("names each file that is changed, cut off or missing", () => {
    inACopy((copy) => {
      const wasm = bytes("aftercare-consensus.wasm");
      wasm[wasm.length - 1] ^= 1;
      writeFileSync(join(copy, "aftercare-consensus.wasm"), wasm);
      writeFileSync(join(copy, "page.js"), bytes("page.js").subarray(1));
      writeFileSync(join(copy, "embed.js"), "");
      rmSync(join(copy, "sw.js"));
      const { status, stdout, stderr } = verify(copy);
      assert.equal(status, 1);
      assert.match(stdout, /aftercare-consensus\.wasm has been changed/);
      assert.match(stdout, /page\.js has \d+ bytes, not \d+/);
      assert.match(stdout, /embed\.js has 0 bytes, not \d+/);
      assert.match(stdout, /sw\.js is missing/);
      assert.match(stderr, /4 of \d+ files/);
    });
  });

  it("takes no link and no folder in a file's place, even where the bytes are the same", () => {
    inACopy((copy) => {
      for (const name of ["sw.js", "page.js"]) {
        rmSync(join(copy, name));
      }
      symlinkSync(join(folder, "sw.js"), join(copy, "sw.js"));
      mkdirSync(join(copy, "page.js"));
      const { status, stdout } = verify(copy);
      assert.equal(status, 1);
      assert.match(stdout, /sw\.js is a link to elsewhere/);
      assert.match(stdout, /page\.js is a folder/);
    });
  });

  for (const [what, spoil, said] of /** @type {[string, (copy: string) => void, RegExp][]} */ ([
    ["missing", (copy) => rmSync(join(copy, "manifest.json")), /manifest\.json cannot be read/],
    ["cut off", (copy) => cut(join(copy, "manifest.json")), /is no manifest of a build/],
    ["a page", (copy) => writeFileSync(join(copy, "manifest.json"), "<h1>Not found</h1>"), /is no manifest/],
  ])) {
    it(`says so where the manifest is ${what}`, () => {
      inACopy((copy) => {
        spoil(copy);
        const { status, stderr } = verify(copy);
        assert.equal(status, 1);
        assert.match(stderr, said);
      });
    });
  }

  it("reads no file that a forged manifest names outside of the folder", () => {
    inACopy((copy) => {
      writeFileSync(join(copy, "..", "secret.txt"), "a secret");
      const name = "../secret.txt";
      const forged = { bytes: 8, brotli: 1, integrity: integrity(Buffer.from("a secret")) };
      const list = { ...manifest, files: { ...manifest.files, [name]: forged } };
      writeFileSync(join(copy, "manifest.json"), JSON.stringify(list));
      const { status, stdout } = verify(copy);
      assert.equal(status, 1);
      assert.match(stdout, /"\.\.\/secret\.txt" of the manifest is no name of a file/);
    });
  });

  it("with --build is not deceived by a manifest and a list of sums that were changed with the file", () => {
    inACopy((copy) => {
      const evil = Buffer.from(`${text("page.js")}\n// of somebody else's`);
      const { brotli } = manifest.files["page.js"];
      const forged = { bytes: evil.length, brotli, integrity: integrity(evil) };
      const list = { ...manifest, files: { ...manifest.files, "page.js": forged } };
      writeFileSync(join(copy, "page.js"), evil);
      writeFileSync(join(copy, "manifest.json"), JSON.stringify(list));
      assert.equal(verify(copy).status, 0, "whoever changes both deceives the short way");
      const { status, stdout } = verify(copy, "--build");
      assert.equal(status, 1);
      assert.match(stdout, /page\.js has \d+ bytes, not \d+/);
      assert.match(stdout, /manifest\.json has/);
    });
  });
});

/**
 * With a copy of the build that a test may spoil.
 *
 * @param {(copy: string) => void} test
 */
function inACopy(test) {
  const above = mkdtempSync(join(tmpdir(), "aftercare-"));
  const copy = join(above, "dist");
  try {
    cpSync(folder, copy, { recursive: true });
    test(copy);
  } finally {
    rmSync(above, { recursive: true });
  }
}

/** @param {string} copy @param {string[]} options */
function verify(copy, ...options) {
  return spawnSync(String(xtask), ["verify", copy, ...options], { encoding: "utf8" });
}

/** @param {string} path */
function cut(path) {
  writeFileSync(path, readFileSync(path).subarray(0, 500));
}
