/** Looking deeper: from a number to the answers behind it and back, and what stands behind the counts. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { startBrowser } from "./browser.js";
import { askByClock, askByHours, choose } from "./user-actions.js";
import { seesListedAnswers } from "./assertions.js";

/**
 * @typedef {import("../../dist/aftercare-consensus.js").Guidance} Guidance
 * @typedef {import("../../dist/aftercare-consensus.js").Detail} Detail
 * @typedef {Guidance["answers"][number]} Stance
 */

const TREATMENT = { name: "Botox", id: "botox" };
const HOURS = 14;

/** @type {import("./browser.js").Browser} */
let browser;
/** What the data say, by the API. @type {Guidance} */
let card;
/** @type {readonly Detail[]} */
let details;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** @param {string} [activity] */
const guidance = (activity) =>
  browser.run(
    async (/** @type {any[]} */ ...[treatment, hours, about]) =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance(treatment, hours, {
        activity: about,
      }),
    TREATMENT.id,
    HOURS,
    activity,
  );

async function ask() {
  await browser.open("/", { clock: "2026-11-22T07:00" });
  await askByHours(browser, { treatment: TREATMENT.name, hours: `${HOURS}` });
  card = await guidance();
  details = await browser.run(async () => (await Reflect.get(window, "AftercareConsensus").init()).details());
}

/** The ids of the answers that the list shows, in its order. */
const listed = () =>
  browser.run(() => {
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    const listedAnswers = [...(shadow?.querySelectorAll(".voice") ?? [])];
    return listedAnswers.map(({ id }) => id.replace("answer-", ""));
  });

/**
 * The ids of the answers of a card for which something holds.
 *
 * @param {(answer: Stance, detail: Detail) => boolean} holds
 * @param {Guidance} [of]
 */
function wanted(holds, of = card) {
  const fits = (/** @type {Stance} */ answer) => {
    const detail = details.find(({ id }) => id === answer.id);
    assert.ok(detail, `${answer.id} has its details`);
    return holds(answer, detail);
  };
  return of.answers.filter(fits).map(({ id }) => id);
}

/**
 * The list shows these answers, says how many there are, and has the focus.
 *
 * @param {string[]} ids
 * @param {string} what
 */
async function shows(ids, what) {
  await browser.until(
    async () => JSON.stringify(await listed()) === JSON.stringify(ids),
    `${what}: the list shows ${ids.length} answers, ${ids.join(" ")}; it shows ${(await listed()).join(" ")}`,
  );
  await browser.one("heading", new RegExp(`^${ids.length} of \\d+ answers? on `));
}

const press = (/** @type {string[]} */ ...keys) =>
  browser.driver
    .actions()
    .sendKeys(...keys)
    .perform();

/**
 * By key: presses the button that has this name.
 *
 * @param {string | RegExp} name
 */
async function follow(name) {
  const [button] = await browser.all("button", name);
  assert.ok(button, `there is a button named ${name}`);
  await browser.run((/** @type {HTMLElement} */ element) => element.focus(), button);
  await press(Key.ENTER);
}

/**
 * All buttons of this name; there is one at least.
 *
 * @param {RegExp} name
 */
async function buttons(name) {
  const found = await browser.all("button", name);
  assert.ok(found.length > 0, `there is a button named ${name}`);
  return found;
}

describe("a reader with a keyboard who wants to know who says so", () => {
  before(ask);

  it("comes from a panel's number to these answers, and back to the number", async () => {
    const [panel] = card.panels;
    const name = new RegExp(`^${panel?.tally.wait} says? wait$`);
    await follow(name);
    await seesListedAnswers(browser);
    await shows(
      wanted((answer) => answer.panel === panel?.id && answer.stance === "wait"),
      "what the panel counts",
    );
    assert.match(await browser.focusedName(), /^\d+ of \d+ answers on exercise$/, "the heading is read out");
    const seen = await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      const box = shadow?.activeElement?.getBoundingClientRect();
      return Boolean(box && box.top >= 0 && box.bottom <= innerHeight);
    });
    assert.ok(seen, "the heading of the list is on the screen");
    await press(Key.TAB, Key.TAB);
    assert.equal(await browser.focusedName(), "Go back");
    await press(Key.ENTER);
    assert.match(await browser.focusedName(), name);
    assert.deepEqual(await browser.all("button", "Go back"), [], "the way back is taken");
  });

  it("hears in Safari, too, that it is a list", async () => {
    const styles = await browser.run(() => {
      const lists = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll("ul") ?? [];
      return [...lists].map((list) => getComputedStyle(list).listStyleType);
    });
    assert.ok(styles.length > 1);
    // Safari on a Mac, which the suite has not, takes the role from a list of this style.
    assert.ok(!styles.includes("none"), `${styles}`);
  });

  it("comes from each panel's count to the answers of that panel", async () => {
    for (const panel of card.panels) {
      for (const [stance, word] of /** @type {const} */ ([
        ["fine", "says? OK"],
        ["silent", "(?:doesn|don)’t say"],
        ["wait", "says? wait"],
      ])) {
        const number = panel.tally[stance];
        if (number > 0) {
          const names = await buttons(new RegExp(`^${number} ${word}$`));
          for (const button of names) {
            await browser.run((/** @type {HTMLElement} */ element) => element.click(), button);
            const ids = await listed();
            const own = wanted((answer) => answer.panel === panel.id && answer.stance === stance);
            if (ids.join() === own.join()) {
              break;
            }
          }
          await shows(
            wanted((answer) => answer.panel === panel.id && answer.stance === stance),
            `${number} ${word} of ${panel.name}`,
          );
        }
      }
    }
  });

  it("comes from the longest wait to those who ask for it", async () => {
    for (const [place, panel] of card.panels.entries()) {
      assert.ok(panel.longest, "a panel has a longest wait");
      const { hours, answers } = panel.longest;
      const found = await buttons(new RegExp(`\\(${answers} of \\d+\\)$`));
      const button = found[Math.min(place, found.length - 1)];
      await browser.run((/** @type {HTMLElement} */ element) => element.click(), button);
      await shows(
        wanted((answer) => answer.panel === panel.id && answer.noUntil === hours),
        `the longest wait of ${panel.name}`,
      );
      assert.equal((await listed()).length, answers);
    }
  });

  it("asks another activity by its row, and is led to its answer", async () => {
    const other = await guidance("lying-flat");
    await follow(/^Lying down All say OK$/);
    assert.match(await browser.focusedName(), /say it’s OK$/);
    await browser.until(
      async () => (await browser.text()).includes(other.summary),
      `the page shows "${other.summary}"`,
    );
    await follow(/^Exercise /);
  });
});

describe("a reader who chooses among the answers", () => {
  before(async () => {
    await ask();
    await (await browser.summary()).click();
    await seesListedAnswers(browser);
    await (await browser.summary("More choices")).click();
  });

  for (const [
    label,
    choice,
    title,
    holds,
  ] of /** @type {[string, string, string, (answer: Stance, detail: Detail) => boolean][]} */ ([
    ["Whose answers", "Doctors", "the doctors", ({ panel }) => panel === "doctors"],
    ["What they say now", "says wait", "those who say wait", ({ stance }) => stance === "wait"],
    ["What they say now", "gives no time", "those who give no time", ({ stance }) => stance === "untimed"],
    [
      "Which product they name",
      "This product",
      "those who name this product",
      (_, { treatments }) => treatments.includes(TREATMENT.id),
    ],
    [
      "Which product they name",
      "The kind of product, no brand",
      "those on the kind of product",
      (_, { treatments }) => treatments.includes("class") && !treatments.includes(TREATMENT.id),
    ],
    ["What else they say", "It’s OK straight away", "those without a wait", ({ yesFrom }) => yesFrom === 0],
  ])) {
    it(`sees ${title} alone`, async () => {
      await choose(browser, label, choice);
      await shows(wanted(holds), title);
      await follow("Show all");
      await shows(
        wanted(() => true),
        "all",
      );
    });
  }

  it("sees those who give a reason, by the reason", async () => {
    const given = wanted((_, { reasons }) => reasons.length > 0);
    assert.ok(given.length > 0, "the data have reasons");
    const reason = details.find(({ id }) => id === given[0])?.reasons[0] ?? "";
    await choose(browser, "What else they say", `Wait, because ${reason}`);
    await shows(
      wanted((_, { reasons }) => reasons.includes(reason)),
      reason,
    );
    await follow("Show all");
  });

  it("sees the answers by their waits", async () => {
    const waits = new Map(card.answers.map(({ id, noUntil }) => [id, noUntil]));
    for (const [choice, sign] of /** @type {const} */ ([
      ["Shortest wait first", 1],
      ["Longest wait first", -1],
    ])) {
      await choose(browser, "Order", choice);
      const ids = await listed();
      assert.deepEqual([...ids].sort(), wanted(() => true).sort(), "none is lost");
      const hours = ids.map((id) => waits.get(id) ?? null);
      const timed = hours.filter((wait) => wait !== null);
      assert.deepEqual(
        timed,
        [...timed].sort((one, other) => sign * (one - other)),
        choice,
      );
      assert.ok(
        hours.slice(timed.length).every((wait) => wait === null),
        "those that give no time come last",
      );
    }
    await choose(browser, "Order", "As on our list");
  });

  it("is told where nobody fits", async () => {
    await choose(browser, "What they say now", "says wait");
    await choose(browser, "What else they say", "It’s OK straight away");
    assert.match(await browser.text(), /^0 of \d+ answers on exercise\s+No answer fits\./m);
    await browser.assertAccessible("an empty list of answers");
    await follow("Show all");
  });
});

describe("a reader who looks behind the counts", () => {
  before(ask);

  it("finds each section closed, and opens it with a key", async () => {
    for (const [title, says] of /** @type {[string, RegExp][]} */ ([
      ["I exercised already", /5,014 patients[^]* straight away[^]*call your clinic/],
      ["Does exercise weaken the result?", /\d+ of \d+ doctors speaks? of this:/],
      ["Why do some say wait?", /\d+ of \d+ doctors gives? a reason:/],
      ["What do studies show?", /2023 paper on 60 women/],
      ["What is in each activity?", /a walk, not a run/],
      ["How is this worked out?", /“Most say it’s OK” needs three out of four/],
    ])) {
      assert.doesNotMatch(await browser.text(), says, `${title} is closed`);
      const summary = await browser.summary(title);
      await summary.sendKeys(Key.ENTER);
      await browser.until(async () => says.test(await browser.text()), `${title} is open`);
    }
    await browser.assertAccessible("every section open");
  });

  it("comes from a reason to the answers that give it", async () => {
    const [button] = await buttons(/ \(\d+\)$/);
    const name = await button.getAccessibleName();
    const [, reason, number] = /^(.+) \((\d+)\)$/.exec(name) ?? [];
    const ids = wanted((_, { reasons }) => reasons.includes(`${reason}`));
    assert.equal(ids.length, Number(number), "the number is that of the data");
    await follow(name);
    await shows(ids, name);
  });

  it("comes from each number on the result to the answers", async () => {
    for (const claim of card.claims) {
      for (const [number, text] of /** @type {[number, string][]} */ (
        claim.id === "studied"
          ? [[claim.no, "of \\d+ doctors knows? of no study\\."]]
          : [
              [claim.no, "says? no"],
              [claim.may, "says? it may"],
            ]
      )) {
        if (number > 0) {
          const [button] = await buttons(new RegExp(`^${number} ${text}$`));
          await browser.run((/** @type {HTMLElement} */ element) => element.click(), button);
          await browser.until(async () => (await listed()).length === number, `${text}: ${number} answers`);
        }
      }
    }
  });
});

describe("a patient who plans a time", () => {
  before(async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await askByClock(browser, { treatment: TREATMENT.name, date: "2026-11-21", time: "17:00" });
    await follow("Show the answer");
    await (await browser.summary("Plan a time to exercise")).click();
  });

  it("is told beside the field what is missing, or past", async () => {
    await follow("Check this time");
    await browser.until(async () => (await browser.text()).includes("Enter a time."), "it asks for a time");
    await (await browser.one("radio", "Today")).click();
    await browser.set(await browser.field("At what time?"), "06:59");
    await browser.until(async () => (await browser.text()).includes("That time has passed."), "it is past");
    await browser.assertAccessible("a plan that is past");
  });

  it("reads the answer for then beside that for now, and asks for the better one with a key", async () => {
    await browser.set(await browser.field("At what time?"), "12:00");
    await browser.until(
      async () =>
        /Now\s+Sun 7 AM\s+14 h after[^]*Your plan\s+Sun 12 PM\s+19 h after/.test(await browser.text()),
      "both moments stand side by side",
    );
    await browser.assertAccessible("a plan");
    await follow(/^Plan for Sunday /);
    assert.match(await browser.focusedName(), /^Sunday .*: (Most|All) say it’s OK\.$/);
    assert.deepEqual(await browser.all("button", /^Plan for /), [], "there is no better one");
  });
});

describe("a patient who feels unwell", () => {
  it("reads whom to call before anything else, and is led to the signs by a key", async () => {
    await ask();
    const text = await browser.text();
    const alarm = text.indexOf("Is it hard to breathe");
    assert.ok(alarm > 0 && alarm < text.indexOf("Longest wait"), "it stands above the counts");
    await (await browser.summary("I exercised already")).click();
    await follow("When to get help");
    assert.equal(await browser.focusedName(), "When to get help");
    assert.match(text, /Follow what your clinic told you\./);
  });
});
