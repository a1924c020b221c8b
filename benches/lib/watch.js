/** Observers of what is rendered, and when. These functions run in the page. */

/**
 * When so many elements show their status, and when all panels and the chart, each with the
 * frame that shows the last of it done: milliseconds since the navigation. The same for all, and
 * none is asked to help.
 *
 * @param {string} tag
 * @param {number} elements
 */
export function watchAnswers(tag, elements) {
  const isThere = {
    first: (/** @type {ShadowRoot} */ root) => root.querySelector(".status")?.textContent,
    whole: (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".panel .bar") && root.querySelector(".chart .band"),
  };
  const seen = Object.entries(isThere).map(([name, isThere]) => {
    const time = new Promise((resolve) => {
      const look = () => {
        let there = 0;
        for (const { shadowRoot } of document.querySelectorAll(tag)) {
          there += Number(Boolean(shadowRoot && isThere(shadowRoot)));
        }
        if (there < elements) {
          requestAnimationFrame(look);
          return;
        }
        // The first task behind this frame: its style, layout and paint are done.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve([name, performance.now()]);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
    return time;
  });
  Reflect.set(
    globalThis,
    "shown",
    Promise.all(seen).then((times) => Object.fromEntries(times)),
  );
}

/**
 * What `watchAnswers` has seen, or an error after so many seconds.
 *
 * @param {number} elements
 * @param {number} longest
 * @returns {Promise<Record<string, number>>}
 */
export function whenShown(elements, longest) {
  const late = new Promise((_, reject) => {
    const message = `not all of ${elements} show their answer and chart within ${longest} seconds`;
    setTimeout(() => reject(new Error(message)), longest * 1000);
  });
  return Promise.race([Reflect.get(globalThis, "shown"), late]);
}

/**
 * Opens the form and leads the keyboard to the list of treatments; from then on each key that
 * changes the answer is timed: from the event to the end of the frame that shows the other
 * answer, and of the frame that shows the other panels. Other names of one product lie in the
 * list between one product and the next; the keys go from one to the other and back.
 *
 * @param {string} tag
 */
export function watchKeys(tag) {
  const root = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  find(".question .link").click();
  find("select.treatment").focus();
  const parts = {
    answer: () => root.querySelector(".asked")?.textContent,
    panels: () => [...root.querySelectorAll(".panel")].map(({ textContent }) => textContent).join(),
  };
  const keys = { answer: /** @type {number[]} */ ([]), panels: /** @type {number[]} */ ([]) };
  Reflect.set(globalThis, "keys", keys);
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      const before = { answer: parts.answer(), panels: parts.panels() };
      const { port1, port2 } = new MessageChannel();
      const isOther = (/** @type {keyof typeof parts} */ part) => parts[part]() !== before[part];
      // One after the other: frames that are asked for to look would hold up what is measured.
      const watch = (/** @type {keyof typeof parts} */ part) => {
        const look = () => (isOther(part) ? port2.postMessage(part) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      };
      port1.onmessage = ({ data }) => {
        const now = performance.now() - timeStamp;
        if (data === "panels") {
          keys.panels.push(now);
          return;
        }
        keys.answer.push(now);
        if (isOther("panels")) {
          keys.panels.push(now);
        } else {
          watch("panels");
        }
      };
      watch("answer");
    },
    { capture: true },
  );
}

/**
 * Chooses one treatment after the other, so many times.
 *
 * @param {string} tag
 * @param {number} changes
 */
export async function change(tag, changes) {
  const root = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
  const list = /** @type {HTMLSelectElement} */ (root.querySelector("select.treatment"));
  const treatments = [...list.options].map(({ value }) => value).filter(Boolean);
  const { port1, port2 } = new MessageChannel();
  for (let done = 0; done < changes; done += 1) {
    list.value = treatments[done % treatments.length];
    list.dispatchEvent(new Event("change", { bubbles: true }));
    // Some draw at once, some in a task of their own.
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    if (done % 20 === 0) {
      await new Promise(requestAnimationFrame);
    }
  }
  port1.close();
}

/** How many bytes had come when the answer was shown, the page itself left out. @param {number} first */
export function bytesBefore(first) {
  const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const before = entries.filter(({ responseEnd, name }) => responseEnd <= first && name.startsWith("http"));
  return before.reduce((sum, { transferSize }) => sum + transferSize, 0);
}

/** Notes every instance of a wasm, however it is made. */
export function watchInstances() {
  /** @type {WebAssembly.Instance[]} */
  const instances = [];
  Reflect.set(globalThis, "instances", instances);
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given);
      instances.push(instance);
      return instance;
    },
  });
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const own = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[name]);
    Reflect.set(WebAssembly, name, async (/** @type {any[]} */ ...given) => {
      const made = await own(...given);
      instances.push(made.instance ?? made);
      return made;
    });
  }
}

/** Bytes of the memories of all instances. */
export function linearMemory() {
  /** @type {WebAssembly.Instance[]} */
  const instances = Reflect.get(globalThis, "instances");
  // By its name: a look at each export makes objects of all functions, which would be counted next time.
  const memories = instances.map(({ exports }) => /** @type {WebAssembly.Memory} */ (exports["memory"]));
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/** Begins to note what a browser says about loading: when it paints, what moves, what blocks. */
export function watchLoading() {
  const seen = { first: 0, largest: 0, moved: 0, long: /** @type {[number, number][]} */ ([]) };
  Reflect.set(globalThis, "loading", seen);
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") {
      seen.first = startTime;
    }
  });
  observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  observe("layout-shift", ({ value, hadRecentInput }) => (seen.moved += hadRecentInput ? 0 : value));
  observe("longtask", ({ startTime, duration }) => seen.long.push([startTime, duration]));
}
