/** The page's journeys, as a patient walks them. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { startBrowser } from "./browser.js";
import { askByClock, askByHours, choose, later } from "./patient.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** The heading of the answer. */
async function status() {
  const headings = await browser.all("heading", /^(All|Most) here say|^No clear majority|^Too few/);
  assert.equal(headings.length, 1, "there is one answer on the page");
  return headings[0].getAccessibleName();
}

/** The labels of the panels' bars: how many say what. */
async function tallies() {
  const bars = await browser.all("image", /^\d+ fine/);
  return Promise.all(bars.map((bar) => bar.getAccessibleName()));
}

describe("a patient who was treated at 17:00 and asks at 07:00", () => {
  before(async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  });

  it("reads who says what, and how many", async () => {
    assert.match(await browser.text(), /\d+ of \d+ doctors.* here say/);
    assert.match(await status(), /here say|No clear majority/);
  });

  it("reads from when most say fine, as a day and a clock time, and how long that is", async () => {
    assert.match(
      await browser.text(),
      /Most (say|have said) fine (from|since) \w+day \d+:\d\d\sPM, in \d+ hours/,
    );
  });

  it("reads that the next day is counted from the clock time", async () => {
    assert.match(await browser.text(), /counted from your treatment time/);
  });

  it("finds the tally as a picture with a label that counts", async () => {
    const bars = await browser.all("image", /^\d+ fine, \d+ not clear, \d+ wait$/);
    assert.ok(bars.length > 0, "each panel's tally has a label");
  });

  it("reads the claims, the red flags, the notice and the data's version", async () => {
    const text = await browser.text();
    for (const part of [
      /Does exercise weaken the result\? No: \d+\. It may: \d+\./,
      /Call your emergency number now for:/,
      /trouble breathing/,
      /Get medical help right away for:/,
      /Do not drive/,
      /instructions of your own clinic come first/,
      /Opinions, not studies/,
      /Data 20\d\d\.\d+\.\d+, last changed 20\d\d-\d\d/,
    ]) {
      assert.match(text, part);
    }
  });

  it("sees every answer that counts, with its stance, its times and its source", async () => {
    await (await browser.summary()).click();
    await browser.driver.wait(
      async () => (await browser.all("heading", /surgeon|ermatologist/)).length > 0,
      5000,
    );
    const card = await browser.run(() =>
      Reflect.get(window, "AftercareConsensus").guidance("Dysport", 14, { treatedAt: "17:00" }),
    );
    const voices = await browser.run(() =>
      [...(document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll(".voice") ?? [])].map(
        (voice) => /** @type {HTMLElement} */ (voice).innerText,
      ),
    );
    assert.equal(voices.length, card.answers.length, "one entry for each answer of the card");
    for (const voice of voices) {
      assert.match(voice, /(fine|wait|not clear|no time given)\n/, "each says what it says now");
      assert.match(voice, /Says (wait|fine|avoid)/, "each says its times");
    }
    const links = await browser.all("link", /^https?:|Exercise|Dysport|page|sheet/i);
    for (const link of links) {
      assert.match(
        String(await link.getAttribute("rel")),
        /noreferrer/,
        "no source learns where a reader came from",
      );
    }
  });

  it("is told once, politely, when the status changes", async () => {
    const [region] = await browser.all("status");
    const before = await browser.textOf(region);
    assert.match(before, /here say/);
    await later(browser, 10 * 60);
    assert.notEqual(await browser.textOf(region), before, "24 hours after, the announcement is another");
  });
});

describe("a patient who only knows the hours", () => {
  before(async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "4,5" });
  });

  it("gets the answer for these hours, with care about the next day", async () => {
    const shown = await browser.text();
    const card = await browser.run(() => Reflect.get(window, "AftercareConsensus").guidance("botox", 4.5));
    assert.ok(shown.includes(card.summary), `the page shows "${card.summary}"`);
    assert.match(shown, /counted with care: 24 hours/);
  });

  it("sees the hours grow while the page stays open", async () => {
    await later(browser, 2 * 60);
    const card = await browser.run(() => Reflect.get(window, "AftercareConsensus").guidance("botox", 6.5));
    const shown = await browser.text();
    assert.ok(shown.includes(card.summary), `two hours later the page shows "${card.summary}"`);
    await later(browser, -2 * 60);
  });

  it("chooses another activity and sees another answer", async () => {
    await choose(browser, "Activity", "Flying");
    const card = await browser.run(() =>
      Reflect.get(window, "AftercareConsensus").guidance("botox", 4.5, { activity: "flying" }),
    );
    assert.equal(card.status, "not_enough", "few speak of flying");
    assert.equal(await status(), "Too few answers");
    assert.ok((await browser.text()).includes(card.summary));
  });
});

describe("a patient whose doctors and instructions do not agree", () => {
  before(() => browser.open("/", { clock: "2026-11-22T07:00" }));

  it("is told so where they are more than one status apart, and sees the more careful view", async () => {
    await askByHours(browser, { treatment: "Xeomin", hours: "24" });
    const card = await browser.run(() => Reflect.get(window, "AftercareConsensus").guidance("xeomin", 24));
    assert.deepEqual(
      card.panels.map((/** @type {any} */ panel) => panel.status),
      ["fine", "divided"],
      "the data still have the case that this test is about",
    );
    assert.match(
      await browser.text(),
      /do not agree: Doctors: All here say fine; Instructions: No clear majority/,
    );
    assert.equal(await status(), "No clear majority");
  });

  it("is not troubled where they nearly agree", async () => {
    await askByHours(browser, { treatment: "Botox", hours: "24" });
    assert.doesNotMatch(await browser.text(), /do not agree/);
  });

  it("sees the other activities side by side, each with its number of answers", async () => {
    const shown = await browser.text();
    const { activities } = await browser.run(() => Reflect.get(window, "AftercareConsensus").catalog());
    for (const { id, name } of activities.filter((/** @type {any} */ activity) => !activity.default)) {
      const card = await browser.run(
        (activity) => Reflect.get(window, "AftercareConsensus").guidance("botox", 24, { activity }),
        id,
      );
      const most = card.fineFrom.most;
      const value = most === null ? "too few answers" : most === 0 ? "at once" : "after";
      assert.match(
        shown,
        new RegExp(`${name.replace(/[()]/g, ".")}\\s+[^\\n]*${value} ?\\(\\d+`),
        `${name} is there`,
      );
    }
  });
});

describe("a patient who meets an old copy", () => {
  it("is told that the data are old, on the card", async () => {
    await browser.open("/", { clock: "2028-02-01T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "5" });
    assert.match(await browser.text(), /last changed in 20\d\d-\d\d, more than 12 months ago/);
  });

  it("is not told so while the data are young", async () => {
    await browser.open("/", { clock: "2026-12-01T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "5" });
    assert.doesNotMatch(await browser.text(), /months ago/);
  });
});

describe("a patient who makes a slip", () => {
  before(() => browser.open("/", { clock: "2026-11-22T07:00" }));

  it("sees no answer before there is a question", async () => {
    assert.match(await browser.text(), /Choose your treatment and say when it was/);
    assert.equal((await browser.all("heading", /here say/)).length, 0);
  });

  it("gets a sentence for a time that is still to come", async () => {
    await askByClock(browser, { treatment: "Xeomin", date: "2026-11-22", time: "17:00" });
    assert.match(await browser.text(), /That time is still to come/);
    assert.equal((await browser.all("heading", /here say/)).length, 0, "and no answer");
  });

  it("gets a sentence for hours that are no number", async () => {
    await askByHours(browser, { treatment: "Xeomin", hours: "five" });
    assert.match(await browser.text(), /Give the hours as a number from 0 up/);
  });

  it("gets a sentence for hours before the treatment", async () => {
    await askByHours(browser, { treatment: "Xeomin", hours: "-3" });
    assert.match(await browser.text(), /Give the hours as a number from 0 up/);
  });
});

describe("a night on which the clocks change", () => {
  it("has its own midnight and six o'clock by the browser's calendar", async () => {
    // The clocks of New York went back at 02:00 on 1 November 2026, so six
    // o'clock came 14 hours after 17:00, not 13: at 05:45, 13 hours and 45
    // minutes after, those who say "the next day" do not say fine yet.
    await browser.open("/", { clock: "2026-11-01T05:45" });
    await askByClock(browser, { treatment: "Dysport", date: "2026-10-31", time: "17:00" });
    const before = await tallies();
    await browser.open("/", { clock: "2026-11-01T06:00" });
    await askByClock(browser, { treatment: "Dysport", date: "2026-10-31", time: "17:00" });
    const after = await tallies();
    assert.notDeepEqual(before, after, '"the next day" begins at six on the visitor\'s clock');
  });
});

describe("a reader at a link of a source", () => {
  it("keeps their place while the countdown goes on", async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "14" });
    await (await browser.summary()).click();
    await browser.driver.wait(
      async () => (await browser.all("heading", /surgeon|ermatologist/)).length > 0,
      5000,
    );
    const focused = () =>
      browser.run(
        () => document.querySelector("aftercare-consensus")?.shadowRoot?.activeElement?.textContent,
      );
    await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      /** @type {HTMLElement | null | undefined} */ (shadow?.querySelector(".voices a"))?.focus();
    });
    const before = await focused();
    assert.ok(before, "a link has the focus");
    const next = await browser.run(
      () => document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".next")?.textContent,
    );
    await later(browser, 1);
    assert.notEqual(
      await browser.run(
        () => document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".next")?.textContent,
      ),
      next,
      "a minute later the countdown says another time",
    );
    assert.equal(await focused(), before, "and the reader is where they were");
  });
});

describe("a patient without a mouse", () => {
  it("reaches every control with the tab key and answers with the keyboard alone", async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    const press = (/** @type {string[]} */ ...keys) =>
      browser.driver
        .actions()
        .sendKeys(...keys)
        .perform();
    const focused = () =>
      browser.run(() => {
        const host = document.activeElement;
        const inner = host?.shadowRoot?.activeElement ?? host;
        return inner?.closest("label")?.innerText.split("\n")[0] ?? inner?.textContent?.trim() ?? "";
      });
    await press(Key.TAB);
    assert.match(await focused(), /Skip to the answer/);
    await press(Key.TAB);
    assert.equal(await focused(), "Treatment");
    await press("Dys");
    await press(Key.TAB);
    assert.equal(await focused(), "Activity");
    await press(Key.TAB);
    assert.equal(await focused(), "Date and time");
    await press(Key.ARROW_DOWN);
    await press(Key.TAB);
    assert.equal(await focused(), "Hours since the treatment");
    await press("30");
    const card = await browser.run(() => Reflect.get(window, "AftercareConsensus").guidance("dysport", 30));
    assert.ok((await browser.text()).includes(card.summary), `the page shows "${card.summary}"`);
    await press(Key.TAB);
    assert.match(await focused(), /Who says what/);
    await press(Key.ENTER);
    await browser.driver.wait(
      async () => (await browser.all("heading", /surgeon|ermatologist/)).length > 0,
      5000,
    );
  });
});
