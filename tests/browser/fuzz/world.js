/**
 * The page on which everything is tried: the module of the build, the honest
 * answers that it gave at first, and what it must never say.
 */

/** The codes that an error of the boundary may have; the last is for what a page does to the language's own objects. */
const CODES = [
  "unknown_treatment",
  "unknown_activity",
  "unknown_panel",
  "unknown_language",
  "invalid_hours",
  "invalid_time",
  "invalid_option",
  "internal",
];

/** Keys of results, which the wasm writes. */
const WRITTEN = ["status", "summary", "panels", "tally", "hours", "id", "0", "code"];

export class World {
  /** @type {any} */
  api;
  /** What went wrong where nobody could throw it. @type {string[]} */
  faults = [];
  #honest = "";
  #polluted = false;

  async start() {
    // The address is no literal, so that the bundler leaves it alone.
    const at = (/** @type {string} */ name) => new URL(`/${name}`, location.href).href;
    this.api = await import(at("aftercare-consensus.js"));
    await this.api.init();
    this.api.define();
    this.#honest = this.#ask();
    addEventListener("error", (event) => this.faults.push(`the page's error: ${event.message}`));
    addEventListener("unhandledrejection", (event) => this.faults.push(`unhandled: ${event.reason}`));
    document.addEventListener("aftercare-error", (event) => {
      const { code, message } = /** @type {CustomEvent} */ (event).detail;
      if (!CODES.includes(code) || !message) {
        this.faults.push(`an event says ${code}: ${message}`);
      }
    });
    return this;
  }

  #ask() {
    return JSON.stringify(this.api.guidance("Dysport", 14, { treatedAt: "17:00", panels: ["doctors"] }));
  }

  /** The next honest call is answered, and as ever. */
  assertHonest() {
    const now = this.#ask();
    if (now !== this.#honest) {
      throw new Error(`an honest question has another answer: ${now.slice(0, 300)}`);
    }
    const fault = this.faults.shift();
    if (fault) {
      throw new Error(fault);
    }
  }

  /**
   * What a hostile value does when it is touched.
   *
   * @param {string} act
   */
  act = (act) => {
    switch (act) {
      case "throw":
        throw new RangeError("a value that throws");
      case "throw null":
        throw null;
      case "ask":
        // Into the same wasm, from within a call.
        this.assertHonest();
        return undefined;
      case "pollute":
        this.pollute();
        return undefined;
      case "change":
        document.querySelector("aftercare-consensus")?.setAttribute("hours", `${Math.random() * 100}`);
        return undefined;
      case "botox":
        return "botox";
      default:
        return undefined;
    }
  };

  /** Setters that throw, on the prototypes of everything. */
  pollute() {
    if (this.#polluted) {
      return;
    }
    this.#polluted = true;
    const caught = () => {
      throw new RangeError("a setter on a prototype");
    };
    for (const prototype of [Object.prototype, Array.prototype]) {
      for (const key of WRITTEN) {
        Object.defineProperty(prototype, key, { configurable: true, get: () => undefined, set: caught });
      }
    }
  }

  clean() {
    if (this.#polluted) {
      this.#polluted = false;
      for (const prototype of [Object.prototype, Array.prototype]) {
        for (const key of WRITTEN) {
          Reflect.deleteProperty(prototype, key);
        }
      }
    }
  }

  /**
   * A result, or an error of the boundary and nothing else.
   *
   * @param {unknown} error
   */
  assertTold(error) {
    const { GuidanceError } = this.api;
    const { code, message } = /** @type {any} */ (error) ?? {};
    if (
      !(error instanceof GuidanceError && CODES.includes(code)) ||
      typeof message !== "string" ||
      !message
    ) {
      throw new Error(
        `not a GuidanceError with a sentence, but ${Object.prototype.toString.call(error)} ${error}`,
      );
    }
  }
}
