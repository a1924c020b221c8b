/** The files for a static host, with the addresses that they will have. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { manifest, text as built } from "./dist.js";

const xtask = process.env.AFTERCARE_XTASK;
assert.ok(xtask, "AFTERCARE_XTASK is not set: run the tests with `cargo xtask test`");

const BASE = "https://clinic.example/aftercare/";

/** @param {string[]} options */
const release = (...options) => spawnSync(String(xtask), ["release", ...options], { encoding: "utf8" });

describe("cargo xtask release --base", () => {
  const folder = mkdtempSync(join(tmpdir(), "aftercare-site-"));
  /** @type {string[]} */
  let names = [];
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");

  before(() => {
    const { status, stderr } = release("--site", folder, "--base", BASE);
    assert.equal(status, 0, stderr);
    names = readdirSync(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** What a page calls itself, and its other languages. @param {string} html */
  const links = (html) => ({
    canonical: [...html.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, address]) => address),
    alternates: [...html.matchAll(/<(?:xhtml:)?link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
      ([, lang, address]) => [lang, address],
    ),
  });

  it("tells search engines the address of each page, and of the same page in each language", () => {
    // paste.html is no page, but what an owner pastes into one.
    const pages = names.filter((name) => name.endsWith(".html") && name !== "paste.html");
    assert.ok(pages.length > 6);
    for (const name of pages) {
      const { canonical, alternates } = links(read(name));
      const own = BASE + name.replace("aftercare-offline", "index").replace(/^index\.html$/, "");
      assert.deepEqual(canonical, [own], name);
      if (/^(index|sources)/.test(name)) {
        assert.deepEqual(
          alternates.map(([lang]) => lang),
          ["en", "es", "x-default"],
          name,
        );
        assert.ok(
          alternates.some(([, address]) => address === own),
          "and names itself among them",
        );
        assert.equal(alternates[2][1], alternates[0][1], "English is for whoever reads neither");
      }
      for (const [, address] of alternates) {
        const file = address.slice(BASE.length) || "index.html";
        assert.ok(address.startsWith(BASE) && names.includes(file), `${name}: ${address}`);
      }
    }
  });

  it("lists the pages for patients in a sitemap, to which robots.txt leads", () => {
    const entries = read("sitemap.xml").split("<url>").slice(1);
    const listed = entries.map((entry) => {
      const [, address] = /<loc>([^<]*)<\/loc>/.exec(entry) ?? [];
      const name = address.slice(BASE.length) || "index.html";
      assert.deepEqual(links(entry).alternates, links(read(name)).alternates, name);
      return name;
    });
    assert.deepEqual(listed.sort(), ["index.es.html", "index.html", "sources.es.html", "sources.html"]);
    const robots = read("robots.txt").split("\n");
    assert.ok(robots.includes(`Sitemap: ${BASE}sitemap.xml`));
    assert.ok(robots.includes("Disallow: /aftercare/embed.html"));
  });

  it("leaves the page complete offline: the worker knows each file and each page as it is there", () => {
    const worker = read("sw.js");
    const hashes = [...worker.matchAll(/"?([\w.-]+)"?:"(sha384-[^"]+)"/g)];
    assert.ok(hashes.length > 5);
    for (const [, name, integrity] of hashes) {
      const hash = createHash("sha384").update(readFileSync(join(folder, name)));
      assert.equal(integrity, `sha384-${hash.digest("base64")}`, name);
    }
    assert.doesNotMatch(
      worker,
      /(card|install)\.(html|js|css)/,
      "a patient's device keeps none of the clinic's",
    );
    const [, stamp] = /<meta name="build" content="(\w+)"/.exec(read("index.html")) ?? [];
    assert.ok(worker.includes(`"${stamp}"`), "and its own mark");
    for (const name of ["index.html", "index.es.html", "sources.html", "sources.es.html"]) {
      // As the worker looks at a page before it keeps it.
      assert.equal(read(name).split(stamp).length, 3, name);
    }
    assert.ok(!built("sw.js").includes(stamp), "which is another than that of the pages without an address");
  });

  it("lists what is there, and nothing else, for whoever checks a copy", () => {
    const listed = JSON.parse(read("manifest.json"));
    assert.equal(listed.corpus, manifest.corpus);
    assert.ok(listed.files["sitemap.xml"] && !listed.files["package.json"]);
    const { status, stdout } = spawnSync(String(xtask), ["verify", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });

  it("changes nothing of dist/, whose pages are for any address", () => {
    for (const name of names.filter((name) => name.endsWith(".html"))) {
      assert.doesNotMatch(built(name), /canonical|x-default|clinic\.example\/aftercare\/"/, name);
    }
  });

  it("writes into no folder that holds something else", () => {
    const own = mkdtempSync(join(tmpdir(), "aftercare-own-"));
    writeFileSync(join(own, "letter.txt"), "mine");
    const { status, stderr } = release("--site", own);
    assert.equal(status, 1);
    assert.match(stderr, /is not empty/);
    assert.deepEqual(readdirSync(own), ["letter.txt"]);
    rmSync(own, { recursive: true });
  });

  for (const base of [
    "clinic.example/aftercare/",
    "ftp://clinic.example/aftercare/",
    "https://clinic.example/aftercare",
    "https://clinic.example/aftercare/?page=1/",
    "https://clinic.example/our clinic/",
  ]) {
    it(`refuses ${base}, and says what is accepted`, () => {
      const { status, stderr } = release("--base", base);
      assert.notEqual(status, 0);
      assert.ok(stderr.includes(`'${base}'`), stderr);
      assert.match(stderr, /such as https:\/\/clinic\.example\/aftercare\//);
    });
  }
});
