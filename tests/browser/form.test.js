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

const focused = () => browser.focusedName();

describe("a patient who knows roughly when it was", () => {
  for (const { clock, offered } of [
    { clock: "2026-11-22T03:00", offered: ["Just now", "Yesterday afternoon"] },
    { clock: "2026-11-22T09:00", offered: ["Just now", "This morning", "Yesterday afternoon"] },
    {
      clock: "2026-11-22T20:00",
      offered: ["Just now", "This morning", "This afternoon", "Yesterday afternoon"],
    },
  ]) {
    it(`is offered what has begun, at ${clock.slice(11)}`, async () => {
      await open(clock);
      const choices = await browser.all("button");
      const names = await Promise.all(choices.map((button) => button.getAccessibleName()));
      assert.deepEqual(
        names.filter((name) => name !== "Show the answer"),
        offered,
      );
    });
  }

  for (const { clock, choice, treatedAt, hours, told } of [
    {
      clock: "2026-11-22T07:00",
      choice: "Yesterday afternoon",
      treatedAt: "18:00",
      hours: 13,
      told: "Saturday",
    },
    {
      clock: "2026-12-01T07:00",
      choice: "Yesterday afternoon",
      treatedAt: "18:00",
      hours: 13,
      told: "Monday",
    },
    { clock: "2026-11-22T20:30", choice: "This morning", treatedAt: "12:00", hours: 8.5, told: "Sunday" },
    { clock: "2026-11-22T20:30", choice: "This afternoon", treatedAt: "18:00", hours: 2.5, told: "Sunday" },
    { clock: "2026-11-22T09:30", choice: "This morning", treatedAt: "09:30", hours: 0, told: "Sunday" },
    { clock: "2026-11-22T09:30", choice: "Just now", treatedAt: "09:30", hours: 0, told: "Sunday" },
  ]) {
    it(`has the careful answer at once for "${choice}", at ${clock}`, async () => {
      await open(clock);
      await choose(browser, "Treatment", "Dysport");
      await press(choice);
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
      assert.match(text, new RegExp(`Dysport, treated ${told} `));
      assert.match(await focused(), /here say|No clear majority/, "the reader is led to the answer");
    });
  }

  it("is told that each is read with care", async () => {
    await open("2026-11-22T07:00");
    assert.match(await browser.text(), /latest time it may mean/);
  });

  it("can correct the time, which is as they left it", async () => {
    await open("2026-11-22T07:00");
    await choose(browser, "Treatment", "Dysport");
    await press("Yesterday afternoon");
    await press("Change");
    const field = await browser.field("Time");
    assert.equal(await field.getProperty("value"), "18:00");
    await browser.set(field, "15:00");
    assert.match(await browser.text(), /16 hours after/);
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
    await (await browser.one("radio", "Hours ago")).click();
    await press("Show the answer");
    assert.equal(await focused(), "Hours since the treatment");
  });
});

describe("a patient who presses the button with something missing", () => {
  for (const [path, treatment, time, missing] of [
    ["/", "Treatment", "Time", ["Choose your treatment.", "Give the time of the treatment."]],
    ["/index.es.html", "Tratamiento", "Hora", ["Elija su tratamiento.", "Dé la hora del tratamiento."]],
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
              text: sentence?.textContent ?? "",
              isBeside:
                box !== undefined &&
                box.height > 0 &&
                Math.abs(box.top - field.getBoundingClientRect().bottom) < 24,
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
      assert.match(await browser.text(), /Dysport, .*1 ho/);
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
          const parts = [".icon", ".status", ".summary", ".next", ".proviso", ".opinions"];
          return parts.filter((selector) => {
            const part = shadow?.querySelector(`.answer ${selector}`);
            return part ? part.getBoundingClientRect().bottom > window.innerHeight : selector !== ".proviso";
          });
        });
        assert.deepEqual(below, [], "nothing of the answer is below the fold at 360 by 640");
      });
    }
  }
});
