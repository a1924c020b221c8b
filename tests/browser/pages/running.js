/**
 * Counts what the widget has running on this page: timers, listeners on what
 * outlives an element, and observers. Wrapped before its script is there.
 */
(() => {
  const isWidget = () => String(new Error().stack).includes("aftercare-consensus");

  /** @type {Record<string, Set<unknown>>} */
  const running = { timers: new Set(), intervals: new Set(), frames: new Set(), observers: new Set() };

  /**
   * @param {string} start
   * @param {string} stop
   * @param {Set<unknown>} ids
   */
  const count = (start, stop, ids) => {
    const page = /** @type {any} */ (window);
    const [begin, end] = [page[start].bind(window), page[stop].bind(window)];
    page[start] = (/** @type {Function} */ run, /** @type {any[]} */ ...rest) => {
      const own = isWidget();
      const id = begin(
        (/** @type {any[]} */ ...values) => {
          if (start !== "setInterval") {
            ids.delete(id);
          }
          run(...values);
        },
        ...rest,
      );
      if (own) {
        ids.add(id);
      }
      return id;
    };
    page[stop] = (/** @type {unknown} */ id) => {
      ids.delete(id);
      end(id);
    };
  };
  count("setTimeout", "clearTimeout", running.timers);
  count("setInterval", "clearInterval", running.intervals);
  count("requestAnimationFrame", "cancelAnimationFrame", running.frames);

  for (const name of ["MutationObserver", "IntersectionObserver", "ResizeObserver", "PerformanceObserver"]) {
    const page = /** @type {any} */ (window);
    page[name] = class extends page[name] {
      /** @param {any[]} values */
      observe(...values) {
        if (isWidget()) {
          running.observers.add(this);
        }
        return super.observe(...values);
      }

      disconnect() {
        running.observers.delete(this);
        return super.disconnect();
      }
    };
  }

  // Listeners in the element's own tree go with it.
  /** @type {{ target: EventTarget, type: string, listener: unknown }[]} */
  let listeners = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (!(target instanceof Element || target instanceof ShadowRoot) && isWidget()) {
      listeners.push({ target, type, listener });
      const signal = typeof options === "object" ? options.signal : undefined;
      if (signal) {
        add.call(signal, "abort", () => {
          listeners = listeners.filter((known) => known.listener !== listener);
        });
      }
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    listeners = listeners.filter(
      (known) => known.target !== target || known.type !== type || known.listener !== listener,
    );
    return remove.call(target, type, listener, options);
  };

  Object.defineProperty(window, "__running", {
    value: () => ({
      timers: running.timers.size,
      intervals: running.intervals.size,
      frames: running.frames.size,
      listeners: listeners.map(({ type }) => type).sort(),
      observers: running.observers.size,
    }),
  });
})();
