/** Pictures of the states, small enough to be kept with the code. */
import { createHash } from "node:crypto";
import { PNG } from "pngjs";
import { STATES, show } from "./states.js";

/** Where they are kept for review. */
export const KEPT = new URL("../screenshots/", import.meta.url);

/** How the letters look where they were made: elsewhere no picture would be the same. */
export const FONTS = new URL("fonts.txt", KEPT);

/**
 * @typedef {object} Picture
 * @property {string} file
 * @property {import("./states.js").State} state
 * @property {number} width
 * @property {"light" | "dark"} scheme
 */

/** The pictures that are kept: of a rare state those that a phone shows. @type {Picture[]} */
export const PICTURES = STATES.flatMap((state) =>
  [360, 768, 1280].flatMap((width) =>
    /** @type {const} */ (["light", "dark"])
      .filter((scheme) => width === 360 || (!state.rare && (scheme === "light" || width === 1280)))
      .map((scheme) => ({ file: `${state.name}-${width}-${scheme}.png`, state, width, scheme })),
  ),
);

/**
 * Takes a picture of the whole page.
 *
 * @param {import("./browser.js").Browser} browser
 * @param {Picture} picture
 */
export async function take(browser, { state, width, scheme }) {
  await browser.emulate({ scheme });
  await browser.resize(width, 800);
  await show(browser, state);
  const height = await browser.run(() => Math.ceil(document.body.getBoundingClientRect().height) + 16);
  await browser.resize(width, height);
  return PNG.sync.read(await browser.screenshot());
}

/**
 * What letters look like in this browser on this machine, as one word.
 *
 * @param {import("./browser.js").Browser} browser
 */
export async function fontsOf(browser) {
  await browser.open("/tests/pages/card.html");
  const drawn = await browser.run(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 600;
    canvas.height = 120;
    const context = canvas.getContext("2d");
    for (const [place, font] of ["17px system-ui", "600 24px system-ui", "15px sans-serif"].entries()) {
      if (context) {
        context.font = font;
        context.fillText("Most here say fine from Sunday 5:00 PM, é 24 ½ “…”", 4, 36 * (place + 1));
      }
    }
    return canvas.toDataURL();
  });
  return createHash("sha256").update(drawn).digest("hex").slice(0, 16);
}
