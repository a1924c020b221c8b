/** Renews tests/screenshots/ and tests/snapshots/tree/: what readers see and hear, for review with the code. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { startBrowser } from "./browser.js";
import { packed } from "./indexed-png.js";
import * as pictures from "./pictures.js";
import { show } from "./states.js";
import * as trees from "./accessibility-tree.js";

for (const [folder, ending] of /** @type {const} */ ([
  [pictures.KEPT, ".png"],
  [trees.KEPT, ".txt"],
])) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((name) => name.endsWith(ending))) {
    rmSync(new URL(name, folder));
  }
}

const browser = await startBrowser();
try {
  let bytes = 0;
  for (const picture of pictures.PICTURES) {
    const png = packed(await pictures.take(browser, picture));
    bytes += png.length;
    writeFileSync(new URL(picture.file, pictures.KEPT), png);
  }
  writeFileSync(pictures.FONTS, `${await pictures.fontsOf(browser)}\n`);
  await browser.emulate({});
  await browser.resize(360, 640);
  for (const state of trees.JOURNEYS) {
    await show(browser, state);
    writeFileSync(new URL(`${state.name}.txt`, trees.KEPT), await trees.treeOf(browser));
  }
  console.log(
    `${pictures.PICTURES.length} pictures of ${Math.round(bytes / 1000)} kB, ${trees.JOURNEYS.length} trees`,
  );
} finally {
  await browser.end();
}
