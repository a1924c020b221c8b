/** Makes docs/page.png, the picture in the README: the answer at seven in the morning. */
import { mkdirSync, writeFileSync } from "node:fs";
import { startBrowser } from "./browser.js";
import { askByClock } from "./user-actions.js";

const out = process.argv[2] ?? "docs/page.png";
const [width, height] = (process.argv[3] ?? "420x1040").split("x").map(Number);
const dark = process.argv[4] === "dark";

const browser = await startBrowser({ width, height, scale: 2 });
try {
  await browser.emulate({ scheme: dark ? "dark" : "light" });
  await browser.open("/", { clock: "2026-11-22T07:00" });
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  await (await browser.one("button", "Show the answer")).click();
  await browser.run(() => window.scrollTo(0, 0));
  mkdirSync("docs", { recursive: true });
  writeFileSync(out, await browser.screenshot());
} finally {
  await browser.end();
}
