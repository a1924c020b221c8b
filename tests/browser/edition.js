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
    if (name.endsWith(".iife.js")) {
      // The wasm, in one or its first part, is by far the longest text of the script.
      const [, text] = changed.toString("latin1").match(/text:"([ -!#-~]{5000,}?)"/) ?? [];
      const inside = decoded(text ?? "");
      assert.ok(WebAssembly.validate(inside), `${name} holds the wasm as it is encoded here`);
      assert.equal(encoded(inside), text, `${name} holds the wasm as it is encoded here`);
      const other = replaced(inside, version, data);
      changed = replaced(replaced(changed, encoded(inside), encoded(other)), sum(inside), sum(other));
    } else if (name.endsWith(".html")) {
      changed = replaced(changed, "<head>", '<head><script src="hooks.js"></script>');
    }
    for (const way of ["sha384", "sha256"]) {
      hashes.set(integrity(bytes, way), integrity(changed, way));
    }
    files.set(name.replaceAll(version, data), changed);
  }
  // The whole has the hashes of the texts, and the classic script that of the whole.
  for (const ending of [".wasm", ".iife.js"]) {
    for (const [name, bytes] of files) {
      if (name.endsWith(ending)) {
        let holder = bytes;
        for (const [old, next] of hashes) {
          holder = replaced(holder, old, next);
        }
        for (const way of ["sha384", "sha256"]) {
          // Others know it by the hash that it has in the build.
          const first = readFileSync(new URL(name.replaceAll(data, version), dist));
          hashes.set(integrity(first, way), integrity(holder, way));
        }
        files.set(name, holder);
      }
    }
  }
  files.set("hooks.js", hooks);

  // As the build does it: the list of what is kept, and a mark on every page.
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
    .replace('{"aftercare-', `{"hooks.js":"${integrity(hooks)}","aftercare-`);
  for (const [old, next] of hashes) {
    list = list.replaceAll(old, next);
  }
  assert.ok(list.includes("hooks.js"), "the worker's list begins with the widget's own files");
  files.set("sw.js", Buffer.from(list));
  return files;
}

/**
 * Other files in the place of those of a build, whose scripts take them for their own.
 *
 * @param {import("./site.js").Files} files
 * @param {Iterable<readonly [string, Buffer]>} others
 * @returns {import("./site.js").Files}
 */
export function exchanged(files, others) {
  const all = new Map(files);
  const put = (/** @type {string} */ name, /** @type {Buffer} */ bytes) => {
    const before = all.get(name);
    all.set(name, bytes);
    for (const [holder, text] of all) {
      if (before && holder !== name && /\.(iife\.js|wasm)$/.test(holder)) {
        const other = replaced(text, integrity(before, "sha256"), integrity(bytes, "sha256"));
        if (!other.equals(text)) {
          put(holder, other);
        }
      }
    }
  };
  for (const [name, bytes] of others) {
    put(name, bytes);
  }
  return all;
}

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

/** Whether a byte is a sign that may stand in the text. @param {number} code */
const isSign = (code) => code >= 32 && code < 124 && ![34, 60, 92].includes(code);

/**
 * The wasm as the scripts hold it; `encode` in xtask does the same.
 *
 * @param {Buffer} wasm
 */
function encoded(wasm) {
  let text = "";
  for (let place = 0; place < wasm.length;) {
    let end = place;
    while (end < wasm.length && isSign(wasm[end]) === isSign(wasm[place])) {
      end += 1;
    }
    const run = wasm.subarray(place, end);
    place = end;
    if (run.length >= 5 && isSign(run[0])) {
      text += `|${run.toString("latin1")}|`;
      continue;
    }
    for (const byte of run) {
      const digit = byte % 89;
      text += ["", "}", "~"][Math.floor(byte / 89)];
      text += String.fromCharCode(
        32 + digit + Number(digit >= 2) + Number(digit >= 27) + Number(digit >= 58),
      );
    }
  }
  return text;
}

/**
 * The wasm of a text; `www/inline-wasm.js` does the same.
 *
 * @param {string} text
 */
function decoded(text) {
  const bytes = [];
  let above = 0;
  let isLetters = false;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (code === 124) {
      isLetters = !isLetters;
    } else if (code > 124) {
      above = (code - 124) * 89;
    } else {
      const digit = code - 32 - Number(code > 34) - Number(code > 60) - Number(code > 92);
      bytes.push(isLetters ? code : digit + above);
      above = 0;
    }
  }
  return Buffer.from(bytes);
}

/**
 * The sum that the scripts compare before they trust the wasm.
 *
 * @param {Buffer} wasm
 */
function sum(wasm) {
  let total = 0;
  for (const byte of wasm) {
    total = (Math.imul(total, 31) + byte) | 0;
  }
  return `${total}`;
}
