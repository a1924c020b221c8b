import { answers, seesAnswer } from "../../browser/reader.js";

export const title = "a clinic's page in React shows the answer, renews it, and hears of it";

export const bundle = "app.jsx";

/** @param {import("../../browser/browser.js").Browser} browser */
export default async (browser) => {
  await seesAnswer(browser, { hours: 14 });
  await (await browser.one("button", "A day later")).click();
  await seesAnswer(browser, { hours: 38 });
  const hide = await browser.one("button", "Hide or show");
  await hide.click();
  await browser.until(async () => (await answers(browser)).length === 0, "React takes it away");
  await hide.click();
  const text = await seesAnswer(browser, { hours: 38 });
  if (!text.includes("Told: dysport")) {
    throw new Error("React is not told of the answer by its event");
  }
};
