/** Firefox, by geckodriver; sizes and scripts by WebDriver BiDi. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, WebElement } from "selenium-webdriver";
import { Context, Options } from "selenium-webdriver/firefox.js";
import { fromRemote, toLocal } from "./bidi.js";
import { endBoth, startDriver } from "./driver.js";
import { enterFrame } from "./frames.js";
import { isSameAccessible } from "./accessibility.js";

/**
 * @param {import("./index.js").Start} options
 * @returns {Promise<import("./index.js").Engine>}
 */
export async function startFirefox({ zone }) {
  const service = await startDriver(
    (profile) => ({
      program: geckodriver(),
      // System access: the colour scheme and the medium are the browser's own to set.
      options: ["--allow-system-access", "--websocket-port=0", "--profile-root", profile],
    }),
    zone,
  );
  const options = new Options();
  options.setBinary("/usr/bin/firefox-esr");
  options.addArguments("-headless");
  options.set("webSocketUrl", true);
  const downloads = join(service.profile, "downloads");
  options.setPreference("browser.download.folderList", 2);
  options.setPreference("browser.download.dir", downloads);
  options.setPreference("browser.download.always_ask_before_handling_new_types", false);
  options.setPreference("browser.helperApps.neverAsk.saveToDisk", "text/calendar");
  options.setPreference("intl.locale.requested", "en-US");
  options.setPreference("intl.accept_languages", "en-US");
  // Nothing but the suite's own server is asked for anything.
  options.setPreference("services.settings.server", "data:,");
  options.setPreference("app.normandy.enabled", false);
  const builder = new Builder()
    .disableEnvironmentOverrides()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .usingServer(service.address)
    .usingHttpAgent(service.agent);
  const driver = /** @type {import("selenium-webdriver/firefox.js").Driver} */ (
    await builder.build().catch(async (failure) => {
      await service.end();
      throw failure;
    })
  );
  const bidi = await driver.getBidi();

  /**
   * @param {string} method
   * @param {object} params
   */
  const send = async (method, params) => {
    const answer = /** @type {any} */ (await bidi.send({ method, params }));
    if (answer.type === "error") {
      throw new Error(`Firefox answers ${method} with: ${answer.message}`);
    }
    return answer.result;
  };

  /** The frame that is looked into. @type {string | undefined} */
  let frameContext;
  const context = async () => frameContext ?? (await driver.getWindowHandle());

  return {
    driver,
    async resize(width, height) {
      const viewport = { width, height };
      await send("browsingContext.setViewport", { context: await driver.getWindowHandle(), viewport });
    },
    async emulate(look) {
      await driver.setContext(Context.CHROME);
      try {
        await driver.executeScript(emulateInTab, look);
      } finally {
        await driver.setContext(Context.CONTENT);
      }
    },
    // `executeScript` would run in a sandbox with prototypes of its own.
    async run(script, values) {
      const target = { context: await context() };
      const common = { target, awaitPromise: true, serializationOptions: { maxDomDepth: 0 } };
      const outcome =
        typeof script === "string"
          ? await send("script.evaluate", { ...common, expression: `{${script}}` })
          : await send("script.callFunction", {
              ...common,
              functionDeclaration: script.toString(),
              arguments: await Promise.all(values.map(toLocal)),
            });
      if (outcome.type === "exception") {
        throw new Error(outcome.exceptionDetails.text);
      }
      return fromRemote(outcome.result, (id) => new WebElement(driver, id));
    },
    async enter(frame) {
      const call = frame && {
        functionDeclaration: "(frame) => frame.contentWindow",
        arguments: [await toLocal(frame)],
        target: { context: await context() },
        awaitPromise: false,
      };
      frameContext = call ? (await send("script.callFunction", call)).result.value.context : undefined;
      await enterFrame(driver, frame);
    },
    matches: isSameAccessible,
    downloads,
    async end() {
      bidi.close();
      await endBoth(driver, service);
    },
  };
}

/**
 * Runs in the browser's own window.
 *
 * @param {Required<import("./index.js").Media>} look
 */
function emulateInTab({ scheme, forcedColours, medium }) {
  const { gBrowser, Services } = /** @type {any} */ (window);
  const tab = gBrowser.selectedBrowser.browsingContext;
  // By preference, since a tab forgets its own with the next page.
  const dark = 0;
  const light = 1;
  const never = 1;
  const always = 2;
  Services.prefs.setIntPref(
    "layout.css.prefers-color-scheme.content-override",
    scheme === "dark" ? dark : light,
  );
  Services.prefs.setIntPref("browser.display.document_color_use", forcedColours ? always : never);
  tab.mediumOverride = medium === "print" ? "print" : "";
}

/** On the PATH, or where `cargo xtask test` has put it. */
function geckodriver() {
  const own = fileURLToPath(new URL("../../../target/tools/bin", import.meta.url));
  const folders = [...(process.env.PATH ?? "").split(delimiter), own];
  const found = folders.map((folder) => join(folder, "geckodriver")).find((path) => existsSync(path));
  if (!found) {
    throw new Error("geckodriver is missing; `cargo xtask test` installs it.");
  }
  return found;
}
