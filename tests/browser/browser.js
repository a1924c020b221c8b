/**
 * A browser for the suite: starts it, finds things as a screen reader does (by
 * role and name), and knows whether the page was quiet.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, error } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";

/** The zone of the suite: one with daylight-saving time, and not UTC. */
const ZONE = "America/New_York";

const address = process.env.AFTERCARE_URL;
assert.ok(address, "AFTERCARE_URL is not set: run the suite with `cargo xtask test`");

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Everything that can have a role of its own on our pages. */
const CANDIDATES =
  "a, button, details, dl, fieldset, footer, form, h1, h2, h3, h4, header, input, main, option, p, section, select, summary, table, ul, [role]";

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

/**
 * What comes back from the page: an element as a handle to it.
 *
 * @template T
 * @typedef {T extends Element ? WebElement : T extends Element[] ? WebElement[] : T} Remote
 */

/**
 * A browser with an empty profile.
 *
 * @param {{ width?: number, height?: number, dark?: boolean, scale?: number }} [window]
 */
export async function startBrowser({ width = 360, height = 640, dark = false, scale = 1 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "aftercare-"));
  const options = new Options();
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    `--force-device-scale-factor=${scale}`,
    `--user-data-dir=${profile}`,
    "--lang=en-US",
    ...(dark ? ["--force-dark-mode"] : []),
  );
  options.setChromeBinaryPath("/usr/bin/chromium");
  const service = new ServiceBuilder("/usr/bin/chromedriver");
  service.setEnvironment({ ...process.env, TZ: ZONE });
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(service)
    .build();
  const browser = new Browser(driver, profile);
  await browser.resize(width, height);
  return browser;
}

export class Browser {
  /**
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {string} profile
   */
  constructor(driver, profile) {
    this.driver = driver;
    this.profile = profile;
  }

  async end() {
    await this.driver.quit();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /**
   * The size of the page's own area, without the browser's frame.
   *
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (this.driver);
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false,
    });
  }

  /** @param {{ name: string, value: string }[]} features media features, such as prefers-color-scheme */
  async emulate(features) {
    const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (this.driver);
    await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  }

  /**
   * Opens a page of the suite's server.
   *
   * @param {string} path
   * @param {{ clock?: string }} [options] the local time at which the visit begins
   */
  async open(path, { clock } = {}) {
    const url = new URL(path, address);
    if (clock) {
      url.searchParams.set("clock", clock);
    }
    await this.driver.get(url.href);
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
    return this.driver.executeScript(script, ...values);
  }

  /**
   * All elements with a role and, where given, a name.
   *
   * @param {string} role
   * @param {string | RegExp} [name]
   */
  async all(role, name) {
    for (;;) {
      try {
        return await this.#all(role, name);
      } catch (failure) {
        // The page drew something anew while we were looking: look again.
        if (!(failure instanceof error.StaleElementReferenceError)) {
          throw failure;
        }
      }
    }
  }

  /**
   * @param {string} role
   * @param {string | RegExp} [name]
   */
  async #all(role, name) {
    const candidates = await this.run(collect, CANDIDATES);
    const found = [];
    for (const element of candidates) {
      if ((await element.getAriaRole()) !== role) {
        continue;
      }
      const own = await element.getAccessibleName();
      if (name === undefined || (name instanceof RegExp ? name.test(own) : name === own)) {
        found.push(element);
      }
    }
    return found;
  }

  /**
   * The one element with a role and a name.
   *
   * @param {string} role
   * @param {string | RegExp} name
   */
  async one(role, name) {
    const found = await this.all(role, name);
    assert.equal(found.length, 1, `a screen reader finds ${found.length} of ${role} "${name}", not one`);
    return found[0];
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

  /** What opens the list of answers. */
  async summary() {
    const summary = await this.run(() =>
      document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector("summary"),
    );
    assert.ok(summary, "there is something to open");
    return /** @type {WebElement} */ (summary);
  }

  /** Everything that the page shows, the element's shadow included. */
  async text() {
    return this.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      const inner = [...(shadow?.children ?? [])].map(
        (child) => /** @type {HTMLElement} */ (child).innerText,
      );
      return [document.body.innerText, ...inner].join("\n");
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

  /** The page has said nothing to the console, and broken no policy. */
  async assertQuiet() {
    const said = await this.run(() => Reflect.get(window, "__said"));
    assert.deepEqual(said, [], "the page is quiet: no console line, error or policy violation");
  }

  /**
   * axe-core finds nothing.
   *
   * @param {string} state what the page shows, for the failure
   */
  async assertAccessible(state) {
    // The driver runs it, so that the page's policy stays as strict as it is.
    await this.driver.executeScript(axe);
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

/**
 * Runs in the page: all shown candidates, in open shadow roots too.
 *
 * @param {string} candidates
 */
function collect(candidates) {
  /** @type {Element[]} */
  const found = [];
  /** @param {Document | ShadowRoot} root */
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(candidates) && element.checkVisibility()) {
        found.push(element);
      }
      if (element.shadowRoot) {
        walk(element.shadowRoot);
      }
    }
  };
  walk(document);
  return found;
}
