/** A link can choose what is asked, and never say a word of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { module } from "./dist.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** As the page has it. */
const { outputFiles } = buildSync({
  stdin: {
    contents: 'import "./www/entries/module"; export { linkSettings } from "./www/core/api";',
    resolveDir: root,
  },
  alias: { generated: `${root}target/www/generated` },
  bundle: true,
  format: "esm",
  write: false,
});
/** @type {{ linkSettings: (link: string, accepted: readonly string[]) => [string, string][] }} */
const { linkSettings } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const ALL = ["treatment", "activity", "hours", "treated-at", "lang", "names", "panels", "compact", "sources"];

/**
 * @param {string} text
 * @param {readonly string[]} accepted
 */
const read = (text, accepted = ALL) => Object.fromEntries(linkSettings(text, accepted));

describe("the settings of a link", () => {
  it("are taken where they are one of what the setting accepts, in any case", () => {
    assert.deepEqual(
      read("treatment=dysport&activity=lying-flat&lang=en-GB&names=class&panels=doctors,instructions"),
      {
        treatment: "dysport",
        activity: "lying-flat",
        lang: "en-gb",
        names: "class",
        panels: "doctors,instructions",
      },
    );
    assert.deepEqual(
      read("treatment=+Botox+Cosmetic&activity=Exercise&lang=EN&panels=Doctors+instructions&sources=Page"),
      {
        treatment: "botox cosmetic",
        activity: "exercise",
        lang: "en",
        panels: "doctors instructions",
        sources: "page",
      },
    );
    assert.deepEqual(read("hours=14.5&compact&sources=page"), {
      hours: "14.5",
      compact: "",
      sources: "page",
    });
    assert.deepEqual(read("compact=false"), { compact: "false" });
  });

  it("may be each name of each product, each activity and each panel of the build", async () => {
    const { catalog } = await module();
    const { treatments, activities, panels } = catalog();
    for (const { id, name, aliases, generic } of treatments) {
      // The class has no name, but a word.
      for (const known of [id, ...(generic ? [name, generic] : []), ...aliases]) {
        const link = `treatment=${encodeURIComponent(known)}`;
        assert.deepEqual(read(link), { treatment: known.toLowerCase() }, known);
      }
    }
    for (const { id } of activities) {
      assert.deepEqual(read(`activity=${id}`), { activity: id });
    }
    for (const { id } of panels) {
      assert.deepEqual(read(`panels=${id}`), { panels: id });
    }
  });

  it("take a time with an offset, whether or not its plus sign is written as %2B", () => {
    const expected = { "treated-at": "2026-11-21T17:00+01:00" };
    assert.deepEqual(read("treated-at=2026-11-21T17:00%2B01:00"), expected);
    assert.deepEqual(read("treated-at=2026-11-21T17:00+01:00"), expected);
  });

  it("are nothing of a clinic, in whatever form", () => {
    for (const name of [
      "clinic",
      "protocol",
      "contact",
      "emergency",
      "Clinic",
      "CLINIC",
      " clinic",
      "style",
    ]) {
      const link = `${encodeURIComponent(name)}=exercise 1h&treatment=botox`;
      assert.deepEqual(read(`?${link}`), { treatment: "botox" }, name);
      assert.deepEqual(read(link), { treatment: "botox", hours: "…" }, `${name} behind a #, as a slip`);
    }
  });

  it("are only those that the page takes", () => {
    assert.deepEqual(read("compact&sources=page&hours=4", ["hours"]), { hours: "4" });
  });

  it("cannot carry a sentence: the element will say what is accepted, and not what was given", () => {
    for (const sentence of [
      "Your clinic says: run now, call 555",
      "your-clinic-says-exercise-is-fine-now",
      "your-clinic,says run-now",
      "en-your-clinic-says-run",
      "botox-is-fine",
      "doctors,say-run-now",
      "callfivefivefive",
      "run",
      "5550100",
    ]) {
      for (const name of ALL) {
        const taken = read(`${name}=${encodeURIComponent(sentence)}`);
        assert.deepEqual(taken, { [name]: "…" }, `${name}=${sentence}`);
      }
    }
  });

  it("survive what is no link at all", () => {
    for (const link of ["", "%", "=", "&&&", "hours", "%E0%A4%A", "hours=%00", "glance"]) {
      const taken = read(link);
      assert.ok(
        Object.values(taken).every((value) => value === "…"),
        link,
      );
    }
  });
});
