/** A link that somebody has made up: what it can do to a reader, and what not. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { seesAnswer } from "./assertions.js";

const FORGED =
  "clinic=Forged+Clinic&protocol=exercise+1min&contact=5550100&emergency=5550199&Clinic=Forged+Clinic";
const ASKED = "treatment=dysport&hours=14";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());
afterEach(async () => {
  await browser.enter(null);
  await browser.assertQuiet();
});

async function readsNothingForged() {
  const text = await seesAnswer(browser);
  assert.doesNotMatch(text, /Forged|asks you to wait|5550100|5550199/);
}

it("the page's link chooses what is asked, says nothing of a clinic, and is cleared once read", async () => {
  await browser.open(`/#${ASKED}&${FORGED}`);
  await readsNothingForged();
  const { href, pathname, origin } = new URL(await browser.driver.getCurrentUrl());
  assert.equal(href, `${origin}${pathname}`, "the address holds no treatment time any more");
});

it("the frame's link cannot speak for a clinic either, before its # or behind it", async () => {
  await browser.open(`/embed.html?${ASKED}&${FORGED}`);
  await readsNothingForged();
  await browser.open(`/embed.html?treatment=dysport&${FORGED}#hours=14&${FORGED}`);
  await readsNothingForged();
});

it("a page around the frame cannot make it say anything by messages, and learns its height alone", async () => {
  const folder = fileURLToPath(new URL("../../target/hosts/hostile-parent/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}index.html`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A site</title><script>
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(JSON.stringify(data)));
      addEventListener("load", () => {
        const [frame] = document.querySelectorAll("iframe");
        for (const type of ["aftercare-consensus:settings", "aftercare-consensus:height", "clinic"]) {
          const words = { clinic: "Forged Clinic", protocol: "exercise 1min", contact: "5550100" };
          frame.contentWindow.postMessage({ type, ...words, settings: words, attributes: words }, "*");
        }
      });
    </script></head><body><iframe title="Aftercare" width="700" height="800"
      src="/aftercare/embed.html?${ASKED}"></iframe></body></html>`,
  );
  await browser.open("/hosts/hostile-parent/");
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await readsNothingForged();
  await browser.enter(null);
  /** @type {string[]} */
  const heard = await browser.run(() => Reflect.get(window, "heard"));
  for (const message of heard) {
    assert.match(message, /^\{"type":"aftercare-consensus:height","height":\d+\}$/);
  }
  assert.ok(heard.length > 0, "it is told the height");
});
