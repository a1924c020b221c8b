/**
 * Runs before anything else on every page of the suite: records what a console
 * would show, the same in every browser, and sets the clock where the address
 * asks for it (`?clock=2026-11-22T07:00`, local time). A frame tells the page
 * around it.
 */
(() => {
  /** @type {string[]} */
  const lines = [];
  const frameKey = "a frame of this suite says";
  const said = {
    push: (/** @type {string} */ line) => {
      lines[lines.length] = line;
      if (window !== window.top) {
        window.top?.postMessage({ [frameKey]: line }, "*");
      }
    },
  };
  Object.defineProperty(window, "__said", { value: lines });
  addEventListener("message", ({ data }) => {
    if (typeof data?.[frameKey] === "string") {
      lines[lines.length] = `in a frame: ${data[frameKey]}`;
    }
  });
  const levels = /** @type {const} */ (["log", "info", "warn", "error", "debug", "trace"]);
  for (const level of levels) {
    console[level] = (...values) => said.push(`console.${level}: ${values.join(" ")}`);
  }
  addEventListener("error", (event) => said.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => said.push(`unhandled: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    said.push(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
  });

  const clock = new URLSearchParams(location.search).get("clock");
  if (!clock) {
    return;
  }
  const RealDate = Date;
  let shift = new RealDate(clock).getTime() - RealDate.now();
  const now = () => RealDate.now() + shift;
  // @ts-expect-error a class in the place of a function that also works without `new`
  globalThis.Date = class extends RealDate {
    /** @param {any[]} values */
    constructor(...values) {
      // @ts-expect-error the same values that a real Date takes
      super(...(values.length === 0 ? [now()] : values));
    }

    static now() {
      return now();
    }
  };
  Object.defineProperty(window, "__advance", {
    value: (/** @type {number} */ milliseconds) => {
      shift += milliseconds;
    },
  });
})();
