/**
 * The public surface is written down once, in the source, and everything that
 * repeats it agrees: `cargo xtask snapshot` renews what is generated.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import { module, properties } from "../../xtask/api/built.js";
import { codes } from "../../xtask/api/codes.js";
import { customProperties } from "../../xtask/api/custom-properties.js";
import { text } from "../../xtask/api/files.js";
import { element, manifest } from "../../xtask/api/manifest.js";
import { withTables } from "../../xtask/api/document.js";
import { surface } from "../../xtask/api/surface.js";
import { union } from "../../xtask/api/types.js";

const api = await module();
const { attributes, cssParts, cssProperties, events } = element();

const RENEW = "run `cargo xtask snapshot`, and look at what it changes for others";

/** @param {{ name: string }[]} named */
const names = (named) => named.map(({ name }) => name);

/** @param {RegExpMatchArray[] | RegExpStringIterator<RegExpExecArray>} matches */
const firsts = (matches) => [...matches].map(([, first]) => first);

/**
 * All files of a folder as one text.
 *
 * @param {string} folder
 * @param {RegExp} wanted
 */
function all(folder, wanted) {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((name) => wanted.test(name) && name !== "tests.rs");
  // What stands behind a file's own tests is not of the product.
  return files
    .map((name) => readFileSync(new URL(name, url), "utf8").split(/#\[cfg\(test\)\]\s+mod \w+ \{/)[0])
    .join("\n");
}

describe("the public surface", () => {
  it("is what tests/snapshots/api.txt has", async () => {
    assert.equal(await surface(), text("tests/snapshots/api.txt"), RENEW);
  });

  it("is what the tables of docs/element.md say", async () => {
    const page = text("docs/element.md");
    assert.equal(await withTables(page), page, RENEW);
  });

  it("is what custom-elements.json says, in the form that its readers expect", () => {
    const published = JSON.parse(text("dist/custom-elements.json"));
    assert.deepEqual(published, JSON.parse(JSON.stringify(manifest())));
    const schema = JSON.parse(text("node_modules/custom-elements-manifest/schema.json"));
    const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);
    validate(published);
    assert.deepEqual(validate.errors, null);
  });
});

describe("attributes and properties", () => {
  it("are described, observed and read, each of them", () => {
    const observed = /** @type {any} */ (api.AftercareConsensus).observedAttributes;
    assert.deepEqual(names(attributes), observed, "the comment on the class and the class");
    const [, read] = text("src/settings/attributes.rs").match(/^ {8}match name \{\n([^]*?)\n {8}\}\n/m) ?? [];
    const arms = firsts((read ?? "").matchAll(/^ {12}("[a-z-]+"(?: \| "[a-z-]+")*)(?: if [^\n]+)? =>/gm));
    const known = new Set(arms.flatMap((arm) => firsts(arm.matchAll(/"([a-z-]+)"/g))));
    assert.deepEqual([...known].sort(), [...observed].sort(), "the class and src/settings/attributes.rs");
  });

  it("are the same by another name, and declared in the types", () => {
    const real = properties(api.AftercareConsensus);
    const described = attributes.map(({ fieldName }) => fieldName).filter((name) => name !== "lang");
    assert.deepEqual(names(real).sort(), [...described, "guidance", "heading", "question", "ready"].sort());
    const declared = text("dist/types.d.ts");
    for (const { name, isReadonly } of real) {
      assert.match(declared, new RegExp(`\\b${name}\\b`), `the types declare ${name}`);
      assert.equal(new RegExp(`\\bset ${name}\\(`).test(declared), !isReadonly, `${name} can be set`);
    }
  });
});

describe("parts, custom properties and events", () => {
  it("has a description for each part that is drawn, and for no other", () => {
    const drawn = all("www/view", /\.tsx?$/) + all("www/element", /\.ts$/);
    const set = [
      ...firsts(drawn.matchAll(/\bpart="([\w-]+)"/g)),
      ...firsts(drawn.matchAll(/"part",\s*"([\w-]+)"/g)),
    ];
    assert.deepEqual([...new Set(set)].sort(), names(cssParts).sort());
  });

  it("has a description for each custom property that the style sheet reads", () => {
    const css = all("www/style", /\.css$/);
    const read = new Set(firsts(css.matchAll(/(--aftercare-[a-z-]+)/g)));
    assert.deepEqual([...read].sort(), names(cssProperties).sort());
    assert.deepEqual([...customProperties(css).keys()].sort(), [...read].sort(), "each has a default");
  });

  it("has a description for each event that is sent", () => {
    const sent = new Set(firsts(text("www/element/events.ts").matchAll(/\bsend\(\w+, "(aftercare-\w+)"/g)));
    assert.deepEqual([...sent].sort(), names(events).sort());
  });
});

describe("error codes", () => {
  it("have a cause and a remedy each", () => {
    for (const type of /** @type {const} */ (["ErrorCode", "LoadErrorCode"])) {
      const described = codes(type);
      assert.deepEqual(described.map(({ code }) => code).sort(), union(type).sort(), type);
      for (const { code, cause, remedy } of described) {
        assert.ok(cause && remedy, `${code} says why, and what helps`);
      }
    }
    assert.deepEqual(
      codes("ErrorDetail")
        .map(({ code }) => code)
        .sort(),
      ["internal", "two_versions", "unclosed"],
    );
  });

  it("of loading are thrown somewhere", () => {
    const scripts = all("www/core", /\.ts$/).replace(/\| "\w+"/g, "");
    for (const code of union("LoadErrorCode")) {
      assert.ok(scripts.includes(`"${code}"`), `${code} is thrown`);
    }
  });
});

describe("the types", () => {
  it("name what the module exports, and nothing else", () => {
    const published = text("dist/aftercare-consensus.d.ts");
    const declared = published + text("dist/types.d.ts");
    const [, list = ""] = /^export \{([^}]*)\}/m.exec(published) ?? [];
    const isValue = (/** @type {string} */ name) =>
      new RegExp(`^declare (?:const|function|class) ${name}\\b`, "m").test(declared);
    const values = list.split(",").map((name) => name.trim());
    assert.deepEqual(values.filter(isValue).sort(), Object.keys(api).sort());
  });
});
