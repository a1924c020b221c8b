/** Chromium, throttled to a phone or as it is. */
import puppeteer from "puppeteer-core";

/**
 * @typedef {object} Throttle
 * @property {string} name
 * @property {number} cpu so many times slower
 * @property {{ latency: number, download: number, upload: number } | null} network milliseconds a
 *   request, and bytes a second
 */

/** A middle-class phone on slow 4G, as Lighthouse has it. @type {Throttle} */
export const PHONE = {
  name: "phone",
  cpu: 4,
  network: { latency: 150, download: 1_600_000 / 8, upload: 750_000 / 8 },
};

/** This machine as it is. @type {Throttle} */
export const DESK = { name: "desk", cpu: 1, network: null };

export const SCREEN = { width: 360, height: 640 };

const PROGRAM = process.env["AFTERCARE_CHROMIUM"] ?? "/usr/bin/chromium";

/** A browser with a profile of its own, which is warm: its first page is not the one that is measured. */
export async function launch() {
  const browser = await puppeteer.launch({
    executablePath: PROGRAM,
    headless: true,
    // Whatever has not come by then never will.
    protocolTimeout: 60_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
      "--no-first-run",
      "--lang=en-US",
      // Memory is counted in bytes and not in steps of 100 kB.
      "--enable-precise-memory-info",
    ],
  });
  const page = await browser.newPage();
  await page.goto("data:text/html,<p>Warm up: fonts, text, layout.");
  await page.close();
  return browser;
}

/**
 * A visit of somebody who has never been here: no cache, no compiled code, no process of an
 * earlier page.
 *
 * @template T
 * @param {import("puppeteer-core").Browser} browser
 * @param {Throttle} throttle
 * @param {(visit: { page: import("puppeteer-core").Page, devtools: import("puppeteer-core").CDPSession }) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function visit(browser, throttle, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ ...SCREEN, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    await page.emulateTimezone("America/New_York");
    const devtools = await page.createCDPSession();
    // A page that nobody looks at has no frames, and its keys go nowhere.
    await page.bringToFront();
    await devtools.send("Emulation.setFocusEmulationEnabled", { enabled: true });
    if (throttle.network) {
      await page.emulateNetworkConditions(throttle.network);
    }
    if (throttle.cpu > 1) {
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle.cpu });
    }
    return await use({ page, devtools });
  } finally {
    await context.close();
  }
}
