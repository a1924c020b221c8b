/** The classic script on a page that is not what they expect, each in a world of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { text } from "./dist.js";

/** What a page could be asked for. */
const FORBIDDEN = Object.fromEntries(
  ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "Image"].map((name) => [
    name,
    () => {
      throw new Error(`the script asks for something by ${name}`);
    },
  ]),
);

class Span extends class {} {}

/**
 * A page on which the script has run.
 *
 * @param {{ src?: string, dataset?: Record<string, string>, before?: string }} [page]
 */
function run({ src = "https://clinic.example/aftercare/script.js", dataset = {}, before = "" } = {}) {
  /** @type {string[]} */
  const defined = [];
  const world = vm.createContext({
    URL,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    console,
    ...FORBIDDEN,
    document: Object.create({
      currentScript: { src, dataset },
      baseURI: "about:srcdoc",
      createElement: () => new Span(),
      insertBefore: () => {},
      removeChild: () => {},
    }),
    customElements: { get: () => undefined, define: (/** @type {string} */ tag) => defined.push(tag) },
  });
  vm.runInContext(before, world);
  vm.runInContext(text("aftercare-consensus.iife.js"), world);
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
    });
  }

  it("answers at once and asks for nothing: it has the wasm, the words and the texts of the answers", async () => {
    const ask = run();
    assert.equal(ask(`AftercareConsensus.guidance("botox", 14).treatment.id`), "botox");
    assert.equal(await ask(`AftercareConsensus.init().then((api) => typeof api.guidance)`), "function");
    assert.ok((await ask(`AftercareConsensus.details()`)).length > 10);
    const script = text("aftercare-consensus.iife.js");
    assert.doesNotMatch(script, /\bfetch\(|XMLHttpRequest|\bimport\(|importScripts|sendBeacon/);
  });

  it("works where every object has a getter and a setter", () => {
    const ask = run({ before: `Object.prototype.get = "get"; Object.prototype.set = "set";` });
    assert.equal(ask(`AftercareConsensus.guidance("botox", 14).treatment.id`), "botox");
  });

  it("on a page whose accessors catch what is assigned, returns the card or an error, and is well afterwards", () => {
    const ask = run();
    const outcome = ask(`
      const honest = JSON.stringify(AftercareConsensus.guidance("botox", 14));
      const caught = [];
      Object.defineProperty(Object.prototype, "summary", {
        configurable: true,
        get: () => "own",
        set: (value) => caught.push(value),
      });
      Object.prototype.writable = true;
      let told = "";
      try {
        told = JSON.stringify(AftercareConsensus.guidance("botox", 15)) ? "a card" : "";
        told += AftercareConsensus.guidance("botox", 14).summary === "own" ? " that is wrong" : "";
      } catch (error) {
        told = error instanceof AftercareConsensus.GuidanceError ? "an error" : String(error);
      }
      const kept = ({}).summary;
      delete Object.prototype.summary;
      delete Object.prototype.writable;
      [/^(a card|an error)$/.test(told) || told, kept, JSON.stringify(AftercareConsensus.guidance("botox", 14)) === honest].join();
    `);
    assert.equal(outcome, "true,own,true");
  });
});
