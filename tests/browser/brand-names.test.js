/** A page without brands: a clinic may not name a medicine to the public. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { askByClock } from "./user-actions.js";
import { seesListedAnswers } from "./assertions.js";

const data = readFileSync(new URL("../../data/treatments.toml", import.meta.url), "utf8");
const products = data.split("[[treatment]]").filter((record) => !record.includes("class = true\n"));
const brands = [...products.join("").matchAll(/^(?:name|aliases) = (.*)$/gm)].flatMap(([, names]) =>
  [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => name.toLowerCase()),
);

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 360, height: 900 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** Opens all that can be opened, and reads everything that is in the page, seen or not. */
async function everything() {
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
  for (const more of ["More choices", "How is this worked out?"]) {
    await (await browser.summary(more)).click();
  }
  return browser.run(() => {
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    const controls = [...document.querySelectorAll("input")].map((input) => input.value);
    const all = [document.title, document.documentElement.outerHTML, shadow?.innerHTML, ...controls].join(
      "\n",
    );
    return decodeURIComponent(all.replaceAll(/%(?![\da-f]{2})/gi, "%25")).toLowerCase();
  });
}

/** @param {string} text */
function namesNoBrand(text) {
  assert.ok(brands.length > 10, "the brands are known");
  const named = brands.filter((brand) => new RegExp(`\\b${brand}\\b`).test(text));
  assert.deepEqual(named, [], "no brand is in the page, its title, the reminder or the link");
}

it("names=generic: nobody finds a brand, wherever they look", async () => {
  await browser.open("/#names=generic", { clock: "2026-11-22T07:00" });
  await askByClock(browser, { treatment: "abobotulinumtoxinA", date: "2026-11-21", time: "17:00" });
  await (await browser.one("button", "Share a link")).click();
  const text = await everything();
  namesNoBrand(text);
  assert.match(text, /source 1\b/, "references are numbers");
  assert.match(text, /begin:vcalendar/, "the reminder was read too");
});

it("names=class: nobody finds a brand or a substance in what the card shows", async () => {
  const link = "#treatment=abobotulinumtoxina&names=class&treated-at=2026-11-21T17:00";
  await browser.open("about:blank");
  await browser.open(`/${link}`, { clock: "2026-11-22T07:00" });
  namesNoBrand(await everything());
  const shown = (await browser.text()).toLowerCase();
  assert.match(shown, /your injections/);
});
