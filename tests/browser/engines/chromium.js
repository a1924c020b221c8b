/** Chromium, by ChromeDriver and its DevTools commands. */
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import { Options } from "selenium-webdriver/chrome.js";
import { endBoth, startDriver } from "./driver.js";
import { enterFrame } from "./frames.js";
import { isSameAccessible } from "./accessibility.js";

/**
 * @param {import("./index.js").Start} options
 * @returns {Promise<import("./index.js").Engine>}
 */
export async function startChromium({ scale = 1, zone }) {
  const service = await startDriver(() => ({ program: "/usr/bin/chromedriver", options: [] }), zone);
  const downloads = join(service.profile, "downloads");
  const options = new Options();
  options.setUserPreferences({ "download.default_directory": downloads });
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
    `--user-data-dir=${service.profile}`,
    "--lang=en-US",
  );
  const builder = new Builder()
    .disableEnvironmentOverrides()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .usingServer(service.address)
    .usingHttpAgent(service.agent);
  const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (
    await builder.build().catch(async (failure) => {
      await service.end();
      throw failure;
    })
  );
  return {
    driver,
    resize: (width, height) =>
      driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 0,
        mobile: false,
      }),
    emulate: ({ scheme, forcedColours, medium }) =>
      driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
        // Nothing in particular: a page that is really printed is to look so.
        media: medium === "print" ? "print" : "",
        features: [
          { name: "prefers-color-scheme", value: scheme },
          { name: "forced-colors", value: forcedColours ? "active" : "none" },
        ],
      }),
    run: (script, values) => driver.executeScript(script, ...values),
    enter: (frame) => enterFrame(driver, frame),
    matches: isSameAccessible,
    downloads,
    end: () => endBoth(driver, service),
  };
}
