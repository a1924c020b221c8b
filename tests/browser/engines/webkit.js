/** WebKitGTK's MiniBrowser, by its driver, on a screen in memory. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import { enterFrame } from "./frames.js";
import { hearsExactly } from "./hears.js";
import { ENVIRONMENT, emptyProfile } from "./profile.js";

/**
 * The browser's own bars are made as small as can be, or no window could be as
 * narrow as a phone.
 */
const SMALL_BARS =
  "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }";

/**
 * @returns {Promise<import("./index.js").Engine>}
 */
export async function startWebKit() {
  let session = await startSession("light");
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
    async dress(look) {
      if (look.scheme === scheme) {
        return;
      }
      // The scheme is the desktop's, which the browser asks once.
      await session.end();
      session = await startSession(look.scheme);
      scheme = look.scheme;
      await resize();
    },
    run: (script, values) => session.driver.executeScript(script, ...values),
    enter: (frame) => enterFrame(session.driver, frame),
    // A list that drops down is a button there, and what a field holds is a part
    // of the name that its label gives it.
    hears: (markup, heard) =>
      ["combobox", "textbox"].includes(markup.role)
        ? ["button", "textbox"].includes(heard.role) && heard.name.startsWith(markup.name)
        : hearsExactly(markup, heard),
    end: () => session.end(),
  };
}

/** @param {"light" | "dark"} scheme */
async function startSession(scheme) {
  const profile = emptyProfile();
  const config = join(profile.folder, "config");
  mkdirSync(join(config, "gtk-3.0"), { recursive: true });
  writeFileSync(join(config, "gtk-3.0/gtk.css"), SMALL_BARS);
  const port = await freePort();
  const service = spawn(
    "xvfb-run",
    ["--auto-servernum", "--server-args=-screen 0 1600x1200x24", "WebKitWebDriver", `--port=${port}`],
    {
      // A group of its own, to be ended as a whole.
      detached: true,
      stdio: "ignore",
      env: {
        ...ENVIRONMENT,
        HOME: profile.folder,
        TMPDIR: profile.folder,
        XDG_CONFIG_HOME: config,
        XDG_CACHE_HOME: join(profile.folder, "cache"),
        XDG_DATA_HOME: join(profile.folder, "data"),
        GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
        // Its sandbox does not run for root, as which a container's tests run.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
      },
    },
  );
  const stop = () => {
    try {
      process.kill(-Number(service.pid));
    } catch {
      // It has ended already.
    }
  };
  const ended = new Promise((resolve) => {
    service.once("exit", resolve);
    service.once("error", resolve);
  });
  process.once("exit", stop);
  const end = async () => {
    stop();
    await ended;
    process.off("exit", stop);
    profile.remove();
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await answering(address);
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: "MiniBrowser",
          "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
        }),
      )
      .build();
    return {
      driver,
      async end() {
        try {
          await driver.quit();
        } finally {
          await end();
        }
      },
    };
  } catch (failure) {
    await end();
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
    outerWidth += width - inner;
    outerHeight += height - tall;
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

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until a driver answers.
 *
 * @param {string} address
 */
async function answering(address) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await pause(100);
  }
  throw new Error("WebKitWebDriver does not answer; are webkit2gtk-driver and xvfb installed?");
}
