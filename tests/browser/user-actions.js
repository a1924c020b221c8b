/** What a patient does on the page, in one sentence each. */
import { Select } from "selenium-webdriver/lib/select.js";

/**
 * @typedef {import("./browser.js").Browser} Browser
 */

/**
 * Chooses a treatment and says when it was, by date and time.
 *
 * @param {Browser} browser
 * @param {{ treatment: string, date: string, time: string }} visit
 */
export async function askByClock(browser, { treatment, date, time }) {
  await choose(browser, "Treatment", treatment);
  await press(browser, "Enter a day and time instead");
  await (await browser.one("radio", "Earlier")).click();
  await browser.set(await browser.field("Date"), date);
  await browser.set(await browser.field("Time"), time);
  await browser.settled();
}

/**
 * Chooses a treatment and says how many hours ago it was.
 *
 * @param {Browser} browser
 * @param {{ treatment: string, hours: string }} visit
 */
export async function askByHours(browser, { treatment, hours }) {
  await choose(browser, "Treatment", treatment);
  await press(browser, "Say how many hours ago instead");
  const input = await browser.one("textbox", "How many hours ago?");
  await input.clear();
  await input.sendKeys(hours);
  await browser.settled();
}

/**
 * Presses a button, if it is there.
 *
 * @param {Browser} browser
 * @param {string} name
 */
async function press(browser, name) {
  for (const button of await browser.all("button", name)) {
    await button.click();
  }
}

/**
 * Chooses an option of a list by what it says.
 *
 * @param {Browser} browser
 * @param {string} label
 * @param {string} text
 */
export async function choose(browser, label, text) {
  const list = await browser.one("combobox", label);
  await new Select(list).selectByVisibleText(text);
  await browser.settled();
}

/**
 * Lets minutes pass on the page's clock, and the page look at it.
 *
 * @param {Browser} browser
 * @param {number} minutes
 */
export async function later(browser, minutes) {
  await browser.run((milliseconds) => {
    Reflect.get(window, "__advance")(milliseconds);
    // A page that comes back into view looks at the clock.
    document.dispatchEvent(new Event("visibilitychange"));
  }, minutes * 60_000);
  await browser.settled();
}
