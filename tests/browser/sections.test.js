/** Looking deeper: from a number to the answers behind it and back, and what stands behind the counts. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { startBrowser } from "./browser.js";
import { askByHours, choose } from "./user-actions.js";
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

  it("comes from the number under the headline to these answers, and back to the number", async () => {
    await follow(/^See who says so \(\d+\)$/);
    await seesListedAnswers(browser);
    const says = /wait/.test(card.status) ? "wait" : "fine";
    await shows(
      wanted(({ stance }) => stance === says),
      "what the headline counts",
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
    assert.match(await browser.focusedName(), /^See who says so/);
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
        ["fine", "fine"],
        ["silent", "not clear"],
        ["wait", "wait"],
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

  it("comes from another activity to what is said about that", async () => {
    const other = await guidance("lying-flat");
    const panel = other.panels.find(({ status, tally }) => status !== "not_enough" && tally.fine > 1);
    assert.ok(panel, "somebody says that lying down is fine");
    const timed = panel.tally.fine + panel.tally.wait + panel.tally.silent;
    const found = await buttons(new RegExp(`^${panel.tally.fine} of ${timed} \\w+ say fine now`));
    const ids = wanted((answer) => answer.panel === panel.id && answer.stance === "fine", other);
    for (const button of found) {
      await browser.run((/** @type {HTMLElement} */ element) => element.click(), button);
      if ((await listed()).join() === ids.join()) {
        break;
      }
    }
    await shows(ids, "lying down");
    await browser.one("heading", /answers on lying down$/);
    await follow("Show all");
    await shows(
      wanted(() => true),
      "all answers on exercise",
    );
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
    ["Say now", "wait", "those who say wait", ({ stance }) => stance === "wait"],
    ["Say now", "no time given", "those who give no time", ({ stance }) => stance === "untimed"],
    [
      "Which product they name",
      "This product",
      "those who name this product",
      (_, { treatments }) => treatments.includes(TREATMENT.id),
    ],
    [
      "Which product they name",
      "Its kind, no brand",
      "those on the kind of product",
      (_, { treatments }) => treatments.includes("class") && !treatments.includes(TREATMENT.id),
    ],
    ["What else they say", "It is fine with no wait", "those without a wait", ({ yesFrom }) => yesFrom === 0],
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
    await choose(browser, "What else they say", `Wait, since ${reason}`);
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
    await choose(browser, "Say now", "wait");
    await choose(browser, "What else they say", "It is fine with no wait");
    assert.match(await browser.text(), /^0 of \d+ answers on exercise\s+No answer here fits\./m);
    await browser.assertAccessible("an empty list of answers");
    await follow("Show all");
  });
});

describe("a reader who looks behind the counts", () => {
  before(ask);

  it("finds each section closed, and opens it with a key", async () => {
    for (const [title, says] of /** @type {[string, RegExp][]} */ ([
      ["I exercised already", /answers here says? exercise is fine with no wait\.[^]*Ask your clinic/],
      ["Why do some say wait?", /\(\d+ answers?\)/],
      ["Does exercise weaken how it works?", /these know of no study: \d+/],
      ["What do studies show?", /60 women\. In those/],
      ["What counts as light exercise?", /a walk, not a run\s+\d+ answers here speak of it/],
      ["How is this worked out?", /“Most here say fine” needs three of four/],
    ])) {
      assert.doesNotMatch(await browser.text(), says, `${title} is closed`);
      const summary = await browser.summary(title);
      await summary.sendKeys(Key.ENTER);
      await browser.until(async () => says.test(await browser.text()), `${title} is open`);
    }
    await browser.assertAccessible("every section open");
  });

  it("comes from a reason to the answers that give it", async () => {
    const [button] = await buttons(/ \(\d+ answers?\)$/);
    const name = await button.getAccessibleName();
    const [, reason, number] = /^(.+) \((\d+) answers?\)$/.exec(name) ?? [];
    const ids = wanted((_, { reasons }) => reasons.includes(`${reason}`));
    assert.equal(ids.length, Number(number), "the number is that of the data");
    await follow(name);
    await shows(ids, name);
  });

  it("comes from each number on the result to the answers", async () => {
    for (const claim of card.claims) {
      for (const [number, text] of /** @type {[number, string][]} */ (
        claim.id === "studied"
          ? [[claim.no, "Know of no study"]]
          : [
              [claim.no, "Say no"],
              [claim.may, "Say it may"],
            ]
      )) {
        if (number > 0) {
          const [button] = await buttons(new RegExp(`^${text}: ${number}$`));
          await browser.run((/** @type {HTMLElement} */ element) => element.click(), button);
          await browser.until(async () => (await listed()).length === number, `${text}: ${number} answers`);
        }
      }
    }
  });
});

describe("a patient who feels unwell", () => {
  it("reads whom to call before anything else, and is led to the signs by a key", async () => {
    await ask();
    const text = await browser.text();
    const alarm = text.indexOf("Trouble breathing");
    assert.ok(alarm > 0 && alarm < text.indexOf("Longest wait here"), "it stands above the counts");
    await follow("What about other things?");
    assert.equal(await browser.focusedName(), "What about other things now?");
    await follow("When to get help");
    assert.equal(await browser.focusedName(), "When to get help");
    assert.match(text, /This is not from your clinic\. What your clinic told you comes first\./);
  });
});
