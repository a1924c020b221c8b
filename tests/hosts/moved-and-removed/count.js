// Counts what the widget has running on this page: timers and frames, and listeners on the page and its window.
(() => {
  const timers = new Set();
  let listeners = [];
  const isWidget = () => String(new Error().stack).includes("aftercare-consensus");
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = (run, ...rest) => {
    const own = isWidget();
    const id = set(
      (...values) => {
        timers.delete(id);
        run(...values);
      },
      ...rest,
    );
    if (own) {
      timers.add(id);
    }
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear(id);
  };
  const { requestAnimationFrame: frame, cancelAnimationFrame: cancel } = window;
  window.requestAnimationFrame = (run) => {
    const own = isWidget();
    const id = frame((time) => {
      timers.delete(`frame ${id}`);
      run(time);
    });
    if (own) {
      timers.add(`frame ${id}`);
    }
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    timers.delete(`frame ${id}`);
    cancel(id);
  };
  const { setInterval: every } = window;
  window.setInterval = (...values) => {
    if (isWidget()) {
      throw new Error("an interval is not needed");
    }
    return every(...values);
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if ((target === window || target === document) && isWidget()) {
      listeners.push({ target, type, listener });
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
  Object.defineProperty(window, "running", {
    get: () => ({ timers: timers.size, listeners: listeners.map(({ type }) => type).sort() }),
  });
})();
