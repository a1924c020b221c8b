/** What a reader finds on the page of a host. */
import assert from "node:assert/strict";
import { module } from "../node/dist.js";

// The built module, worked out here: what a page shows is compared with what the data say.
const { guidance } = await module();

/** @typedef {import("./browser.js").Browser} Browser */

/** The text that every host of the suite has put inside the element. */
export const OWN_TEXT = "Ask your clinic when exercise is OK.";

/** How the heading of an answer ends, whatever the data say. */
const STATUS = /say (wait|it’s OK)$|^Opinions are split|^Not enough answers$/;

/** @param {Browser} browser */
export const answers = (browser) => browser.all("heading", STATUS);

/**
 * The reader sees the answer, as the data have it, and not the text inside the
 * element.
 *
 * @param {Browser} browser
 * @param {{ treatment?: string, hours?: number, count?: number } & Record<string, any>} [question]
 */
export async function seesAnswer(browser, { treatment = "dysport", hours = 14, count = 1, ...options } = {}) {
  const { summary } = guidance(treatment, hours, options);
  let text = "";
  await browser.until(
    async () => {
      text = await browser.text();
      return text.includes(summary) && (await answers(browser)).length === count;
    },
    `a reader sees ${count === 1 ? "the answer" : `${count} answers`}, with "${summary}"`,
  );
  text = await browser.text();
  assert.ok(!text.includes(OWN_TEXT), "the text inside the element gives way to the answer");
  await browser.settled();
  return browser.text();
}

/**
 * The reader sees the summary of an answer, be it in an element that a driver does not know since
 * it came from another frame.
 *
 * @param {Browser} browser
 * @param {{ treatment?: string, hours: number } & Record<string, any>} question
 */
export function seesSummary(browser, { treatment = "dysport", hours, ...options }) {
  const { summary } = guidance(treatment, hours, options);
  return browser.until(
    async () => (await browser.text()).includes(summary),
    `a reader sees the answer, with "${summary}"`,
  );
}

/**
 * Who says what, as headings; none while the list is closed or not loaded.
 *
 * @param {Browser} browser
 */
export const listedAnswers = (browser) => browser.all("heading", /surgeon|ermatologist/);

/**
 * The reader, who has opened the list, sees who says what.
 *
 * @param {Browser} browser
 */
export function seesListedAnswers(browser) {
  return browser.until(
    async () => (await listedAnswers(browser)).length > 0,
    "the reader sees who says what",
  );
}

/**
 * A clinic's page in a framework shows the answer, renews it, takes it away and
 * back, and hears of it.
 *
 * @param {Browser} browser
 * @param {string} framework
 */
export async function followsFramework(browser, framework) {
  await seesAnswer(browser, { hours: 14 });
  await (await browser.one("button", "A day later")).click();
  await seesAnswer(browser, { hours: 38 });
  const hide = await browser.one("button", "Hide or show");
  await hide.click();
  await browser.until(async () => (await answers(browser)).length === 0, `${framework} takes it away`);
  await hide.click();
  const text = await seesAnswer(browser, { hours: 38 });
  assert.match(text, /Told: dysport/, `${framework} is told of the answer by its event`);
}

/**
 * The reader can read what the host has put inside the element, and no answer.
 *
 * @param {Browser} browser
 * @param {RegExp} [more] what else the element says
 */
export async function readsOwnText(browser, more) {
  await browser.until(
    async () => {
      const text = await browser.text();
      return text.includes(OWN_TEXT) && (!more || more.test(text));
    },
    `a reader reads "${OWN_TEXT}"${more ? ` and ${more}` : ""}`,
  );
  assert.equal((await answers(browser)).length, 0, "there is no answer");
}

/**
 * The console has lines for the site's owner, whatever they say; they are heard.
 *
 * @param {Browser} browser
 */
export async function ownerReadsLines(browser) {
  await browser.run(() => {
    const all = Reflect.get(window, "__said");
    const others = all.filter(
      (/** @type {string} */ line) => !line.startsWith("console.error: aftercare-consensus: "),
    );
    all.splice(0, all.length, ...others);
  });
}

/**
 * The site's owner finds one line on the console, which no reader finds on the page.
 *
 * @param {Browser} browser
 * @param {RegExp} message
 */
export async function ownerReads(browser, message) {
  /** @returns {Promise<any[]>} */
  const lines = () =>
    browser.run(() => {
      const key = "console.error: aftercare-consensus: ";
      return [...Reflect.get(window, "__said")].filter((line) => line.startsWith(key));
    });
  await browser.until(async () => (await lines()).length > 0, `the owner reads ${message}`);
  const said = await lines();
  assert.equal(said.length, 1, `one line for the owner, not: ${said.join("\n")}`);
  assert.match(said[0], message);
  const text = await browser.text();
  assert.ok(!text.includes(said[0].replace(/^console.error: aftercare-consensus: /, "")), text);
  assert.doesNotMatch(text, /owner|aftercare-consensus/i, "a reader is not troubled");
  // What was expected is heard.
  await browser.run((/** @type {string} */ line) => {
    const all = Reflect.get(window, "__said");
    all.splice(all.indexOf(line), 1);
  }, said[0]);
}

/**
 * The reader sees the answer in the page's frame, which has grown to hold it.
 *
 * @param {Browser} browser
 */
export async function seesGrownFrame(browser) {
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await seesAnswer(browser);
  await browser.enter(null);
  await browser.until(async () => {
    const height = await browser.run(() => document.querySelector("iframe")?.clientHeight ?? 0);
    return height > 300;
  }, "the frame has grown, beyond what the page has given it");
  await browser.enter(frame);
  const { high, shown } = await browser.run(() => ({
    high: document.documentElement.scrollHeight,
    shown: document.documentElement.clientHeight,
  }));
  assert.ok(high <= shown + 1, `nothing is left to scroll: ${high} in ${shown}`);
}

/**
 * The reader sees the card in Spanish, marked as such, with its counts.
 *
 * @param {Browser} browser
 */
export async function seesSpanish(browser) {
  await browser.until(async () => {
    const { lang, text } = await browser.run(() => {
      const root = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".root");
      return { lang: root?.getAttribute("lang"), text: /** @type {HTMLElement} */ (root)?.innerText ?? "" };
    });
    return lang === "es" && /\d+ de \d+ médicos.* (dicen|piden)/.test(text);
  }, "a reader of Spanish sees the card in Spanish");
}
