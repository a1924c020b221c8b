/** However a site's tools bring the script, a patient reads the answer, and nobody a message. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { OWN_TEXT, seesAnswer } from "./assertions.js";
import { startBrowser } from "./browser.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SCRIPT = "aftercare-consensus.iife.js";
const CACHE = "wp-content/cache/min/1";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
  // A plugin's copy, with a name of its own and with what else it has combined.
  const made = join(root, "target/hosts/replaced-classes", CACHE);
  mkdirSync(made, { recursive: true });
  cpSync(join(root, "dist", SCRIPT), join(made, SCRIPT));
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/**
 * What each tool does in the page with the address or the text of the script.
 *
 * @type {Record<string, (address: string, code: string) => unknown>}
 */
const WAYS = {
  "moved by a cache plugin": (address) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, defer: true }));
  },
  "loaded as a module": (address) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, type: "module" }));
  },
  "imported by a script": (address) => import(address),
  "put into the page": (_, code) => {
    document.body.append(Object.assign(document.createElement("script"), { textContent: code }));
  },
  "put into the page as a module": (_, code) => {
    const script = Object.assign(document.createElement("script"), { textContent: code, type: "module" });
    document.body.append(script);
  },
  "held as a blob": (_, code) => {
    const src = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    document.head.append(Object.assign(document.createElement("script"), { src }));
  },
  "imported from a blob": (_, code) =>
    import(URL.createObjectURL(new Blob([code], { type: "text/javascript" }))),
  "held in an address": (_, code) => {
    const src = `data:text/javascript,${encodeURIComponent(code)}`;
    document.head.append(Object.assign(document.createElement("script"), { src }));
  },
  "evaluated by jQuery": (_, code) => {
    const script = Object.assign(document.createElement("script"), { text: code });
    document.head.append(script);
    script.remove();
  },
  "evaluated where it stands": (_, code) => Reflect.apply(Reflect.get(globalThis, "eval"), undefined, [code]),
  "made into a function": (_, code) => new Function(code)(),
  "combined with others": (_, code) => {
    const text = `"use strict";var jQuery={};(function(){})()\n${code}\nvar after = 1;`;
    document.head.append(Object.assign(document.createElement("script"), { text }));
  },
};

const code = readFileSync(join(root, "dist", SCRIPT), "utf8");

for (const [way, load] of Object.entries(WAYS)) {
  it(`a page whose script is ${way} shows the answer`, async () => {
    await browser.open("/hosts/replaced-classes/empty.html");
    await browser.run((/** @type {string} */ text) => {
      const element = document.createElement("aftercare-consensus");
      element.setAttribute("treatment", "dysport");
      element.setAttribute("hours", "14");
      element.textContent = text;
      document.body.append(element);
    }, OWN_TEXT);
    await browser.run(load, `./${CACHE}/${SCRIPT}`, code);
    await seesAnswer(browser);
    await (await browser.summary("How is this worked out?")).click();
    await browser.settled();
    const links = await browser.run(() => {
      const all =
        document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll("a[href]") ?? [];
      return [...all]
        .map((link) => String(Reflect.get(link, "href")))
        .filter((href) => href.includes("sources"));
    });
    assert.deepEqual(links, [], "no link to a page that is not there");
  });
}
