/** What the host's script believes of a message, in a page of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { text } from "./dist.js";

const HOST = "https://clinic.example/botox/";

/** A page with one frame of ours, one of somebody else and one whose address is none. */
function page(address = "https://clinic.example/aftercare/embed.html?treatment=botox") {
  /** @type {[string, unknown][]} */
  const asked = [];
  const frame = (/** @type {string} */ src) => ({
    src,
    contentWindow: { postMessage: (/** @type {unknown} */ data) => asked.push([src, data]) },
    offsetHeight: 154,
    clientHeight: 150,
    style: { blockSize: "" },
  });
  const ours = frame(address);
  const theirs = frame("https://elsewhere.example/map.html");
  const broken = frame("https://[");
  /** @type {(event: object) => void} */
  let listener = () => {};
  const world = {
    document: { baseURI: HOST, querySelectorAll: () => [broken, theirs, ours] },
    addEventListener: (/** @type {string} */ _type, /** @type {typeof listener} */ given) => {
      listener = given;
    },
    getComputedStyle: () => ({ boxSizing: "content-box" }),
    URL,
  };
  const before = Object.keys(world);
  vm.runInNewContext(text("embed.js"), world);
  assert.deepEqual(Object.keys(world), before, "it leaves nothing behind on the host's page");
  const tell = (/** @type {unknown} */ data, /** @type {unknown} */ source = ours.contentWindow) =>
    listener({ data, source });
  return { ours, theirs, broken, tell, asked };
}

const height = (/** @type {unknown} */ value) => ({ type: "aftercare-consensus:height", height: value });

describe("embed.js", () => {
  it("makes a frame as high as what it shows, wherever its address has led", () => {
    for (const address of [
      undefined,
      "https://clinic.example/embed",
      "https://clinic.example/go/aftercare",
    ]) {
      const { ours, theirs, tell } = page(address);
      tell(height(812.4));
      assert.equal(ours.style.blockSize, "813px", address);
      assert.equal(theirs.style.blockSize, "");
    }
  });

  it("asks each frame that was there before it for its height", () => {
    const { ours, asked } = page();
    assert.deepEqual(JSON.parse(JSON.stringify(asked.at(-1))), [
      ours.src,
      { type: "aftercare-consensus:ask-height" },
    ]);
  });

  it("believes no height that is none", () => {
    const { ours, tell } = page();
    for (const value of ["400", NaN, Infinity, -1, 0, 1e9, null, undefined, {}, [400], 400n]) {
      tell(height(value));
    }
    for (const data of [
      null,
      undefined,
      "aftercare-consensus:height",
      400,
      { type: "resize", height: 400 },
    ]) {
      tell(data);
    }
    assert.equal(ours.style.blockSize, "");
  });

  it("believes nobody but the frame itself, where one is known by its name", () => {
    const { ours, theirs, broken, tell } = page();
    tell(height(400), broken.contentWindow);
    tell(height(400), {});
    tell(height(400), null);
    tell(height(400), theirs.contentWindow);
    assert.deepEqual(
      [ours, theirs, broken].map((frame) => frame.style.blockSize),
      ["", "", ""],
    );
  });
});
