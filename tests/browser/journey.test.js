/** The page's journeys, as a patient walks them. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { startBrowser } from "./browser.js";
import { askByClock, askByHours, choose, later } from "./user-actions.js";
import { seesListedAnswers } from "./assertions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** The heading of the answer. */
async function status() {
  const headings = await browser.all(
    "heading",
    /say (wait|it’s OK)$|^Opinions are split|^Not enough answers$/,
  );
  assert.equal(headings.length, 1, "there is one answer on the page");
  return headings[0].getAccessibleName();
}

/** How many say what, of each panel. */
async function tallies() {
  const counts = await browser.all("button", /^\d+ (says?|do(es)?n’t|gives? no time)\b/);
  return Promise.all(counts.map((count) => count.getAccessibleName()));
}

describe("a patient who was treated at 17:00 and asks at 07:00", () => {
  before(async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  });

  it("reads who says what, and how many", async () => {
    assert.match(await browser.text(), /\d+ of \d+ doctors.* say /);
    assert.match(await status(), /say (wait|it’s OK)$|^Opinions are split/);
  });

  it("reads from when most say fine, as a day and a clock time, and how long that is", async () => {
    // Firefox reports no space where the line breaks at it.
    assert.match(
      await browser.text(),
      /Most (say|have said) it’s OK (from|since) \w+day \d+:\d\d\sPM\s*\(\d+ h from now\)/,
    );
  });

  it("finds how many say what, and nothing that nobody says", async () => {
    const counts = await tallies();
    assert.ok(counts.length >= 4, counts.join("; "));
    assert.ok(counts.every((count) => !count.startsWith("0")));
  });

  it("reads the claims, the red flags, the notice and the data's version", async () => {
    await (await browser.summary("Does exercise weaken the result?")).click();
    const text = await browser.text();
    for (const part of [
      /\d+ of \d+ doctors speaks? of this:/,
      /Call your emergency number now if you have:/,
      /hard time breathing/,
      /Get medical help right away for:/,
      /Don’t drive/,
      /Follow what your own clinic told you/,
      /Based on opinions, not studies/,
      /Data 20\d\d\.\d+\.\d+, \w+ 20\d\d/,
    ]) {
      assert.match(text, part);
    }
  });

  it("sees every answer that counts, with its stance, its times and its source", async () => {
    await (await browser.summary()).click();
    await seesListedAnswers(browser);
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("Dysport", 14, {
        treatedAt: "17:00",
      }),
    );
    const listedAnswers = await browser.run(() =>
      [...(document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll(".voice") ?? [])].map(
        (voice) => /** @type {HTMLElement} */ (voice).innerText,
      ),
    );
    assert.equal(listedAnswers.length, card.answers.length, "one entry for each answer of the card");
    for (const voice of listedAnswers) {
      assert.match(voice, /(says OK|says wait|doesn’t say|gives no time)\n/, "each says what it says now");
      assert.match(voice, /Says (to wait|to avoid|OK)/, "each says its times");
    }
    const outgoing = await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      return [...(shadow?.querySelectorAll("a") ?? [])]
        .filter((link) => link.protocol.startsWith("http") && link.origin !== location.origin)
        .map((link) => link.rel);
    });
    assert.ok(outgoing.length > 0, "there are links to the sources");
    for (const rel of outgoing) {
      assert.match(rel, /noreferrer/, "no source learns where a reader came from");
    }
  });

  it("is told once, politely, when the answer changes", async () => {
    const spoken = async () => {
      const regions = await browser.all("status");
      return (await Promise.all(regions.map((region) => browser.textOf(region)))).join();
    };
    await browser.until(async () => / say /.test(await spoken()), "the answer is read out");
    await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      const announced = /** @type {string[]} */ ([]);
      const live = [...(shadow?.querySelectorAll("[role=status]") ?? [])].at(-1);
      if (live) {
        new MutationObserver(() => announced.push(live.textContent ?? "")).observe(live, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
      Reflect.set(window, "__announced", announced);
    });
    const announced = () => browser.run(() => /** @type {string[]} */ (Reflect.get(window, "__announced")));
    await later(browser, 10 * 60);
    await later(browser, 1);
    await browser.until(async () => (await announced()).length > 0, "the change is read out");
    await later(browser, 1);
    assert.equal((await announced()).length, 1, "one change of the answer is one announcement");
    await choose(browser, "Treatment", "Letybo");
    await browser.until(async () => (await announced()).length > 1, "the other treatment is read out");
    assert.match(String((await announced()).at(-1)), /^Letybo\. /, "another treatment is told by name");
  });
});

describe("a patient who only knows the hours", () => {
  before(async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "4,5" });
  });

  it("gets the answer for these hours", async () => {
    const shown = await browser.text();
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("botox", 4.5),
    );
    assert.ok(shown.includes(card.summary), `the page shows "${card.summary}"`);
  });

  it("sees the hours grow while the page stays open", async () => {
    await later(browser, 2 * 60);
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("botox", 6.5),
    );
    const shown = await browser.text();
    assert.ok(shown.includes(card.summary), `two hours later the page shows "${card.summary}"`);
    await later(browser, -2 * 60);
  });

  it("chooses another activity and sees another answer", async () => {
    await choose(browser, "Activity", "Flying");
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("botox", 4.5, { activity: "flying" }),
    );
    assert.ok((await browser.text()).includes(card.summary));
  });
});

describe("a patient whose doctors and instructions do not agree", () => {
  before(() => browser.open("/", { clock: "2026-11-22T07:00" }));

  it("is told so, and sees whose view is the more careful", async () => {
    const found = await browser.run(async () => {
      const { guidance, catalog } = await Reflect.get(window, "AftercareConsensus").init();
      const order = ["wait", "mostly_wait", "divided", "mostly_fine", "fine"];
      for (const { id, name } of catalog().treatments) {
        for (let hours = 0; hours <= 48; hours += 1) {
          const card = guidance(id, hours);
          const [most, least] = card.panels.map((/** @type {any} */ panel) => order.indexOf(panel.status));
          if (Math.abs(most - least) > 1) {
            return { name, hours, card };
          }
        }
      }
      return null;
    });
    assert.ok(
      found,
      "the data still have a treatment and an hour at which the panels are two statuses apart",
    );
    await askByHours(browser, { treatment: found.name, hours: `${found.hours}` });
    assert.match(
      await browser.text(),
      /Doctors and aftercare sheets disagree\. We show the more cautious view\./,
    );
    const careful = found.card.panels.find((/** @type {any} */ panel) => panel.status === found.card.status);
    assert.ok(
      (await status()).includes(`${careful?.name.toLowerCase()}`),
      "the heading names the panel whose view it is",
    );
  });

  it("is told where one answer less would change a panel's view", async () => {
    const found = await browser.run(async () => {
      const { guidance, catalog } = await Reflect.get(window, "AftercareConsensus").init();
      for (const { id, name } of catalog().treatments) {
        for (let hours = 0; hours <= 48; hours += 1) {
          const { panels } = guidance(id, hours);
          if (panels.some((/** @type {any} */ panel) => !panel.stable)) {
            return { name, hours };
          }
        }
      }
      return null;
    });
    assert.ok(found, "the data still have a close call");
    await askByHours(browser, { treatment: found.name, hours: `${found.hours}` });
    assert.match(await browser.text(), /A close call/);
  });

  it("is not troubled where they agree", async () => {
    await askByHours(browser, { treatment: "Botox", hours: "400" });
    assert.doesNotMatch(await browser.text(), /disagree/);
    assert.doesNotMatch(await status(), /:/, "and the heading needs no panel's name");
    await askByHours(browser, { treatment: "Botox", hours: "24" });
  });

  it("sees the other activities side by side, each with what most say of it or from when", async () => {
    const said = { fine: /^All say OK$/, mostly_fine: /^Most say OK$/, not_enough: /^Not enough answers$/ };
    const { activities } = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).catalog(),
    );
    for (const { id } of activities.filter((/** @type {any} */ activity) => !activity.default)) {
      const { activity, status, fineFrom } = await browser.run(
        async (asked) =>
          (await Reflect.get(window, "AftercareConsensus").init()).guidance("botox", 24, { activity: asked }),
        id,
      );
      const rows = await browser.all("button", new RegExp(`^${activity.name.replace(/[()]/g, ".")} `));
      assert.equal(rows.length, 1, `${activity.name} is there once`);
      const text = (await rows[0].getAccessibleName()).slice(activity.name.length + 1);
      const later = fineFrom.most === null ? /^(Opinions are split|(Most|All) say wait)$/ : /^From about /;
      assert.match(text, Reflect.get(said, status) ?? later, activity.name);
    }
  });
});

describe("a patient who comes back to a page that stayed open", () => {
  it("sees the answer of now as soon as the page is visible", async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "2401" });
    assert.match(await browser.text(), /100 days 1 hour after Botox/);
    await browser.run(() => {
      Reflect.get(window, "__advance")(5 * 3600 * 1000);
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assert.match(await browser.text(), /100 days 6 hours after Botox/);
  });
});

it("a patient who was treated yesterday afternoon reaches the answer in two choices and three presses", async () => {
  await browser.open("/", { clock: "2026-11-22T07:00" });
  await choose(browser, "Treatment", "Dysport");
  await choose(browser, "Activity", "Alcohol");
  for (const [role, name] of /** @type {const} */ ([
    ["radio", "Yesterday"],
    ["radio", "Afternoon noon to 6"],
    ["button", "Show the answer"],
  ])) {
    await (await browser.one(role, name)).click();
  }
  await browser.one("heading", "When can I drink alcohol after Dysport?");
  await browser.one("heading", /say (wait|it’s OK)$|^Opinions are split/);
  assert.equal((await browser.all("radio", "Yesterday")).length, 0, "the form has made room");
});

describe("a patient who meets an old copy", () => {
  it("is told that the data are old, on the card", async () => {
    await browser.open("/", { clock: "2028-02-01T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "5" });
    assert.match(await browser.text(), /last changed in \w+ 20\d\d, more than 12 months ago/);
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
    assert.match(await browser.text(), /Choose your treatment and when you had it/);
    assert.equal((await browser.all("heading", /say (wait|it’s OK)$/)).length, 0);
  });

  it("gets a sentence for a time that is still to come", async () => {
    await askByClock(browser, { treatment: "Xeomin", date: "2026-11-22", time: "17:00" });
    assert.match(await browser.text(), /That time hasn’t happened yet/);
    assert.equal((await browser.all("heading", /say (wait|it’s OK)$/)).length, 0, "and no answer");
  });

  it("gets no answer for a date that is still being typed", async () => {
    for (const date of ["0002-11-21", "0202-11-21"]) {
      await askByClock(browser, { treatment: "Xeomin", date, time: "17:00" });
      assert.match(await browser.text(), /more than 416 days ago/);
      assert.equal((await browser.all("heading", /say (wait|it’s OK)$/)).length, 0, `no answer for ${date}`);
    }
  });

  it("gets a sentence for hours that are no number", async () => {
    for (const hours of ["five", "0x10", "1e9", "1,000", "99999", "4.123", "-3", "."]) {
      await askByHours(browser, { treatment: "Xeomin", hours });
      assert.match(await browser.text(), /Enter a number of hours, such as 5 or 5\.5\./, hours);
      assert.equal((await browser.all("heading", /say (wait|it’s OK)$/)).length, 0, `no answer for ${hours}`);
    }
  });
});

describe("a night on which the clocks change", () => {
  it("reads a clock time that comes twice as the later one, with care", async () => {
    // 01:30 came twice in New York on 1 November 2026; at 05:00 the first was
    // 4 hours and a half ago, the second 3 and a half.
    await browser.open("/", { clock: "2026-11-01T05:00" });
    await askByClock(browser, { treatment: "Dysport", date: "2026-11-01", time: "01:30" });
    assert.match(await browser.text(), /3 hours 30 minutes after Dysport/);
  });

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

describe("a page that moves the element about", () => {
  it("finds it working again, and nothing left behind", async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "14" });
    const left = await browser.run(async () => {
      const element = /** @type {HTMLElement} */ (document.querySelector("aftercare-consensus"));
      element.remove();
      document.querySelector("main")?.append(element);
      await Promise.resolve();
      const views = () => element.shadowRoot?.querySelectorAll("[part=root]").length;
      const moved = views();
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      const away = views();
      document.querySelector("main")?.append(element);
      return { moved, away };
    });
    assert.deepEqual(left, { moved: 1, away: 0 }, "it stays while it is moved, and goes when it is away");
    await askByHours(browser, { treatment: "Dysport", hours: "30" });
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("dysport", 30),
    );
    assert.ok((await browser.text()).includes(card.summary));
  });
});

describe("a reader at a link of a source", () => {
  it("keeps their place while the countdown goes on", async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByHours(browser, { treatment: "Botox", hours: "14" });
    await (await browser.summary()).click();
    await seesListedAnswers(browser);
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
    const focused = () => browser.focusedName();
    /** Goes on until something has the focus, and tells what had it before. */
    const reach = async (/** @type {() => Promise<void>} */ go, /** @type {RegExp} */ wanted) => {
      const passed = [];
      do {
        assert.ok(passed.length < 40, `${wanted} is reached, not only ${passed.join("; ")}`);
        await go();
        passed.push(String(await focused()));
      } while (!wanted.test(String(passed.at(-1))));
      return passed;
    };
    await press(Key.TAB);
    assert.equal(await focused(), "Español", "the page in another language comes first");
    await press(Key.TAB);
    assert.equal(await focused(), "Treatment");
    await press("Dys");
    await press(Key.TAB);
    assert.equal(await focused(), "Activity");
    await press(Key.TAB);
    assert.equal(await focused(), "Today");
    await press(Key.ARROW_RIGHT);
    assert.equal(await focused(), "Yesterday");
    await reach(() => press(Key.TAB), /^Morning/);
    await press(Key.TAB);
    assert.equal(await focused(), "Say how many hours ago instead");
    await press(Key.ENTER);
    assert.equal(await focused(), "How many hours ago?");
    await press("30");
    const card = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("dysport", 30),
    );
    assert.ok((await browser.text()).includes(card.summary), `the page shows "${card.summary}"`);
    await press(Key.TAB);
    assert.equal(await focused(), "Enter a day and time instead");
    await press(Key.TAB);
    assert.equal(await focused(), "Show the answer");
    await press(Key.ENTER);
    assert.match(await focused(), /say (wait|it’s OK)$/, "the reader is led to the answer");
    await browser.settled();
    const passed = await reach(() => press(Key.TAB), /^Who says what, and why$/);
    for (const [stop, times] of /** @type {const} */ ([
      [/^\d+ say OK$/, 2],
      [/^Look at another time$/, 1],
    ])) {
      assert.equal(passed.filter((name) => stop.test(name)).length, times, `Tab stops at ${stop}`);
    }
    await press(Key.ENTER);
    await reach(() => press(Key.TAB), /^Who says what$/);
    await press(Key.ENTER);
    await seesListedAnswers(browser);
    const back = () =>
      browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    await reach(back, /Change/);
    await press(Key.ENTER);
    await browser.until(
      async () => (await browser.all("combobox", "Treatment")).length === 1,
      "the question is open again",
    );
  });
});
