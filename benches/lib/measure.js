/** The measurements of one visit. */
import { median } from "simple-statistics";
import { visit } from "./chromium.js";
import {
  bytesBefore,
  change,
  linearMemory,
  watchAnswers,
  watchInstances,
  watchKeys,
  watchLoading,
  whenShown,
} from "./watch.js";

/** @typedef {import("./subjects.js").Subject} Subject */
/** @typedef {import("./chromium.js").Throttle} Throttle */
/** @typedef {import("puppeteer-core").Browser} Browser */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").CDPSession} DevTools */
/** @typedef {Record<string, number>} Numbers */

/** So many keys are pressed; each run has their median. */
const KEYS = 20;

const CHANGES = 1000;

/** A task of more milliseconds keeps a finger waiting. */
const LONG = 50;

/** A page that has not shown everything so many seconds after it was loaded never will. */
const LONGEST = 30;

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The first visit, then keys; without a throttle, the memory too, which knows none.
 *
 * @param {Browser} browser
 * @param {Throttle} throttle
 * @param {Subject} subject
 * @param {string} address of a page with one element and its form
 * @returns {Promise<Numbers>}
 */
export function first(browser, throttle, subject, address) {
  return visit(browser, throttle, async ({ page, devtools }) => {
    const wire = await countWire(devtools);
    const shown = await load(page, address, subject.tag, 1);
    /** @type {Numbers} */
    const numbers = { ...shown, "bytes before": await page.evaluate(bytesBefore, shown["first"]) };
    await pause(500);
    Object.assign(numbers, wire());
    if (throttle.cpu === 1) {
      numbers["memory after load"] = await memory(page, devtools);
    }
    Object.assign(numbers, await keys(page, devtools, subject.tag));
    if (throttle.cpu === 1) {
      await page.evaluate(change, subject.tag, CHANGES);
      await pause(1000);
      numbers["memory after changes"] = await memory(page, devtools);
    }
    return numbers;
  });
}

/**
 * Fifty elements on one page.
 *
 * @param {Browser} browser
 * @param {Throttle} throttle
 * @param {Subject} subject
 * @param {string} address
 * @returns {Promise<Numbers>}
 */
export function fifty(browser, throttle, subject, address) {
  return visit(browser, throttle, async ({ page, devtools }) => {
    const shown = await load(page, address, subject.tag, 50);
    await pause(500);
    return throttle.cpu === 1
      ? {
          fifty: shown["first"],
          "whole fifty": shown["whole"],
          "memory of fifty": await memory(page, devtools),
        }
      : { fifty: shown["first"], "whole fifty": shown["whole"] };
  });
}

/**
 * What a browser says itself about the loading of the page of `dist/`.
 *
 * @param {Browser} browser
 * @param {Throttle} throttle
 * @param {string} address
 * @returns {Promise<Numbers>}
 */
export function loading(browser, throttle, address) {
  return visit(browser, throttle, async ({ page, devtools }) => {
    const wire = await countWire(devtools);
    await page.evaluateOnNewDocument(watchLoading);
    await page.goto(address, { waitUntil: "load" });
    await pause(2500);
    const seen = await page.evaluate(() => Reflect.get(globalThis, "loading"));
    /** @type {[number, number][]} */
    const long = seen.long;
    const blocking = long.filter(([start]) => start >= seen.first).map(([, duration]) => duration - LONG);
    return {
      ...wire(),
      "first contentful paint": seen.first,
      "largest contentful paint": seen.largest,
      "cumulative layout shift": seen.moved,
      "total blocking time": blocking.reduce((sum, time) => sum + time, 0),
    };
  });
}

/** @param {Page} page @param {string} address @param {string} tag @param {number} elements */
async function load(page, address, tag, elements) {
  await page.evaluateOnNewDocument(watchAnswers, tag, elements);
  await page.evaluateOnNewDocument(watchInstances);
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    page.on("pageerror", (error) => reject(new Error(`the page threw ${error}`)));
    page.on("response", (response) => {
      if (!response.ok()) {
        reject(new Error(`the page got ${response.status()} for ${response.url()}`));
      }
    });
  });
  /** @returns {Promise<Numbers>} */
  const shown = async () => {
    await page.goto(address, { waitUntil: "load" });
    return await page.evaluate(whenShown, elements, LONGEST);
  };
  return await Promise.race([shown(), failed]);
}

/** Counts requests but for the page itself, and their bytes with headers. @param {DevTools} devtools */
async function countWire(devtools) {
  const own = new Set();
  let bytes = 0;
  devtools.on("Network.requestWillBeSent", ({ requestId, type, request }) => {
    if (type !== "Document" && request.url.startsWith("http")) {
      own.add(requestId);
    }
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes += own.has(requestId) ? encodedDataLength : 0;
  });
  await devtools.send("Network.enable");
  return () => ({ bytes, requests: own.size });
}

/** Presses keys, as a reader does. @param {Page} page @param {DevTools} devtools @param {string} tag */
async function keys(page, devtools, tag) {
  await page.evaluate(watchKeys, tag);
  await pause(1000);
  const before = await work(devtools);
  for (let pressed = 0; pressed < KEYS; pressed += 1) {
    await page.keyboard.press(pressed % 2 === 0 ? "ArrowUp" : "ArrowDown");
    await page.waitForFunction(
      (count) => Object.values(Reflect.get(globalThis, "keys")).every(({ length }) => length === count),
      {},
      pressed + 1,
    );
    // At another moment of a frame each time.
    await pause(20 + Math.random() * 30);
  }
  const after = await work(devtools);
  /** @type {Record<"answer" | "panels", number[]>} */
  const { answer, panels } = await page.evaluate(() => Reflect.get(globalThis, "keys"));
  return {
    "first key": answer[0],
    key: median(answer),
    "whole key": median(panels),
    "work of a key": (after - before) / KEYS,
  };
}

/** What the page's main thread has worked on script, style and layout, in milliseconds. @param {DevTools} devtools */
async function work(devtools) {
  await devtools.send("Performance.enable");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const wanted = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];
  const own = metrics.filter(({ name }) => wanted.includes(name));
  return own.reduce((sum, { value }) => sum + value, 0) * 1000;
}

/**
 * Bytes in use after a collection: objects of JavaScript, those of the document, buffers, and
 * the whole linear memory of each wasm, used or not.
 *
 * @param {Page} page
 * @param {DevTools} devtools
 */
async function memory(page, devtools) {
  await devtools.send("HeapProfiler.enable");
  for (let times = 0; times < 3; times += 1) {
    await devtools.send("HeapProfiler.collectGarbage");
  }
  const usage = /** @type {Record<string, number>} */ (
    /** @type {unknown} */ (await devtools.send("Runtime.getHeapUsage"))
  );
  await devtools.send("HeapProfiler.disable");
  // The heap's figures leave it out.
  const wasm = await page.evaluate(linearMemory);
  return usage["usedSize"] + usage["embedderHeapUsedSize"] + usage["backingStorageSize"] + wasm;
}
