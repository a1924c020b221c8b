/** Chromium, by ChromeDriver and its DevTools commands. */
import { Builder } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";
import { enterFrame } from "./frames.js";
import { hearsExactly } from "./hears.js";
import { ENVIRONMENT, emptyProfile } from "./profile.js";

/**
 * @param {{ scale?: number }} options `scale`: pixels of the screen for each of the page
 * @returns {Promise<import("./index.js").Engine>}
 */
export async function startChromium({ scale = 1 }) {
  const profile = emptyProfile();
  const options = new Options();
  options.setChromeBinaryPath("/usr/bin/chromium");
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
    `--user-data-dir=${profile.folder}`,
    "--lang=en-US",
  );
  const service = new ServiceBuilder("/usr/bin/chromedriver").setEnvironment(ENVIRONMENT);
  const builder = new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service);
  const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (await builder.build());
  return {
    driver,
    resize: (width, height) =>
      driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 0,
        mobile: false,
      }),
    dress: ({ scheme, forcedColours, medium }) =>
      driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
        media: medium,
        features: [
          { name: "prefers-color-scheme", value: scheme },
          { name: "forced-colors", value: forcedColours ? "active" : "none" },
        ],
      }),
    run: (script, values) => driver.executeScript(script, ...values),
    enter: (frame) => enterFrame(driver, frame),
    hears: hearsExactly,
    async end() {
      try {
        await driver.quit();
      } finally {
        profile.remove();
      }
    },
  };
}
