/** A reader asks a count whose answers they are, and the chart about another time. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Key, Origin } from "selenium-webdriver";
import { cannot, startBrowser } from "./browser.js";
import { askByClock, later } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** A patient who was treated with Dysport at 17:00 and looks at 7:00. */
async function open() {
  // A page that is opened again has kept its question.
  await browser.open("about:blank");
  await browser.open("/", { clock: "2026-11-22T07:00" });
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
}

/**
 * The timelines of this patient, from the API in the page.
 *
 * @returns {Promise<import("../../dist/aftercare-consensus.js").Timeline>}
 */
function timelines() {
  return browser.run(async () =>
    (await Reflect.get(window, "AftercareConsensus").init()).timeline("Dysport", { treatedAt: "17:00" }),
  );
}

const slider = () => browser.one("slider", "Look at another time");

/** What the picture says at its marker. */
function reading() {
  return browser.run(() => {
    const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".chart");
    const marker = /** @type {HTMLInputElement} */ (picture?.querySelector("input"));
    return {
      minutes: Number(marker.value),
      heard: marker.getAttribute("aria-valuetext") ?? "",
      moment: picture?.querySelector(".moment")?.textContent ?? "",
      rows: [...(picture?.querySelectorAll(".reading dd") ?? [])].map((row) => row.textContent ?? ""),
    };
  });
}

/**
 * A tally as it is said; what nobody says is left out.
 *
 * @param {{ fine: number, silent: number, wait: number } | undefined} tally
 */
function counted(tally) {
  const { fine = 0, silent = 0, wait = 0 } = tally ?? {};
  const said = [
    fine && `${fine} ${fine === 1 ? "says" : "say"} OK`,
    silent && `${silent} ${silent === 1 ? "doesn’t" : "don’t"} say`,
    wait && `${wait} ${wait === 1 ? "says" : "say"} wait`,
  ];
  return `(${said.filter(Boolean).join(", ")})`;
}

/**
 * The numbers at the marker are those of the timelines.
 *
 * @param {number} [exactly] the minutes, where the marker is at none of its steps
 */
async function countsRight(exactly) {
  const { minutes, heard, moment, rows } = await reading();
  const { panels } = await timelines();
  const at = exactly ?? minutes;
  for (const [place, { name, steps }] of panels.entries()) {
    const step = steps.findLast(({ hours }) => hours * 60 <= at);
    assert.ok(step, "there is a step at 0");
    const { tally } = step;
    const counts = counted(tally);
    assert.ok(rows[place].endsWith(counts), `${at} minutes after, "${rows[place]}" says ${counts}`);
    assert.ok(heard.includes(`; ${name}: ${rows[place]}`), `a screen reader hears "${heard}"`);
  }
  assert.ok(heard.startsWith(moment), `a screen reader hears ${moment} in "${heard}"`);
  return { minutes: at, moment };
}

describe("the marker of the picture", () => {
  before(open);

  it("stands at now, and goes with the clock", async () => {
    assert.match((await countsRight()).moment, /^Now: Sunday 7:00\sAM, 14 hours after$/);
    await later(browser, 61);
    const { minutes, moment } = await countsRight();
    assert.equal(minutes, 15 * 60);
    assert.match(moment, /^Now: Sunday 8:01\sAM, 15 hours 1 minute after$/);
    await later(browser, -61);
  });

  it("is moved by the arrow keys, and stays there while the clock goes on", async () => {
    const marker = await slider();
    for (const [key, step] of /** @type {const} */ ([
      [Key.ARROW_RIGHT, 30],
      [Key.ARROW_RIGHT, 30],
      [Key.ARROW_UP, 30],
      [Key.ARROW_LEFT, -30],
      [Key.ARROW_DOWN, -30],
      [Key.ARROW_DOWN, -30],
      [Key.ARROW_DOWN, -30],
    ])) {
      const { minutes } = await reading();
      await marker.sendKeys(key);
      assert.equal((await countsRight()).minutes, minutes + step);
    }
    for (const key of [Key.HOME, Key.PAGE_UP, Key.PAGE_UP, Key.END, Key.PAGE_DOWN]) {
      await marker.sendKeys(key);
      await countsRight();
    }
    const { minutes, moment } = await reading();
    await later(browser, 90);
    assert.deepEqual(await countsRight(), { minutes, moment });
    await later(browser, -90);
  });

  it("goes back to now, and the keyboard with it", async () => {
    const isRead = async () =>
      browser.run((reading) => reading.checkVisibility(), await browser.drawn(".reading"));
    assert.ok(await isRead(), "what is counted there is under the picture");
    await (await browser.one("button", "Back to now")).click();
    assert.match((await countsRight()).moment, /^Now: /);
    assert.ok(!(await isRead()), "and what is counted now is in the head alone");
    assert.deepEqual(await browser.all("button", "Back to now"), [], "there is nothing to go back from");
    assert.equal(await browser.focusedName(), "Look at another time");
    await later(browser, 30);
    assert.match((await countsRight()).moment, /^Now: Sunday 7:30/, "it goes with the clock again");
    await later(browser, -30);
  });

  it("is dragged to tomorrow at seven", async () => {
    const marker = await slider();
    const box = await browser.run((/** @type {HTMLInputElement} */ node) => {
      node.scrollIntoView({ block: "center" });
      return { width: node.clientWidth, max: Number(node.max), value: Number(node.value) };
    }, marker);
    // The middle of the thumb, which is 44 pixels wide, from the middle of the slider.
    const place = (/** @type {number} */ minutes) => Math.round((minutes / box.max - 0.5) * (box.width - 44));
    const wanted = 38 * 60;
    await browser.driver
      .actions()
      .move({ origin: marker, x: place(box.value) })
      .press()
      .move({ origin: Origin.POINTER, x: 10 })
      .move({ origin: marker, x: place(wanted) })
      .release()
      .perform();
    const { minutes, moment } = await countsRight();
    assert.ok(Math.abs(minutes - wanted) <= 30, `the marker is near ${wanted} minutes: ${minutes}`);
    assert.match(moment, /^Monday /);
    const head = await browser.all("heading", /say wait$/);
    assert.equal(head.length, 1, "the answer above is still that of now");
  });

  it("shows the numbers under a mouse as long as it is there, and stays where it is", async () => {
    const before = await countsRight();
    const marker = await slider();
    const box = await browser.run((/** @type {HTMLInputElement} */ node) => {
      node.scrollIntoView({ block: "center" });
      return { width: node.clientWidth, max: Number(node.max) };
    }, marker);
    const place = Math.round(((40 * 60) / box.max) * (box.width - 44) - (box.width - 44) / 2);
    await browser.driver.actions().move({ origin: marker, x: place }).perform();
    const { moment, rows, minutes } = await reading();
    assert.equal(minutes, before.minutes, "the marker stays");
    const [, hours, rest = "0"] = /(\d+) hours(?: (\d+) minutes)? after$/.exec(moment) ?? [];
    const at = Number(hours) + Number(rest) / 60;
    assert.ok(Math.abs(at - 40) <= 0.5, `the moment is near 40 hours: ${moment}`);
    const { panels } = await timelines();
    for (const [index, { steps }] of panels.entries()) {
      const tally = steps.findLast((step) => step.hours <= at)?.tally;
      const counts = counted(tally);
      assert.ok(rows[index].endsWith(counts), `${at} hours after, "${rows[index]}" says ${counts}`);
    }
    const head = await browser.one("heading", "Hour by hour");
    await browser.driver.actions().move({ origin: head }).perform();
    assert.equal((await countsRight()).moment, before.moment, "the numbers are those of the marker again");
  });

  it("has its times in a table, whose counts lead to the answers and back", async () => {
    const rows = await browser.run(() =>
      [
        ...(document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll(".times tr") ?? []),
      ].map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s/gu, " ").trim())),
    );
    assert.deepEqual(rows, [
      ["", ...(await timelines()).panels.map(({ name }) => name)],
      ["First OK", "Sat 9 PM", rows[1][2]],
      ["Most say OK", "Sun 5 PM", "Sun 5 PM"],
      ["All say OK", "Sun 5 PM", "Dec 5 5 PM"],
      ["Longest wait", "24 hours (2 of 10)", "14 days (1 of 20)"],
    ]);
    const [count] = await browser.all("button", "(2 of 10)");
    await count.click();
    await browser.one("heading", /^2 of \d+ answers/);
    await (await browser.one("button", "Go back")).click();
    assert.equal(await browser.focusedName(), "(2 of 10)");
  });

  it("is large enough to touch", async () => {
    const { width, height } = await browser.run(
      (/** @type {HTMLInputElement} */ node) => node.getBoundingClientRect().toJSON(),
      await slider(),
    );
    assert.ok(width >= 44 && height >= 44, `${width} by ${height}`);
  });
});

describe("the counts of a panel", () => {
  before(open);

  const counts = () => browser.all("button", /^\d+ (says? (OK|wait)|do(es)?n’t say|gives? no time)$/);

  it("are large enough to touch, with none over another", async () => {
    const boxes = await browser.run(
      (...found) =>
        found.map((count) => {
          const { left, top, width, height } = count.getBoundingClientRect();
          return { left, top, width, height };
        }),
      ...(await counts()),
    );
    assert.ok(boxes.length > 3);
    for (const [place, { left, top, width, height }] of boxes.entries()) {
      assert.ok(width >= 44 && height >= 44, `${width} by ${height}`);
      const next = boxes[place + 1];
      assert.ok(!next || next.top >= top + height || next.left >= left + width, "they do not overlap");
    }
  });

  it("lead to as many answers as they say, and back", async () => {
    for (const count of await counts()) {
      const name = await count.getAccessibleName();
      await count.click();
      const number = Number.parseInt(name, 10);
      await browser.one("heading", new RegExp(`^${number} of \\d+ answers? `));
      await (await browser.one("button", "Go back")).click();
      assert.equal(await browser.focusedName(), name);
    }
  });
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  it(`axe-core finds nothing in the ${scheme} theme with the marker at the end`, async () => {
    await browser.emulate({ scheme });
    await open();
    await (await slider()).sendKeys(Key.END);
    await browser.assertAccessible("the picture in use");
  });
}

it("nothing of the picture sticks out or meets at 320 px", async () => {
  await browser.emulate({});
  await browser.resize(320, 640);
  await open();
  const boxes = await browser.run(() => {
    const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".chart");
    const { left, right } = /** @type {Element} */ (picture).getBoundingClientRect();
    return {
      left,
      right,
      texts: [...(picture?.querySelectorAll("text") ?? [])]
        .filter((text) => text.checkVisibility())
        .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect().toJSON() })),
    };
  });
  assert.ok(boxes.texts.length > 3, "there are hours under the picture");
  for (const [place, { said, box }] of boxes.texts.entries()) {
    assert.ok(box.left >= boxes.left && box.right <= boxes.right, `"${said}" is inside`);
    for (const other of boxes.texts.slice(place + 1)) {
      const apart =
        box.right <= other.box.left ||
        other.box.right <= box.left ||
        box.bottom <= other.box.top + 4 ||
        other.box.bottom <= box.top + 4;
      assert.ok(apart, `"${said}" and "${other.said}" do not meet`);
    }
  }
  await browser.resize(360, 640);
});

it("with forced colours the areas still differ, and the marker is seen", {
  skip: cannot("forcedColours"),
}, async () => {
  await browser.emulate({ forcedColours: true });
  try {
    await open();
    await (await slider()).sendKeys(Key.END);
    const fills = await browser.run(() => {
      const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".chart");
      return [".band .fine", ".band .silent", ".band .wait", "line.at"].map((selector) => {
        const shape = picture?.querySelector(selector);
        const { fill, stroke } = /** @type {CSSStyleDeclaration} */ (shape && getComputedStyle(shape));
        return selector.startsWith("line") ? stroke : fill;
      });
    });
    assert.equal(new Set(fills).size, 4, `they differ: ${fills.join("; ")}`);
    await browser.assertAccessible("the picture in forced colours");
  } finally {
    await browser.emulate({});
  }
});

it("a printed picture has its areas and no controls", { skip: cannot("print") }, async () => {
  await open();
  await browser.emulate({ medium: "print" });
  try {
    assert.deepEqual(await browser.all("slider"), []);
    const areas = await browser.run(
      () =>
        [
          ...(document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll(".band rect") ??
            []),
        ].filter((area) => area.getBoundingClientRect().width > 0).length,
    );
    assert.ok(areas > 4, "the areas are on paper");
    assert.equal((await browser.all("table")).length, 1, "and so are the times");
  } finally {
    await browser.emulate({});
  }
});

it("a compact card shows the picture once more is asked for", async () => {
  await browser.open("/hosts/right-to-left/", { clock: "2026-11-22T07:00" });
  await browser.run(() => {
    const element = document.createElement("aftercare-consensus");
    element.setAttribute("treatment", "botox");
    element.setAttribute("hours", "14");
    element.setAttribute("compact", "");
    document.querySelector("aftercare-consensus")?.replaceWith(element);
  });
  await browser.until(
    async () => (await browser.all("heading", /say (wait|it’s OK)$|^Opinions are split/)).length > 0,
    "the card is there",
  );
  assert.deepEqual(await browser.all("slider"), []);
  await (await browser.summary("See who says what")).click();
  await browser.until(async () => (await browser.all("slider")).length === 1, "the picture is there");
  assert.equal((await reading()).moment, "This card: 14 hours after");
});
