/** A patient finds what they had by the name that they know, or says that they do not know it. */
import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { choose } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 390, height: 844 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** Opens the page with a link that leaves the treatment open. @param {string} hash */
async function open(hash) {
  await browser.open("about:blank");
  await browser.open(`/${hash}`, { clock: "2026-11-22T07:00" });
}

const list = async () => browser.one("combobox", "Treatment");

/** The name of the group of each choice, by what the choice says. @returns {Promise<Record<string, string>>} */
const groups = async () =>
  browser.run(
    (/** @type {HTMLSelectElement} */ select) =>
      Object.fromEntries(
        [...select.options].map(({ text, parentElement }) => [
          text,
          parentElement instanceof HTMLOptGroupElement ? parentElement.label : "",
        ]),
      ),
    await list(),
  );

/** @returns {Promise<{ name: string, generic: string, aliases: string[] }[]>} */
const products = async () =>
  JSON.parse(
    await browser.run(async () => {
      const { treatments } = (await Reflect.get(window, "AftercareConsensus").init()).catalog();
      return JSON.stringify(treatments.filter((/** @type {any} */ { generic }) => generic));
    }),
  );

/** What the page says above and in the answer, without the form. */
const said = () =>
  browser.run(() => {
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    const texts = [...(shadow?.querySelectorAll("[part=told], .told, [part=asked], .asked") ?? [])];
    // Of the page's two headings one is shown.
    return [
      document.querySelector("h1")?.innerText ?? "",
      ...texts.map(({ textContent }) => textContent ?? ""),
    ];
  });

/** @returns {Promise<string>} */
const question = () =>
  browser.run(() => /** @type {any} */ (document.querySelector("aftercare-consensus")).question);

it("every brand is a choice, beside the others of its product", async () => {
  await open("#hours=14");
  const found = await groups();
  for (const { name, aliases } of await products()) {
    const group = aliases.length > 0 ? `${name} and its other names` : "Others";
    for (const brand of [name, ...aliases]) {
      assert.equal(found[brand], group, brand);
    }
  }
  assert.equal(found["Another product, or I don’t know"], "Not in this list?");
  assert.match(await browser.text(), /Not for fillers: they have different waits\./);
  await browser.assertAccessible("the list of treatments");
});

it("who had Azzalure reads Azzalure, here and by the link", async () => {
  await open("#hours=14");
  await choose(browser, "Treatment", "Azzalure");
  for (const text of await said()) {
    assert.doesNotMatch(text, /Dysport/);
  }
  assert.ok((await said()).some((text) => text.includes("Azzalure")));
  assert.match(await question(), /^treatment=Azzalure&/);
  await open(`#${await question()}`);
  assert.ok((await said()).some((text) => text.includes("Azzalure")));
  assert.match(await question(), /^treatment=Azzalure&/, "the link leads to the same question");
});

it("who does not know what it was has an answer that names no product", async () => {
  await open("#hours=14");
  await choose(browser, "Treatment", "Another product, or I don’t know");
  assert.match(await question(), /^treatment=any&/);
  const texts = (await said()).join("\n");
  assert.match(texts, /your injections/i);
  for (const { name, generic, aliases } of await products()) {
    for (const known of [name, generic, ...aliases]) {
      assert.ok(!texts.includes(known), `${known} in ${texts}`);
    }
  }
  assert.match(await browser.text(), /any product/, "it says that answers on all products count");
});

it("without brands the list has none, and one can still not know", async () => {
  await open("#hours=14&names=generic");
  const found = Object.keys(await groups());
  for (const { name, generic, aliases } of await products()) {
    assert.ok(found.includes(generic));
    for (const brand of [name, ...aliases]) {
      assert.ok(!found.includes(brand), brand);
    }
  }
  assert.ok(found.includes("Another product, or I don’t know"));
});
