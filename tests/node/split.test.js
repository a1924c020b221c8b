/** The module with its wasm in a file of its own: each way in which that can fail to load has a code and a sentence of its own. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { bytes, dist } from "./dist.js";

const wasm = bytes("aftercare-consensus.wasm");

/** @type {Record<string, (response: import("node:http").ServerResponse) => void>} */
const answers = {
  "/sound": (response) => response.writeHead(200, { "content-type": "application/wasm" }).end(wasm),
  "/untyped": (response) => response.writeHead(200, { "content-type": "text/plain" }).end(wasm),
  "/gone": (response) => response.writeHead(404, { "content-type": "text/html" }).end("<h1>Gone</h1>"),
  "/page": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Hello</h1>"),
  "/short": (response) =>
    response.writeHead(200, { "content-type": "application/wasm" }).end(wasm.subarray(0, 9000)),
  "/broken": (response) => {
    response.writeHead(200, { "content-type": "application/wasm", "content-length": wasm.length });
    response.write(wasm.subarray(0, 9000));
    setTimeout(() => response.destroy(), 50);
  },
  "/changed": (response) => {
    const changed = Buffer.from(wasm);
    changed[changed.length - 9] ^= 1;
    response.writeHead(200, { "content-type": "application/wasm" }).end(changed);
  },
};

const server = createServer((request, response) => answers[String(request.url)]?.(response));
/** @type {string} */
let address;

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const at = /** @type {import("node:net").AddressInfo} */ (server.address());
  address = `http://127.0.0.1:${at.port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

let copies = 0;

/**
 * A module that nobody has loaded anything into.
 *
 * @returns {Promise<typeof import("../../dist/split.js")>}
 */
function fresh() {
  copies += 1;
  return import(new URL(`split.js?${copies}`, dist).href);
}

describe("init", () => {
  it("needs nothing where a program runs from a folder, and takes a file's address", async () => {
    for (const given of [undefined, new URL("aftercare-consensus.wasm", dist)]) {
      const { guidance, init } = await fresh();
      await init(given);
      assert.equal(guidance("botox", 0).treatment.name, "Botox");
    }
  });

  it("asks for the bytes of the wasm where there is no such file", async () => {
    const { init } = await fresh();
    await assert.rejects(init(new URL("gone.wasm", dist)), {
      code: "wasm_not_found",
      message: /the bytes of the wasm/,
    });
  });

  it("is to be awaited before anything is asked", async () => {
    const { guidance } = await fresh();
    assert.throws(() => guidance("Botox", 4), /call and await init\(\) first/);
  });

  it("says what it accepts where it is given something that cannot be a wasm", async () => {
    const { init } = await fresh();
    for (const [given, shown] of [
      [null, "null"],
      [7, "7"],
      [Promise.resolve(), "undefined"],
    ]) {
      const message = `init() was given ${shown}; accepted: an address, a Response, the bytes or a WebAssembly.Module.`;
      await assert.rejects(init(/** @type {any} */ (given)), { name: "TypeError", message });
    }
  });

  it("may be called again after a load that failed", async () => {
    const { guidance, init } = await fresh();
    await assert.rejects(init(new Uint8Array([1, 2, 3])), { code: "wasm_corrupt" });
    await init(bytes("aftercare-consensus.wasm"));
    assert.equal(guidance("botox", 0).treatment.name, "Botox");
  });

  for (const [path, code, sentence] of /** @type {const} */ ([
    ["/gone", "wasm_not_found", /answers with 404/],
    ["/page", "wasm_wrong_type", /is text\/html, not the wasm/],
    ["/short", "wasm_corrupt", /upload it again/],
    ["/broken", "wasm_corrupt", /upload it again/],
    ["/changed", "wasm_corrupt", /upload it again/],
  ])) {
    it(`rejects with ${code} for ${path}`, async () => {
      const { init, LoadError } = await fresh();
      await assert.rejects(init(`${address}${path}`), (error) => {
        assert.ok(error instanceof LoadError);
        assert.equal(error.code, code);
        assert.ok(error.message.startsWith(`${address}${path} `), "first the address that was tried");
        assert.match(error.message, sentence, "then what the site's owner can do");
        return true;
      });
    });
  }

  it("rejects with network_lost where nothing answers, and works at the next call", async () => {
    const { init, guidance } = await fresh();
    await assert.rejects(init("http://127.0.0.1:1/"), { code: "network_lost" });
    await init(`${address}/sound`);
    assert.equal(guidance("botox", 0).treatment.id, "botox");
  });

  it("says with network_lost when it is worth trying again: back online, back on the page, or after some time", async () => {
    // What the page shows is asked of the prototype, as in a browser.
    class Document extends EventTarget {
      seen = true;

      get visibilityState() {
        return this.seen ? "visible" : "hidden";
      }
    }
    const page = new Document();
    const window = new EventTarget();
    const { setTimeout } = globalThis;
    /** @type {{ later: () => void, delay: number }[]} */
    const pauses = [];
    const world = {
      Document,
      document: page,
      addEventListener: window.addEventListener.bind(window),
      setTimeout: (/** @type {() => void} */ later, /** @type {number} */ delay) =>
        delay < 1000 ? setTimeout(later, delay) : pauses.push({ later, delay }),
    };
    const { init } = await fresh();
    const lost = async () => {
      const error = await init("http://127.0.0.1:1/").catch((/** @type {any} */ reason) => reason);
      assert.equal(error.code, "network_lost");
      let isWorthIt = false;
      void error.retry.then(() => (isWorthIt = true));
      return () => new Promise((resolve) => setImmediate(() => resolve(isWorthIt)));
    };
    Object.assign(globalThis, world);
    try {
      const online = await lost();
      window.dispatchEvent(new Event("pageshow"));
      assert.equal(await online(), false, "the page is only shown for the first time");
      window.dispatchEvent(new Event("online"));
      assert.equal(await online(), true);

      page.seen = false;
      const back = await lost();
      pauses[1].later();
      assert.equal(await back(), false, "nobody sees the page");
      page.seen = true;
      page.dispatchEvent(new Event("visibilitychange"));
      assert.equal(await back(), true);

      for (let place = 2; place < 6; place += 1) {
        const later = await lost();
        pauses[place].later();
        assert.equal(await later(), true);
      }
      const seconds = pauses.map(({ delay }) => delay / 1000);
      assert.deepEqual(seconds, [30, 60, 120, 240, 300, 300]);
    } finally {
      globalThis.setTimeout = setTimeout;
      Reflect.deleteProperty(globalThis, "Document");
      Reflect.deleteProperty(globalThis, "document");
      Reflect.deleteProperty(globalThis, "addEventListener");
    }
  });

  it("answers in spite of a wrong type where the bytes are right", async () => {
    const { init, guidance } = await fresh();
    await init(`${address}/untyped`);
    assert.equal(guidance("botox", 0).treatment.id, "botox");
  });

  it("takes a response, a promise of one, and a compiled module", async () => {
    for (const source of [
      fetch(`${address}/sound`),
      await fetch(`${address}/sound`),
      new WebAssembly.Module(new Uint8Array(wasm)),
    ]) {
      const { init, guidance } = await fresh();
      await init(source);
      assert.equal(guidance("botox", 0).treatment.id, "botox");
    }
  });

  it("says wasm_unsupported where the browser has no WebAssembly", async () => {
    const { WebAssembly } = globalThis;
    Reflect.deleteProperty(globalThis, "WebAssembly");
    try {
      const { init } = await fresh();
      await assert.rejects(init(new Uint8Array(wasm)), { code: "wasm_unsupported" });
    } finally {
      globalThis.WebAssembly = WebAssembly;
    }
  });
});
