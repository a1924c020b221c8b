/**
 * The files of the build, and those of a later one: the same with other data, in
 * every place where the build writes their version and the hashes.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";

const dist = new URL("../../dist/", import.meta.url);
const hooks = readFileSync(new URL("hooks.js", import.meta.url));

/** The version of the data that the build holds. @type {string} */
export const version = JSON.parse(readFileSync(new URL("manifest.json", dist), "utf8")).corpus;

/**
 * A build whose pages record what a console would show, also where the suite's
 * own server is not there to be asked for the script that does it.
 *
 * @param {string} [data] the version of its data
 * @returns {import("./site.js").Files}
 */
export function edition(data = version) {
  assert.equal(data.length, version.length, "another version takes the same place in the wasm");
  /** @type {import("./site.js").Files} */
  const files = new Map();
  /** Each hash of the build, and what takes its place. @type {Map<string, string>} */
  const hashes = new Map();
  for (const name of readdirSync(dist)) {
    const bytes = readFileSync(new URL(name, dist));
    let changed = replaced(bytes, version, data);
    if (HAS_WASM.test(name)) {
      // The wasm stands in a script as text (www/core/wasm-text.ts), and each byte for itself.
      assert.ok(changed.includes(inWasmText(version)), `${name} holds the wasm as it is written here`);
      changed = replaced(changed, inWasmText(version), inWasmText(data));
    }
    if (name.endsWith(".html")) {
      changed = replaced(changed, "<head>", '<head><script src="hooks.js"></script>');
    }
    for (const way of ["sha384", "sha256"]) {
      hashes.set(integrity(bytes, way), integrity(changed, way));
    }
    files.set(name, changed);
  }
  files.set("hooks.js", hooks);

  // As the build does it: the list of what is cached, and a mark on every page.
  const worker = read(files, "sw.js");
  const stamp = /"build" content="([^"]+)"/.exec(read(files, "index.html"))?.[1] ?? "";
  assert.ok(
    stamp && worker.includes(`"${stamp}"`),
    "the build marks its pages, and the worker knows the mark",
  );
  const mark = createHash("sha256").update(`${stamp} ${data}`).digest("hex").slice(0, stamp.length);
  for (const name of files.keys()) {
    if (/^(index|sources)\..*html$/.test(name)) {
      files.set(name, Buffer.from(read(files, name).replaceAll(stamp, mark)));
    }
  }
  let list = worker
    .replaceAll(stamp, mark)
    .replace('"icon.svg":', `"hooks.js":"${integrity(hooks)}","icon.svg":`);
  for (const [old, next] of hashes) {
    list = list.replaceAll(old, next);
  }
  assert.ok(list.includes("hooks.js"), "the worker's list holds the files of the pages");
  files.set("sw.js", Buffer.from(list));
  return files;
}

/** The scripts that hold the wasm. */
const HAS_WASM = /^(aftercare-consensus(-[\d.]+\.iife|\.iife|)|page|frame)\.js$/;

/** Digits and dots as they stand in a wasm that is text. @param {string} ascii */
const inWasmText = (ascii) =>
  [...Buffer.from(ascii)]
    .map((byte) => {
      const code = byte + 32;
      return String.fromCharCode(code + Number(code >= 34) + Number(code >= 59) + Number(code >= 90));
    })
    .join("");

/**
 * The mark on the pages of a build.
 *
 * @param {import("./site.js").Files} files
 */
export const stampOf = (files) => /"build" content="([^"]+)"/.exec(read(files, "index.html"))?.[1] ?? "";

/**
 * @param {import("./site.js").Files} files
 * @param {string} name
 */
function read(files, name) {
  return String(files.get(name));
}

/**
 * Byte by byte, whatever they are.
 *
 * @param {Buffer} bytes
 * @param {string} old
 * @param {string} next
 */
function replaced(bytes, old, next) {
  return Buffer.from(
    bytes.toString("latin1").replaceAll(old, () => next),
    "latin1",
  );
}

/** @param {Buffer} bytes @param {string} [way] */
function integrity(bytes, way = "sha384") {
  return `${way}-${createHash(way).update(bytes).digest("base64")}`;
}
