/** The classic scripts on a page that is not what they expect, each in a world of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { text } from "./dist.js";

/**
 * A page on which the script has run.
 *
 * @param {{ src?: string, dataset?: Record<string, string>, before?: string, kind?: string }} [page]
 */
function run({
  src = "https://clinic.example/aftercare/script.js",
  dataset = {},
  before = "",
  kind = "full.iife",
} = {}) {
  /** @type {string[]} */
  const defined = [];
  const world = vm.createContext({
    URL,
    TextDecoder,
    TextEncoder,
    document: {},
    Document: { prototype: { currentScript: { src, dataset } } },
    Node: { prototype: { baseURI: "about:srcdoc" } },
    customElements: { get: () => undefined, define: (/** @type {string} */ tag) => defined.push(tag) },
  });
  vm.runInContext(before, world);
  vm.runInContext(text(`aftercare-consensus.${kind}.js`), world);
  assert.deepEqual(defined, ["aftercare-consensus"]);
  return (/** @type {string} */ code) => vm.runInContext(code, world);
}

describe("the classic script", () => {
  for (const [name, page] of Object.entries({
    "a script that a page has made itself": { src: "blob:https://clinic.example/0b5e" },
    "a script inside an address": { src: "data:text/javascript,0" },
    "a script in a page without an address": { src: "", dataset: { sources: "sources.html" } },
    "an address that is none": { dataset: { sources: "https://" } },
    "a site without the page of sources": { dataset: { sources: "none" } },
  })) {
    it(`works with ${name}`, () => {
      assert.equal(run(page)(`AftercareConsensus.guidance("botox", 14).treatment.id`), "botox");
      assert.equal(run({ ...page, kind: "iife" })(`typeof AftercareConsensus.init`), "function");
    });
  }

  it("works where every object has a getter and a setter", () => {
    const ask = run({ before: `Object.prototype.get = "get"; Object.prototype.set = "set";` });
    assert.equal(ask(`AftercareConsensus.guidance("botox", 14).treatment.id`), "botox");
  });

  it("leaves a page's own accessors as they were, and none of them catches a result", () => {
    const ask = run();
    const outcome = ask(`
      const caught = [];
      Object.defineProperty(Object.prototype, "summary", {
        configurable: true,
        get: () => "own",
        set: (value) => caught.push(value),
      });
      Object.prototype.writable = true;
      const { summary } = AftercareConsensus.guidance("botox", 14);
      [typeof summary, summary !== "own", caught.length, ({}).summary].join();
    `);
    assert.equal(outcome, "string,true,0,own");
  });
});
