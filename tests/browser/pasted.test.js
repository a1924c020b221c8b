/** What a phone, a page editor or a word processor puts into a value that somebody pastes: nobody sees it, and it changes nothing. */
import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { seesAnswer } from "./assertions.js";
import { startBrowser } from "./browser.js";
import { askByHours } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

it("a patient can call a clinic whose number was pasted from a phone", async () => {
  await browser.open("/");
  await browser.run(() => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    element.removeAttribute("ask");
    const given = {
      treatment: "\ufeffDys\u00adport\u200b",
      activity: "lying\u2011flat",
      hours: "\u202d14\u202c",
      clinic: "Elm Street",
      protocol: "lying\u2011flat\u00a024\u202fh\u200b",
      contact: "\u202d+1 212 555\u20110100\u202c",
      emergency: "\u2068911\u2069",
    };
    for (const [name, value] of Object.entries(given)) {
      element.setAttribute(name, value);
    }
  });
  await browser.until(
    async () => /Elm Street asks you to wait 24 hours/.test(await browser.text()),
    "the clinic's wait is there",
  );
  const call = await browser.one("link", "Call 911");
  assert.equal(await call.getAttribute("href"), "tel:911");
  const numbers = await browser.all("link", /Call Elm Street/);
  assert.ok(numbers.length > 0, "the clinic's number is a link");
  for (const number of numbers) {
    assert.equal(await number.getAttribute("href"), "tel:+12125550100");
    assert.match(await number.getText(), /\+1 212 555-0100/);
  }
});

it("a patient has an answer to hours that were pasted", async () => {
  await browser.open("/");
  await askByHours(browser, { treatment: "Dysport", hours: "\u200e14\u00a0" });
  await seesAnswer(browser);
});

it("a patient has an answer to a link that was pasted", async () => {
  await browser.open("/#treatment=Dys%C2%ADport%E2%80%8B&hours=%E2%80%AD14%E2%80%AC");
  await seesAnswer(browser);
});

it("an owner reads what is left of a pasted value that is none", async () => {
  await browser.open("/");
  const error = browser.run(() => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    const told = new Promise((resolve) => {
      element.addEventListener("aftercare-error", (event) => resolve(Reflect.get(event, "detail").message));
    });
    element.setAttribute("treatment", "Resty\u00adlane\u200b");
    return /** @type {Promise<string>} */ (told);
  });
  assert.match(await error, /^treatment is "Restylane"; accepted: /);
  // The owner's line in the console is theirs.
  await browser.open("/");
});
