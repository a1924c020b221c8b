/**
 * A browser for the suite: starts it, finds things as a screen reader does (by
 * role and name), and knows whether the page was quiet.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { error } from "selenium-webdriver";
import { name as engineName, start } from "./engines/index.js";

export { browserKey, cannot } from "./engines/index.js";

const address = process.env.AFTERCARE_URL;
assert.ok(address, "AFTERCARE_URL is not set: run the suite with `cargo xtask test`");

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const roles = buildSync({
  entryPoints: [fileURLToPath(new URL("roles.js", import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
}).outputFiles[0].text;

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

/**
 * What comes back from the page: an element as a handle to it.
 *
 * @template T
 * @typedef {T extends Element ? WebElement : T extends Element[] ? WebElement[] : T extends object ? { [K in keyof T]: Remote<T[K]> } : T} Remote
 */

/**
 * The browser of this run, with an empty profile.
 *
 * @param {{ width?: number, height?: number } & import("./engines/index.js").Start} [window]
 */
export async function startBrowser({ width = 360, height = 640, ...how } = {}) {
  const engine = await start(how);
  const browser = new Browser(engine);
  try {
    await browser.resize(width, height);
    return browser;
  } catch (failure) {
    await browser.end();
    throw failure;
  }
}

export class Browser {
  #engine;
  #inFrame = false;

  /** @param {import("./engines/index.js").Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  get driver() {
    return this.#engine.driver;
  }

  /** The folder into which the browser saves files. */
  get downloads() {
    return this.#engine.downloads;
  }

  end() {
    return this.#engine.end();
  }

  /**
   * The size of the page's own area, without the browser's frame.
   *
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    return this.#engine.resize(width, height);
  }

  /**
   * What the visitor's device asks of pages; all that is not named is as usual.
   * The page is to be opened anew after it.
   *
   * @param {import("./engines/index.js").Media} look
   */
  emulate({ scheme = "light", forcedColours = false, medium = "screen" }) {
    return this.#engine.emulate({ scheme, forcedColours, medium });
  }

  /**
   * Opens a page of the suite's server.
   *
   * @param {string} path
   * @param {{ clock?: string | undefined }} [options] the local time at which the visit begins
   */
  async open(path, { clock } = {}) {
    const url = new URL(path, address);
    if (clock) {
      url.searchParams.set("clock", clock);
    }
    // The same address again would be a reload, which keeps what is asked.
    await this.driver.get("about:blank");
    await this.driver.get(url.href);
    if (url.pathname.startsWith("/hosts/")) {
      return;
    }
    // The form of our own page is there before what answers it. A page under attack may have
    // an element named as what a document has.
    await this.run(async () => {
      const isWaiting = () =>
        Document.prototype.querySelector
          .call(document, "aftercare-consensus")
          ?.shadowRoot?.querySelector(".root[hidden]");
      for (const end = performance.now() + 5000; isWaiting() && performance.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
  }

  /**
   * Runs a function in the page.
   *
   * @template T
   * @param {(...values: any[]) => T} script
   * @param {...unknown} values
   * @returns {Promise<Remote<Awaited<T>>>}
   */
  run(script, ...values) {
    return this.#engine.run(script, values);
  }

  /**
   * Runs a script in the page. The driver does it, so that the page's policy stays
   * as strict as it is.
   *
   * @param {string} script
   * @returns {Promise<void>}
   */
  put(script) {
    return this.#engine.run(script, []);
  }

  /**
   * All elements with a role and, where given, a name. The first is also asked
   * for in the browser's own tree of what a screen reader hears.
   *
   * @param {string} role
   * @param {string | RegExp} [name]
   */
  async all(role, name) {
    let heard = "";
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const found = await this.#find(role, name);
      // ChromeDriver cannot tell what is heard in a frame of its own process.
      if (found.length === 0 || this.#inFrame) {
        return found.map(({ element }) => element);
      }
      const [{ element, name: own }] = found;
      try {
        const voice = { role: await element.getAriaRole(), name: await element.getAccessibleName() };
        if (this.#engine.matches({ role, name: own }, voice)) {
          return found.map(({ element }) => element);
        }
        heard = `of ${role} "${own}": ${voice.role} "${voice.name}"`;
      } catch (failure) {
        // The page drew it anew while we were looking.
        if (!(failure instanceof error.StaleElementReferenceError)) {
          throw failure;
        }
        heard = `of ${role} "${own}" nothing, since it is drawn anew all the time`;
      }
      // The tree follows the page a little later.
      await pause(100);
    }
    return assert.fail(`a screen reader hears in ${engineName} ${heard}`);
  }

  /**
   * @param {string | null} role
   * @param {string | RegExp} [name]
   * @returns {Promise<{ element: WebElement, name: string }[]>}
   */
  async #find(role, name) {
    const asked =
      name instanceof RegExp
        ? { source: name.source, flags: name.flags }
        : name === undefined
          ? {}
          : { text: name };
    return this.#ask("findByRole", role, asked);
  }

  /** The name of what has the focus, as a screen reader says it. */
  focusedName() {
    return this.#ask("focusedName");
  }

  /**
   * Asks roles.js, which is put into the page the first time.
   *
   * @param {string} question
   * @param {...unknown} values
   * @returns {Promise<any>}
   */
  async #ask(question, ...values) {
    const ask = () =>
      this.run(
        (/** @type {string} */ key, /** @type {any[]} */ ...given) =>
          Reflect.get(window, "__roles")?.[key](...given) ?? null,
        question,
        ...values,
      );
    const answer = await ask();
    if (answer !== null) {
      return answer;
    }
    await this.#engine.run(roles, []);
    return ask();
  }

  /**
   * Looks until there is one: a part of the card may still be on its way.
   *
   * @template T
   * @param {() => Promise<T[]>} look
   * @param {string} what for the failure
   * @returns {Promise<T>}
   */
  async #soonOne(look, what) {
    const end = Date.now() + 10_000;
    for (;;) {
      const found = await look();
      if (found.length === 1) {
        return found[0];
      }
      if (Date.now() > end) {
        return assert.fail(
          `there are ${found.length} of ${what}, not one. The page shows:\n${await this.text()}`,
        );
      }
      await pause(50);
    }
  }

  /**
   * The one element with a role and a name, as soon as a screen reader finds it.
   *
   * @param {string} role
   * @param {string | RegExp} name
   */
  one(role, name) {
    return this.#soonOne(() => this.all(role, name), `${role} "${name}"`);
  }

  /**
   * What the element draws and a selector finds, as soon as it is there: for a
   * test that reads no language, or asks for what has no role.
   *
   * @param {string} selector
   */
  drawn(selector) {
    return this.#soonOne(async () => {
      const first = await this.run(
        (/** @type {string} */ wanted) =>
          document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(wanted),
        selector,
      );
      return first ? [/** @type {WebElement} */ (first)] : [];
    }, `"${selector}"`);
  }

  /**
   * The one control of a form with a name: browsers give a date or a time
   * different roles.
   *
   * @param {string} name
   */
  async field(name) {
    const { element } = await this.#soonOne(() => this.#find(null, name), `fields named "${name}"`);
    // Some browsers say the value with it.
    assert.ok((await element.getAccessibleName()).startsWith(name), `${engineName} says "${name}"`);
    return element;
  }

  /**
   * What an element shows.
   *
   * @param {WebElement} element
   * @returns {Promise<string>}
   */
  async textOf(element) {
    return this.run((/** @type {HTMLElement} */ node) => node.innerText, element);
  }

  /**
   * What opens a part of the card, by what its words end with.
   *
   * @param {string} words
   */
  summary(words = "Who says what") {
    return this.#soonOne(async () => {
      const summary = await this.run((/** @type {string} */ text) => {
        const root = document.querySelector("aftercare-consensus")?.shadowRoot;
        const all = root?.querySelectorAll("summary");
        const found = [...(all ?? [])].find((one) => one.textContent?.trim().endsWith(text));
        // What a compact card keeps back is drawn once a reader opens it.
        const more = found ? null : root?.querySelector("details.more");
        if (more instanceof HTMLDetailsElement) {
          more.open = true;
        }
        // A reader opens what it stands in before.
        for (let outer = found?.parentElement?.parentElement?.closest("details"); outer; ) {
          outer.open = true;
          outer = outer.parentElement?.closest("details");
        }
        return found;
      }, words);
      return summary ? [/** @type {WebElement} */ (summary)] : [];
    }, `"${words}" to open`);
  }

  /**
   * Every card is complete: what stands under an answer may be rendered a little later than
   * the answer, and the form of our own page is there before its script.
   */
  async settled() {
    const isSettled = await this.run(async () => {
      const isBusy = () =>
        [...document.querySelectorAll("aftercare-consensus")].some(({ shadowRoot }) =>
          shadowRoot?.querySelector("[aria-busy=true], .root[hidden]"),
        );
      const end = performance.now() + 10_000;
      do {
        // Longer than a view waits before it renders the rest.
        await new Promise((resolve) => setTimeout(resolve, 40));
      } while (isBusy() && performance.now() < end);
      return !isBusy();
    });
    assert.ok(isSettled, "every card is complete within 10 seconds");
  }

  /** Everything that the page shows, shadow roots included. */
  async text() {
    return this.run(() => {
      /** @type {string[]} */
      const texts = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        // A page on its way has no body yet.
        const tops = root instanceof Document ? [root.body].filter(Boolean) : [...root.children];
        for (const top of tops) {
          texts.push(/** @type {HTMLElement} */ (top).innerText);
        }
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) {
            walk(element.shadowRoot);
          }
        }
      };
      walk(document);
      return texts.join("\n");
    });
  }

  /**
   * Sets a control as a person would see it set: value and `input` event.
   *
   * @param {WebElement} element
   * @param {string} value
   */
  async set(element, value) {
    await this.run(
      (/** @type {HTMLInputElement} */ control, /** @type {string} */ text) => {
        control.value = text;
        control.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      },
      element,
      value,
    );
  }

  /**
   * The page has said nothing to the console, and broken no policy; or exactly
   * what was to be expected.
   *
   * @param {string[]} [expected]
   */
  async assertQuiet(expected = []) {
    const said = await this.run(() => [...Reflect.get(window, "__said")]);
    assert.deepEqual(
      said,
      expected,
      "the page says no more than it should: console lines, errors, policy violations",
    );
  }

  /**
   * From now on everything is looked for in a frame; `null` for the whole page.
   *
   * @param {WebElement | null} frame
   */
  async enter(frame) {
    await this.#engine.enter(frame);
    this.#inFrame = frame !== null;
  }

  /**
   * Waits until something holds.
   *
   * @param {() => Promise<boolean>} holds
   * @param {string} what for the failure
   */
  async until(holds, what) {
    try {
      await this.driver.wait(holds, 10_000);
    } catch (failure) {
      if (!(failure instanceof error.TimeoutError)) {
        throw failure;
      }
      assert.fail(`${what}: not after 10 seconds. The page shows:\n${await this.text()}`);
    }
  }

  /**
   * axe-core finds nothing.
   *
   * @param {string} state what the page shows, for the failure
   */
  async assertAccessible(state) {
    if (!(await this.run(() => Reflect.has(window, "axe")))) {
      await this.put(axe);
    }
    const violations = await this.run(async () => {
      const results = await Reflect.get(window, "axe").run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return results.violations.map((/** @type {any} */ violation) =>
        [
          violation.id,
          violation.help,
          ...violation.nodes.map((/** @type {any} */ node) => `${node.html}: ${node.failureSummary}`),
        ].join("\n  "),
      );
    });
    assert.deepEqual(violations, [], `axe-core finds nothing with ${state}`);
  }

  /** The picture of what is on the screen, as PNG. */
  async screenshot() {
    return Buffer.from(await this.driver.takeScreenshot(), "base64");
  }
}
