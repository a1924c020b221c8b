/** Which browser does the suite run in, and what can that browser not do? */
import { startChromium } from "./chromium.js";
import { startFirefox } from "./firefox.js";
import { startWebKit } from "./webkit.js";

/**
 * What a test may ask of the browser's window.
 *
 * @typedef {object} Media
 * @property {"light" | "dark"} [scheme]
 * @property {boolean} [forcedColours]
 * @property {"screen" | "print"} [medium]
 */

/**
 * How a browser starts.
 *
 * @typedef {object} Start
 * @property {number} [scale] pixels of the screen for each of the page; Chromium alone
 * @property {string} [zone] the time zone of the device
 */

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

/**
 * A browser that runs, and the few things that each does in its own way.
 *
 * @typedef {object} Engine
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {(width: number, height: number) => Promise<void>} resize the page's own area
 * @property {(look: Required<Media>) => Promise<void>} emulate
 * @property {(script: string | Function, values: unknown[]) => Promise<any>} run in the page's own realm
 * @property {(frame: WebElement | null) => Promise<void>} enter `null`: back to the whole page
 * @property {typeof import("./accessibility.js").isSameAccessible} matches
 * @property {string} downloads the folder into which it saves files
 * @property {() => Promise<void>} end
 */

const ENGINES = {
  chromium: { name: "Chromium", start: startChromium },
  firefox: { name: "Firefox", start: startFirefox },
  webkit: { name: "WebKit", start: startWebKit },
};

/**
 * All that a browser of the suite cannot do, with the reason that its skipped
 * tests give.
 *
 * @type {Record<keyof typeof ENGINES, Partial<Record<"forcedColours" | "print", string>>>}
 */
const CANNOT = {
  chromium: {},
  firefox: {},
  webkit: {
    forcedColours: "WebKit has no forced colours at all: (forced-colors: active) never matches there",
    print: "WebKitGTK's driver can neither print nor show a page as it would be printed",
  },
};

const chosen = process.env.AFTERCARE_BROWSER ?? "chromium";
if (!Object.hasOwn(ENGINES, chosen)) {
  throw new Error(`AFTERCARE_BROWSER is "${chosen}"; accepted: ${Object.keys(ENGINES).join(", ")}.`);
}
const key = /** @type {keyof typeof ENGINES} */ (chosen);

/** The browser of this run, as `AFTERCARE_BROWSER` names it. */
export const browserKey = key;

/** The browser of this run. */
export const { name, start } = ENGINES[key];

/**
 * For the `skip` of a test: why this browser cannot show what the test is about,
 * or `false` where it can.
 *
 * @param {"forcedColours" | "print"} ability
 * @returns {string | false}
 */
export function cannot(ability) {
  return CANNOT[key][ability] ?? false;
}
