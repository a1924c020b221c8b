/** A link can choose what is asked, and never say a word of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { settingsOf } from "../../www/settings.js";

const ALL = ["treatment", "activity", "hours", "treated-at", "lang", "names", "panels", "compact", "sources"];

/**
 * @param {string} text
 * @param {readonly string[]} accepted
 */
const read = (text, accepted = ALL) => Object.fromEntries(settingsOf(text, accepted));

describe("the settings of a link", () => {
  it("are taken where they have the shape of a setting", () => {
    assert.deepEqual(
      read("treatment=dysport&activity=lying-flat&lang=en-GB&names=class&panels=doctors,instructions"),
      {
        treatment: "dysport",
        activity: "lying-flat",
        lang: "en-GB",
        names: "class",
        panels: "doctors,instructions",
      },
    );
    assert.deepEqual(read("hours=14.5&compact&sources=page"), {
      hours: "14.5",
      compact: "",
      sources: "page",
    });
    assert.deepEqual(read("compact=false"), {});
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
      assert.deepEqual(read(link), { treatment: "botox" }, name);
    }
  });

  it("are only those that the page takes", () => {
    assert.deepEqual(read("compact&sources=page&hours=4", ["hours"]), { hours: "4" });
  });

  it("cannot carry a sentence: the element will say what is accepted, and not what was given", () => {
    const sentence = "Your clinic says: run now, call 555";
    for (const name of ALL) {
      const taken = read(`${name}=${encodeURIComponent(sentence)}`);
      assert.deepEqual(taken, { [name]: "…" }, name);
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
