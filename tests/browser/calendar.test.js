/** A page's or a device's calendar: one that cannot be read, and nights on which clocks change by more or less than an hour. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { module } from "../node/dist.js";
import { OWN_TEXT } from "./assertions.js";
import { startBrowser } from "./browser.js";
import { askByClock } from "./user-actions.js";

const { guidance } = await module();

/** What a page has done to the browser's calendar, so that the day is lost. */
const BROKEN = {
  "hours are always midnight": "Date.prototype.getHours = () => 0",
  "hours are always late": "Date.prototype.getHours = () => 23",
  "hours are no number": "Date.prototype.getHours = () => NaN",
  "hours are negative": "Date.prototype.getHours = () => -5",
  "hours are text": "Date.prototype.getHours = () => '17'",
  "hours are gone": "delete Date.prototype.getHours",
  "minutes throw": "Date.prototype.getMinutes = () => { throw new Error('no') }",
  "the zone is no number": "Date.prototype.getTimezoneOffset = () => NaN",
  "the zone is absurd": "Date.prototype.getTimezoneOffset = () => 1e9",
  "the zone contradicts the hours": "Date.prototype.getTimezoneOffset = () => -540",
  "a date is always the same": "const Real = Date; Date = class extends Real { constructor() { super(0) } }",
  "a date is no date": "const Real = Date; Date = class extends Real { constructor() { super(NaN) } }",
};

/** The calendar's texts alone are garbage, so that the day is known. */
const GARBLED = {
  "texts have no separators":
    "Intl.DateTimeFormat.prototype.formatToParts = () => []; Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => () => '20261121000000' })",
  "texts are empty":
    "Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => () => '' })",
  "texts throw":
    "Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => () => { throw new Error('no') } })",
  "there is no Intl": "delete globalThis.Intl",
};

const HOUR = 3_600_000;

describe("a patient on a page that has broken the browser's calendar", () => {
  /** @type {import("./browser.js").Browser} */
  let browser;

  before(async () => {
    browser = await startBrowser({ width: 800, height: 900 });
  });
  after(() => browser.end());

  /**
   * @param {string} name
   * @param {string} script what the page does before ours
   * @param {string} attributes
   */
  async function open(name, script, attributes) {
    const folder = fileURLToPath(new URL(`../../target/hosts/calendar-${name}/`, import.meta.url));
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      `${folder}index.html`,
      `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A site</title>
      <script>${script}</script>
      <script src="/aftercare/aftercare-consensus.iife.js" defer></script></head>
      <body><aftercare-consensus treatment="dysport" ${attributes}>${OWN_TEXT}</aftercare-consensus></body></html>`,
    );
    await browser.open(`/hosts/calendar-${name}/`);
    await browser.until(
      async () => await browser.run(() => Boolean(document.querySelector("aftercare-consensus")?.shadowRoot)),
      "the element is there",
    );
    return browser.run(async () => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      await element.ready;
      const card = element.guidance;
      return card && { hours: card.hoursElapsed, panels: JSON.stringify(card.panels) };
    });
  }

  for (const [name, script] of Object.entries({ ...BROKEN, ...GARBLED })) {
    it(`has never a less careful answer: ${name}`, async () => {
      for (const hours of [1, 5, 15]) {
        const instant = new Date(Date.now() - hours * HOUR).toISOString();
        const card = await open("instant", script, `treated-at="${instant}"`);
        assert.ok(card && card.hours >= hours, "an instant needs no calendar");
        if (name in BROKEN) {
          const { panels } = guidance("dysport", card.hours);
          assert.deepEqual(JSON.parse(card.panels), panels, `${hours} hours: as without a clock`);
        }
      }
    });
  }

  for (const [name, script] of Object.entries(BROKEN)) {
    it(`reads why there is no answer, for a time on the reader's own clock: ${name}`, async () => {
      const local = "2026-11-20T17:00";
      assert.equal(await open("local", script, `treated-at="${local}"`), null);
      const text = await browser.text();
      assert.match(text, /We can’t read the clock of this browser/);
      assert.ok(text.includes(OWN_TEXT), "the text inside the element is there");
    });
  }
});

describe("a patient in a zone whose clocks change by more or less than an hour", () => {
  for (const { zone, visits } of [
    {
      zone: "Australia/Lord_Howe",
      visits: [
        // At 02:00 on 5 April 2026 the clocks went back to 01:30.
        { clock: "2026-04-05T05:00", date: "2026-04-05", time: "01:45", told: "3 hours 15 minutes" },
        { clock: "2026-04-05T05:00", date: "2026-04-05", time: "01:15", told: "4 hours 15 minutes" },
        // At 02:00 on 4 October 2026 they went to 02:30.
        { clock: "2026-10-04T05:00", date: "2026-10-04", time: "02:15", told: "2 hours 15 minutes" },
      ],
    },
    {
      zone: "Antarctica/Troll",
      visits: [
        // At 03:00 on 25 October 2026 the clocks went back to 01:00.
        { clock: "2026-10-25T06:00", date: "2026-10-25", time: "01:30", told: "4 hours 30 minutes" },
        { clock: "2026-10-25T06:00", date: "2026-10-25", time: "02:30", told: "3 hours 30 minutes" },
        // At 01:00 on 29 March 2026 they went to 03:00.
        { clock: "2026-03-29T06:00", date: "2026-03-29", time: "02:00", told: "2 hours" },
      ],
    },
  ]) {
    it(`has the later reading of a clock time that comes twice or never: ${zone}`, async () => {
      const browser = await startBrowser({ width: 800, height: 900, zone });
      try {
        for (const { clock, date, time, told } of visits) {
          await browser.open("/", { clock });
          await askByClock(browser, { treatment: "Dysport", date, time });
          assert.match(await browser.text(), new RegExp(`${told} after Dysport`), `${date} ${time}`);
        }
      } finally {
        await browser.end();
      }
    });
  }
});
