/** Does the bill of materials say what is really shipped, in the form that other tools read? */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { bytes, manifest, text } from "./dist.js";

/**
 * What this test reads of a bill.
 *
 * @typedef {object} Component
 * @property {string} type
 * @property {string} bom-ref
 * @property {string} name
 * @property {string} version
 * @property {{ expression: string }[]} licenses
 * @property {{ alg: string, content: string }[]} [hashes]
 * @property {string} [purl]
 */

const FILE = "aftercare-consensus.cdx.json";
/** @type {{ components: Component[], dependencies: { ref: string, dependsOn?: string[] }[], metadata: { tools: { components: Component[] } } }} */
const bill = JSON.parse(text(FILE));
const { components, dependencies } = bill;
const root = new URL("../../", import.meta.url);
const crates = components.filter((component) => component["bom-ref"].startsWith("cargo:"));

/** @param {string} name */
const schema = (name) =>
  JSON.parse(
    readFileSync(new URL(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}`, root), "utf8"),
  );

/** All that something calls, and what that calls. @param {string} start */
function reached(start) {
  const seen = new Set([start]);
  for (const at of seen) {
    for (const next of dependencies.find(({ ref }) => ref === at)?.dependsOn ?? []) {
      seen.add(next);
    }
  }
  return seen;
}

describe("the bill of materials", () => {
  it("is sound by the official schema of CycloneDX 1.5", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    // @ts-expect-error its types are those of another module system
    formats(ajv, { mode: "full" });
    // Formats of e-mails and addresses in letters of all countries, which no bill of ours has.
    for (const name of ["idn-email", "iri-reference"]) {
      ajv.addFormat(name, true);
    }
    ajv.addSchema(
      schema("spdx.SNAPSHOT.schema.json"),
      "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json",
    );
    ajv.addSchema(
      schema("jsf-0.82.SNAPSHOT.schema.json"),
      "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json",
    );
    const validate = ajv.compile(schema("bom-1.5.SNAPSHOT.schema.json"));
    validate(bill);
    assert.deepEqual(validate.errors, null);
  });

  it("has no time and no random number, so that the same commit gives the same bill", () => {
    assert.doesNotMatch(text(FILE), /serialNumber|timestamp|urn:uuid/);
  });

  it("has the hash of each file that holds code of others, and forgets none", () => {
    const files = components.filter(({ type }) => type === "file");
    for (const { name, hashes } of files) {
      const sum = createHash("sha256").update(bytes(name)).digest("hex");
      assert.deepEqual(hashes, [{ alg: "SHA-256", content: sum }], name);
    }
    const listed = files.map(({ name }) => name);
    for (const name of Object.keys(manifest.files)) {
      // A wasm, as it is or as text.
      const holds = name.endsWith(".wasm") || /checksum: ?-?\d/.test(text(name));
      assert.ok(
        !holds || listed.includes(name) || /\.(md|d\.ts|cdx\.json)$/.test(name),
        `${name} is in the bill`,
      );
    }
  });

  it("leads from every file with the wasm to the crates, Rust's own library and the corpus", () => {
    for (const name of [
      "aftercare-consensus.wasm",
      "aftercare-consensus.iife.js",
      "aftercare-offline.html",
    ]) {
      const parts = [...reached(`file:${name}`)].join(" ");
      for (const part of ["cargo:aftercare-consensus@", "cargo:wasm-bindgen@", "rust:std@", "data:corpus@"]) {
        assert.ok(parts.includes(part), `${name} leads to ${part}`);
      }
    }
    const all = new Set(components.flatMap((component) => [...reached(`${component["bom-ref"]}`)]));
    for (const crate of crates) {
      assert.ok(all.has(crate["bom-ref"]));
    }
  });

  it("gives each crate a licence, and the hash under which the registry has it", () => {
    const lock = readFileSync(new URL("Cargo.lock", root), "utf8");
    for (const { name, version, licenses, hashes, purl } of crates) {
      assert.equal(licenses.length, 1, name);
      if (name === "aftercare-consensus") {
        continue;
      }
      assert.equal(purl, `pkg:cargo/${name}@${version}`);
      assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), `${name} ${version} is locked`);
      assert.ok(lock.includes(`checksum = "${hashes?.[0].content}"`), `${name} has the lock's hash`);
    }
  });

  it("names the versions of the tools that the lock files have", () => {
    const packages = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8")).packages;
    for (const { name, version, purl } of bill.metadata.tools.components) {
      if (purl?.startsWith("pkg:npm/")) {
        assert.equal(version, packages[`node_modules/${name}`].version, name);
      }
    }
    assert.match(
      readFileSync(new URL("rust-toolchain.toml", root), "utf8"),
      new RegExp(`channel = "${bill.metadata.tools.components[0].version}"`),
      "the compiler is the one that the project pins",
    );
  });
});

describe("the README", () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");
  const [, section] = readme.match(/\n### Inside the wasm\n([^]*?)\n##/) ?? [];
  const rows = [...(section ?? "").matchAll(/^\| `([\w-]+)`(?:, `([\w-]+)`)*.* \| (.+) \|$/gm)];
  const named = rows.flatMap(([row]) =>
    [...row.split("|")[1].matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  );
  const inside = [...reached("file:aftercare-consensus.wasm")]
    .filter((ref) => ref.startsWith("cargo:") && !ref.startsWith("cargo:aftercare-consensus@"))
    .map((ref) => ref.slice("cargo:".length).split("@")[0]);

  it("says of each crate inside the wasm why it is there, and of no other", () => {
    assert.deepEqual(named.sort(), inside.sort(), "give a new crate its reason, or take it out");
  });

  it("says how many there are", () => {
    const said = section?.match(/\b(\d+) crates of others\b/)?.[1];
    assert.equal(Number(said), inside.length);
  });
});
