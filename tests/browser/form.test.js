/** Saying when the treatment was, and room for the answer on a phone. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { askByClock, choose } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 360, height: 640 });
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** @param {string} clock */
const open = (clock) => browser.open("/", { clock });

/** @param {string} choice */
const press = async (choice) => (await browser.one("button", choice)).click();

/** @param {...string} names of radio buttons, as they are seen */
const pick = async (...names) => {
  for (const name of names) {
    await (await browser.one("radio", name)).click();
  }
};

const focused = () => browser.focusedName();

const MORNING = "Morning before noon";
const AFTERNOON = "Afternoon noon to 6";
const EVENING = "Evening after 6";

describe("a patient who knows the part of the day alone", () => {
  for (const { clock, offered } of [
    { clock: "2026-11-22T03:00", offered: [MORNING] },
    { clock: "2026-11-22T12:00", offered: [MORNING, AFTERNOON] },
    { clock: "2026-11-22T20:00", offered: [MORNING, AFTERNOON, EVENING] },
  ]) {
    it(`can choose what has begun today, and all of yesterday, at ${clock.slice(11)}`, async () => {
      await open(clock);
      const choices = async () => {
        const names = [];
        for (const radio of await browser.all("radio")) {
          if (await radio.isEnabled()) {
            names.push(await radio.getAccessibleName());
          }
        }
        return names.slice(3);
      };
      assert.deepEqual(await choices(), offered);
      await pick("Yesterday");
      assert.deepEqual(await choices(), [MORNING, AFTERNOON, EVENING]);
    });
  }

  for (const { clock, day, part, treatedAt, hours, told } of [
    {
      clock: "2026-11-22T07:00",
      day: "Yesterday",
      part: AFTERNOON,
      treatedAt: "18:00",
      hours: 13,
      told: "Saturday afternoon",
    },
    {
      clock: "2026-12-01T11:59",
      day: "Yesterday",
      part: EVENING,
      treatedAt: "23:59",
      hours: 12,
      told: "Monday evening",
    },
    {
      clock: "2026-11-22T20:30",
      day: "Today",
      part: MORNING,
      treatedAt: "12:00",
      hours: 8.5,
      told: "Sunday morning",
    },
    {
      clock: "2026-11-22T20:30",
      day: "Today",
      part: AFTERNOON,
      treatedAt: "18:00",
      hours: 2.5,
      told: "Sunday afternoon",
    },
    {
      clock: "2026-11-22T09:30",
      day: "Today",
      part: MORNING,
      treatedAt: "09:30",
      hours: 0,
      told: "Sunday morning",
    },
  ]) {
    it(`has the careful answer to "${day}, ${part}", and reads that its time is a guess: at ${clock}`, async () => {
      await open(clock);
      await choose(browser, "Treatment", "Dysport");
      await pick(day, part);
      await press("Show the answer");
      const { summary } = await browser.run(
        async (elapsed, at) =>
          (await Reflect.get(window, "AftercareConsensus").init()).guidance("dysport", elapsed, {
            treatedAt: at,
          }),
        hours,
        treatedAt,
      );
      const text = await browser.text();
      assert.ok(text.includes(summary), `it says "${summary}"`);
      assert.match(text, new RegExp(`reated about ${told}`));
      assert.match(text, /(from|since) about /, "and so is what is worked out from it");
      assert.notEqual(await focused(), "", "the reader is led to the answer");
    });
  }

  it("is told that it is read with care", async () => {
    await open("2026-11-22T07:00");
    assert.match(await browser.text(), /We use the latest likely time, to be safe\./);
  });

  it("can say the time after all, which empties the part of the day, and the other way round", async () => {
    await open("2026-11-22T07:00");
    await choose(browser, "Treatment", "Dysport");
    await pick("Yesterday", AFTERNOON);
    const time = () => browser.field("Time");
    const part = async () => (await browser.one("radio", AFTERNOON)).isSelected();
    assert.deepEqual([await (await time()).getProperty("value"), await part()], ["", true]);
    await browser.set(await time(), "15:00");
    assert.match(await browser.text(), /16 hours after/);
    assert.equal(await part(), false);
    await pick(AFTERNOON);
    assert.match(await browser.text(), /13 hours after/);
    assert.deepEqual([await (await time()).getProperty("value"), await part()], ["", true]);
  });
});

describe("a patient who asks too early", () => {
  it("is led to what is still to be said", async () => {
    await open("2026-11-22T07:00");
    await press("Show the answer");
    assert.equal(await focused(), "Treatment");
    await choose(browser, "Treatment", "Dysport");
    await press("Show the answer");
    assert.equal(await focused(), "Time");
    await press("Say how many hours ago instead");
    assert.equal(await focused(), "How many hours ago?");
    await press("Show the answer");
    assert.equal(await focused(), "How many hours ago?");
  });
});

describe("a patient with large letters on a phone", () => {
  it("reads every word of the form in one piece, at 200 % on 390 pixels", async () => {
    await browser.resize(390, 844);
    for (const path of ["/", "/index.es.html"]) {
      await browser.open(path, { clock: "2026-11-22T07:00" });
      await browser.drawn("button.show");
      const broken = await browser.run(() => {
        document.documentElement.style.fontSize = "200%";
        const root = document.querySelector("aftercare-consensus")?.shadowRoot;
        const form = /** @type {HTMLElement} */ (root?.querySelector(".ask"));
        const found = [];
        const walker = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest("option, .unseen") || !node.parentElement?.checkVisibility()) {
            continue;
          }
          for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[^\s]+/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (tops.size > 1) {
              found.push(word);
            }
          }
        }
        return [...found, ...(form.scrollWidth > form.clientWidth ? ["it is too wide"] : [])];
      });
      assert.deepEqual(broken, [], path);
    }
    await browser.resize(360, 640);
  });
});

describe("a patient who presses the button with something missing", () => {
  for (const [path, treatment, time, missing] of [
    ["/", "Treatment", "Time", ["Choose your treatment.", "Enter the time, or choose a part of the day."]],
    [
      "/index.es.html",
      "Tratamiento",
      "Hora",
      ["Elija su tratamiento.", "Escriba la hora o elija una parte del día."],
    ],
  ]) {
    it(`sees and hears at each field what it lacks, until it is filled in: ${path}`, async () => {
      await browser.open(/** @type {string} */ (path), { clock: "2026-11-22T07:00" });
      /** @type {[string, string][]} */
      const fields = [
        [String(treatment), missing[0]],
        [String(time), missing[1]],
      ];
      /** What the browser tells a screen reader of a field. */
      const heard = async (/** @type {string} */ name) =>
        browser.run(
          (/** @type {Element} */ field) => {
            const root = /** @type {ShadowRoot} */ (field.getRootNode());
            const sentence = root.getElementById(field.getAttribute("aria-describedby") ?? "");
            const box = sentence?.getBoundingClientRect();
            return {
              isInvalid: field.getAttribute("aria-invalid") === "true",
              isAlert: sentence?.getAttribute("role") === "alert",
              text: sentence?.lastElementChild?.textContent ?? "",
              isBeside:
                box !== undefined &&
                box.height > 0 &&
                Math.abs(field.getBoundingClientRect().top - box.bottom) < 24,
            };
          },
          await browser.field(name),
        );
      const button = await browser.drawn("button.show");
      await button.click();
      for (const [name, text] of fields) {
        assert.deepEqual(await heard(name), { isInvalid: true, isAlert: true, text, isBeside: true });
      }
      assert.equal(await focused(), treatment);
      await browser.assertAccessible("fields that are missing");
      await choose(browser, String(treatment), "Dysport");
      assert.ok(!(await browser.text()).includes(missing[0]));
      assert.equal((await heard(String(treatment))).isInvalid, false);
      await button.click();
      assert.equal(await focused(), time);
      await browser.set(await browser.field(String(time)), "06:00");
      assert.ok(!(await browser.text()).includes(missing[1]));
      assert.match(await browser.text(), /· 1 (hour after|hora tras) Dysport/);
    });
  }
});

describe("a patient with a small phone", () => {
  for (const treatment of ["Botox", "Dysport", "Xeomin"]) {
    for (const clock of ["2026-11-21T19:00", "2026-11-22T07:00", "2026-11-22T17:30"]) {
      it(`has the whole answer on the screen: ${treatment}, at ${clock}`, async () => {
        await open(clock);
        await askByClock(browser, { treatment, date: "2026-11-21", time: "17:00" });
        await press("Show the answer");
        const below = await browser.run(() => {
          const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
          const parts = [".icon", ".status", ".next", ".summary"];
          return parts.filter((selector) => {
            const part = shadow?.querySelector(`.answer ${selector}`);
            return !part || part.getBoundingClientRect().bottom > window.innerHeight;
          });
        });
        assert.deepEqual(below, [], "nothing of the answer is below the fold at 360 by 640");
      });
    }
  }
});
