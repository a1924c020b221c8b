/** WebKitGTK's MiniBrowser, by its driver, on a screen in memory. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import { endBoth, startDriver } from "./driver.js";
import { enterFrame } from "./frames.js";
import { isSameAccessible } from "./accessibility.js";

/**
 * The browser's own bars are made as small as can be, or no window could be as
 * narrow as a phone.
 */
const SMALL_BARS =
  "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }";

/**
 * @param {import("./index.js").Start} options
 * @returns {Promise<import("./index.js").Engine>}
 */
export async function startWebKit({ zone }) {
  let session = await startSession("light", zone);
  let scheme = "light";
  let size = { width: 1024, height: 768 };
  const resize = () => fit(session.driver, size);
  return {
    get driver() {
      return session.driver;
    },
    resize(width, height) {
      size = { width, height };
      return resize();
    },
    async emulate(look) {
      if (look.scheme === scheme) {
        return;
      }
      // The scheme is the desktop's, which the browser asks once.
      await session.end();
      session = await startSession(look.scheme, zone);
      scheme = look.scheme;
      await resize();
    },
    run: (script, values) => session.driver.executeScript(script, ...values),
    enter: (frame) => enterFrame(session.driver, frame),
    // A list that drops down is a button there, and what a field holds is a part
    // of the name that its label gives it.
    matches: (markup, heard) =>
      ["combobox", "textbox"].includes(markup.role)
        ? ["button", "textbox"].includes(heard.role) && heard.name.startsWith(markup.name)
        : isSameAccessible(markup, heard),
    get downloads() {
      return session.downloads;
    },
    end: () => session.end(),
  };
}

/**
 * @param {"light" | "dark"} scheme
 * @param {string} [zone]
 */
async function startSession(scheme, zone) {
  const service = await startDriver((profile) => {
    const config = join(profile, "config");
    mkdirSync(join(config, "gtk-3.0"), { recursive: true });
    writeFileSync(join(config, "gtk-3.0/gtk.css"), SMALL_BARS);
    writeFileSync(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${join(profile, "downloads")}"\n`);
    mkdirSync(join(profile, "downloads"));
    return {
      program: "xvfb-run",
      options: ["--auto-servernum", "--server-args=-screen 0 1600x1200x24", "WebKitWebDriver"],
      environment: {
        HOME: profile,
        TMPDIR: profile,
        XDG_CONFIG_HOME: config,
        XDG_CACHE_HOME: join(profile, "cache"),
        XDG_DATA_HOME: join(profile, "data"),
        GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
        // Its sandbox does not run for root, as which a container's tests run.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
      },
    };
  }, zone);
  try {
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(service.address)
      .usingHttpAgent(service.agent)
      .withCapabilities(
        new Capabilities({
          browserName: "MiniBrowser",
          "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
        }),
      )
      .build();
    const downloads = join(service.profile, "downloads");
    return { driver, downloads, end: () => endBoth(driver, service) };
  } catch (failure) {
    await service.end();
    throw failure;
  }
}

/**
 * Gives the page's own area a size: the window's, and what its bars take.
 *
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {{ width: number, height: number }} size
 */
async function fit(driver, { width, height }) {
  let [outerWidth, outerHeight] = [width, height];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await driver.manage().window().setRect({ width: outerWidth, height: outerHeight });
    const [inner, tall] = /** @type {number[]} */ (
      await driver.executeScript(() => [window.innerWidth, window.innerHeight])
    );
    if (inner === width && tall === height) {
      return;
    }
    // A window that still has its old size would be made smaller than what is to be in it.
    outerWidth = Math.max(width, outerWidth + width - inner);
    outerHeight = Math.max(height, outerHeight + height - tall);
    await pause(50);
  }
  throw new Error(`WebKit's window cannot be made ${width} by ${height}`);
}

/** It lies in a folder that is named after the machine's kind. */
function miniBrowser() {
  const found = readdirSync("/usr/lib")
    .map((folder) => join("/usr/lib", folder, "webkit2gtk-4.1/MiniBrowser"))
    .find((path) => existsSync(path));
  if (!found) {
    throw new Error("WebKitGTK's MiniBrowser is missing; `cargo xtask test` installs it on Debian.");
  }
  return found;
}
