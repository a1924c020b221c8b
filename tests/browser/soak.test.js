/**
 * Nothing is left running: the element is put on a page and taken off again, and
 * hours pass, again and again. `cargo xtask test --soak` does it 10,000 times.
 */
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { ownerReadsLines } from "./assertions.js";
import { browserKey, startBrowser } from "./browser.js";

/** How often it is put on the page and taken off; the long run asks for more. */
const CYCLES = Number(process.env.AFTERCARE_SOAK ?? 300);

/** Minutes of the clock that pass, one at a time. */
const MINUTES = 60;

/** A driver waits for an answer, and not for long: so many are done at a time. */
const AT_ONCE = 100;

/** A page of the wasm's memory: what is free lies in pieces, so that one more may be needed, however often. */
const PAGE = 65_536;

/** Compiled code and the like, which a browser makes once; bytes. */
const ONCE = 400_000;

/** Bytes a cycle that would be a leak: an object that is kept is larger. */
const MOST_PER_CYCLE = 24;

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
  await browser.open("/tests/pages/soak.html", { clock: "2026-11-22T07:00" });
  await browser.until(
    () => browser.run(() => Boolean(Reflect.get(window, "AftercareConsensus"))),
    "the classic script has run",
  );
  // What is loaded once for all, with what stands under an answer.
  await browser.run(() => {
    const element = document.createElement("aftercare-consensus");
    element.setAttribute("treatment", "dysport");
    element.setAttribute("hours", "14");
    document.querySelector("main")?.append(element);
  });
  await browser.drawn(".panel");
  await browser.run(() => document.querySelector("aftercare-consensus")?.remove());
});
after(() => browser.end());

/** What is still there of what the widget has begun. */
const running = () => browser.run(() => Reflect.get(window, "__running")());

const wasm = () => browser.run(() => Reflect.get(window, "__memory")());

/** Three quarters of the wasm's stack are in reserve. */
const spares = async () =>
  assert.ok(
    await browser.run(() => Reflect.get(window, "__spare")()),
    "the wasm's stack is used to more than a quarter",
  );

/** Of Chromium, after it has thrown away what nobody holds: the page's memory, and how many of each are alive. */
async function alive() {
  const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (browser.driver);
  const ask = (/** @type {string} */ command) => driver.sendAndGetDevToolsCommand(command, {});
  // Twice: what the first round frees may hold more.
  await ask("HeapProfiler.collectGarbage");
  await ask("HeapProfiler.collectGarbage");
  const { usedSize } = /** @type {any} */ (await ask("Runtime.getHeapUsage"));
  const { nodes, jsEventListeners } = /** @type {any} */ (await ask("Memory.getDOMCounters"));
  return { usedSize, nodes, jsEventListeners };
}

/** @param {number} count */
function cycles(count) {
  return browser.run(async (/** @type {number} */ count) => {
    const kinds = [
      {
        treatment: "dysport",
        "treated-at": "2026-11-21T17:00",
        clinic: "Elm Street",
        protocol: "exercise 24h",
      },
      { treatment: "botox", hours: "14" },
      {},
      { treatment: "botox", hours: "soon" },
    ];
    for (let cycle = 0; cycle < count; cycle += 1) {
      const element = document.createElement("aftercare-consensus");
      for (const [name, value] of Object.entries(kinds[cycle % kinds.length])) {
        element.setAttribute(name, value);
      }
      document.querySelector("main")?.append(element);
      await undefined;
      if (!element.shadowRoot?.querySelector(".root")) {
        throw new Error(`after ${cycle} cycles the element shows nothing`);
      }
      element.remove();
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    }
  }, count);
}

it(`${CYCLES} times on the page and off again leave nothing running, and the memory as it was`, async (t) => {
  // What is made once for all is made first.
  await cycles(AT_ONCE);
  const [early, memory] = [await running(), await wasm()];
  assert.deepEqual(early, { timers: 0, intervals: 0, frames: 0, listeners: [], observers: 0 });
  const before = browserKey === "chromium" ? await alive() : null;
  for (let done = 0; done < CYCLES; done += AT_ONCE) {
    await cycles(Math.min(AT_ONCE, CYCLES - done));
  }
  assert.deepEqual(await running(), early, "nothing is left running");
  const late = await wasm();
  t.diagnostic(`the wasm's memory: ${memory} bytes, then ${late}`);
  assert.ok(late <= memory + PAGE, `the wasm's memory grows from ${memory} to ${late} bytes`);
  if (before) {
    const now = await alive();
    t.diagnostic(`the page's memory: ${before.usedSize} bytes, then ${now.usedSize}`);
    const { nodes, jsEventListeners } = before;
    assert.deepEqual(
      { nodes: now.nodes, jsEventListeners: now.jsEventListeners },
      { nodes, jsEventListeners },
      "as many nodes and listeners are alive as before",
    );
    const grown = now.usedSize - before.usedSize;
    assert.ok(grown < ONCE + MOST_PER_CYCLE * CYCLES, `the page's memory grows by ${grown} bytes`);
  }
  await spares();
  // One of the cards is an owner's mistake.
  await ownerReadsLines(browser);
  await browser.assertQuiet();
});

it(`${MINUTES} minutes of the clock, one by one, leave the memory as it was`, async (t) => {
  await browser.run(() => {
    for (const treated of ["2026-11-21T17:00", "2026-11-22T06:30Z", "2026-11-20T09:15"]) {
      const element = document.createElement("aftercare-consensus");
      element.setAttribute("treatment", "dysport");
      element.setAttribute("treated-at", treated);
      element.setAttribute("protocol", "exercise 24h");
      document.querySelector("main")?.append(element);
    }
  });
  const pass = (/** @type {number} */ minutes) =>
    browser.run(async (/** @type {number} */ minutes) => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      await element.ready;
      const before = element.guidance.hoursElapsed;
      for (let minute = 0; minute < minutes; minute += 1) {
        Reflect.get(window, "__advance")(60_000);
        document.dispatchEvent(new Event("visibilitychange"));
        await new Promise((resolve) => setTimeout(resolve));
      }
      return element.guidance.hoursElapsed - before;
    }, minutes);
  await pass(5);
  const [early, memory] = [await running(), await wasm()];
  const before = browserKey === "chromium" ? await alive() : null;
  const hours = await pass(MINUTES);
  assert.ok(Math.abs(hours - MINUTES / 60) < 0.1, `the card goes with the clock: by ${hours} hours`);
  assert.deepEqual(await running(), early, "as much is running as before");
  assert.ok(early.timers <= 1, "one timer serves all elements");
  const late = await wasm();
  assert.ok(late <= memory + PAGE, `the wasm's memory grows from ${memory} to ${late} bytes`);
  if (before) {
    const now = await alive();
    t.diagnostic(`the page's memory: ${before.usedSize} bytes, then ${now.usedSize}`);
    assert.ok(now.nodes <= before.nodes + 50, `${before.nodes} nodes were alive, ${now.nodes} are now`);
    // The cards of an hour later may have a button more.
    assert.ok(
      now.jsEventListeners <= before.jsEventListeners + 20,
      `${before.jsEventListeners} listeners were alive, ${now.jsEventListeners} are now`,
    );
  }
  await browser.run(() => {
    for (const element of document.querySelectorAll("aftercare-consensus")) {
      element.remove();
    }
  });
  await browser.until(async () => (await running()).timers === 0, "no timer is left");
  assert.deepEqual(await running(), { timers: 0, intervals: 0, frames: 0, listeners: [], observers: 0 });
  await spares();
  await browser.assertQuiet();
});

it("frames that are taken off a page with the element in them leave nothing running", async () => {
  const come = (/** @type {number} */ count) =>
    browser.run(async (/** @type {number} */ count) => {
      const settled = () => new Promise((resolve) => setTimeout(resolve));
      for (let cycle = 0; cycle < count; cycle += 1) {
        const frame = document.body.appendChild(document.createElement("iframe"));
        const element = document.createElement("aftercare-consensus");
        element.setAttribute("treatment", "dysport");
        element.setAttribute("treated-at", "2026-11-21T17:00");
        document.body.append(element);
        frame.contentDocument?.body.append(element);
        await settled();
        if (!element.shadowRoot?.querySelector(".root")) {
          throw new Error("the element in a frame shows nothing");
        }
        frame.remove();
      }
      // The next element finds that they are no more.
      const next = document.body.appendChild(document.createElement("aftercare-consensus"));
      next.remove();
      await settled();
    }, count);
  await come(10);
  const memory = await wasm();
  await come(50);
  assert.deepEqual(await running(), { timers: 0, intervals: 0, frames: 0, listeners: [], observers: 0 });
  const late = await wasm();
  assert.ok(late <= memory + PAGE, `the wasm's memory grows from ${memory} to ${late} bytes`);
  await spares();
  await browser.assertQuiet();
});
