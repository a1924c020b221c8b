/** What readers see and hear is as it was reviewed. `cargo xtask screenshots` renews both; look at the difference. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, afterEach, before, describe, it } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { ownerReadsLines } from "./assertions.js";
import { startBrowser } from "./browser.js";
import { packed } from "./indexed-png.js";
import * as pictures from "./pictures.js";
import { onlyChromium, show } from "./states.js";
import * as trees from "./accessibility-tree.js";

const RENEW = "`cargo xtask screenshots` renews it, where this is as it should be";
const SEEN = new URL("../../target/screenshots/", import.meta.url);

/** So many pixels may differ: the edge of a letter. */
const NOISE = 20;

/** @type {import("./browser.js").Browser | undefined} */
let browser;
/** Why no picture can be compared here. @type {string | undefined} */
let unlike;

before(async () => {
  if (onlyChromium) {
    return;
  }
  browser = await startBrowser();
  if (!existsSync(pictures.FONTS)) {
    unlike = "no pictures are kept yet: `cargo xtask screenshots` makes them";
  } else if (readFileSync(pictures.FONTS, "utf8").trim() !== (await pictures.fontsOf(browser))) {
    unlike = "letters look otherwise on this machine than where the pictures were made";
  }
});
after(() => browser?.end());
afterEach(async () => {
  if (browser) {
    // One of the states is an owner's mistake.
    await ownerReadsLines(browser);
    await browser.assertQuiet();
  }
});

describe("what readers see", { skip: onlyChromium }, () => {
  for (const picture of pictures.PICTURES) {
    it(`is as it was reviewed: ${picture.file}`, async (test) => {
      if (unlike || !browser) {
        test.skip(unlike);
        return;
      }
      const kept = new URL(picture.file, pictures.KEPT);
      assert.ok(existsSync(kept), `tests/screenshots/${picture.file} is missing: ${RENEW}`);
      const before = PNG.sync.read(readFileSync(kept));
      const now = await pictures.take(browser, picture);
      const { width, height } = now;
      const difference = new PNG({ width, height });
      const isSameSize = before.width === width && before.height === height;
      const differs = isSameSize
        ? pixelmatch(before.data, now.data, difference.data, width, height, { threshold: 0.1 })
        : Infinity;
      if (differs > NOISE) {
        mkdirSync(SEEN, { recursive: true });
        writeFileSync(new URL(picture.file, SEEN), packed(now));
        if (isSameSize) {
          writeFileSync(new URL(picture.file.replace(".png", ".diff.png"), SEEN), packed(difference));
        }
        const what = isSameSize ? `${differs} pixels` : `its size, ${before.width}x${before.height}`;
        assert.fail(`${picture.file} differs by ${what}; it is in target/screenshots. ${RENEW}`);
      }
    });
  }
});

describe("what a screen reader hears", { skip: onlyChromium }, () => {
  for (const state of trees.JOURNEYS) {
    it(`is as it was reviewed: ${state.name}`, async (test) => {
      const kept = new URL(`${state.name}.txt`, trees.KEPT);
      if (!browser || !existsSync(kept)) {
        test.skip("no tree is kept yet: `cargo xtask screenshots` makes them");
        return;
      }
      await browser.emulate({});
      await browser.resize(360, 640);
      await show(browser, state);
      assert.equal(await trees.treeOf(browser), readFileSync(kept, "utf8"), RENEW);
    });
  }
});
