/** A reader asks a mark whose answer it is, and the picture about another time. */
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
    const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".picture");
    const marker = /** @type {HTMLInputElement} */ (picture?.querySelector("input"));
    return {
      minutes: Number(marker.value),
      heard: marker.getAttribute("aria-valuetext") ?? "",
      moment: picture?.querySelector(".moment")?.textContent ?? "",
      rows: [...(picture?.querySelectorAll(".row") ?? [])].map((row) => row.textContent ?? ""),
    };
  });
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
    const counts = `(${tally.fine} fine, ${tally.silent} not clear, ${tally.wait} wait)`;
    assert.ok(rows[place].startsWith(name), `${rows[place]} is of the ${name}`);
    assert.ok(rows[place].endsWith(counts), `${at} minutes after, "${rows[place]}" says ${counts}`);
    const status = rows[place].slice(name.length, -counts.length).trim();
    assert.ok(heard.includes(`${name}: ${status}`), `a screen reader hears "${heard}"`);
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
    await (await browser.one("button", "Back to now")).click();
    assert.match((await countsRight()).moment, /^Now: /);
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
    // The middle of the thumb, which is 24 pixels wide, from the middle of the slider.
    const place = (/** @type {number} */ minutes) => Math.round((minutes / box.max - 0.5) * (box.width - 24));
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
    const head = await browser.all("heading", /here say wait$/);
    assert.equal(head.length, 1, "the answer above is still that of now");
  });

  it("shows the numbers under a mouse as long as it is there, and stays where it is", async () => {
    const before = await countsRight();
    const marker = await slider();
    const box = await browser.run((/** @type {HTMLInputElement} */ node) => {
      node.scrollIntoView({ block: "center" });
      return { width: node.clientWidth, max: Number(node.max) };
    }, marker);
    const place = Math.round(((40 * 60) / box.max) * (box.width - 24) - (box.width - 24) / 2);
    await browser.driver.actions().move({ origin: marker, x: place }).perform();
    const { moment, rows, minutes } = await reading();
    assert.equal(minutes, before.minutes, "the marker stays");
    const [, hours, rest = "0"] = /(\d+) hours(?: (\d+) minutes)? after$/.exec(moment) ?? [];
    const at = Number(hours) + Number(rest) / 60;
    assert.ok(Math.abs(at - 40) <= 0.5, `the moment is near 40 hours: ${moment}`);
    const { panels } = await timelines();
    for (const [index, { steps }] of panels.entries()) {
      const tally = steps.findLast((step) => step.hours <= at)?.tally;
      const counts = `(${tally?.fine} fine, ${tally?.silent} not clear, ${tally?.wait} wait)`;
      assert.ok(rows[index].endsWith(counts), `${at} hours after, "${rows[index]}" says ${counts}`);
    }
    const head = await browser.one("heading", "Hour by hour");
    await browser.driver.actions().move({ origin: head }).perform();
    assert.equal((await countsRight()).moment, before.moment, "the numbers are those of the marker again");
  });

  it("has all its numbers in a table that is one click away", async () => {
    await (await browser.summary("All numbers, as a table")).click();
    await browser.until(async () => (await browser.all("table")).length > 0, "the table is open");
    const tables = await browser.run(() => {
      const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".picture");
      return [...(picture?.querySelectorAll("table") ?? [])].map((table) => ({
        name: table.caption?.innerText,
        rows: [...(table.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.innerText)),
      }));
    });
    const { panels } = await timelines();
    assert.deepEqual(
      tables.map(({ name, rows }) => ({
        name,
        rows: rows.map(([, ...numbers]) => numbers.map(Number)),
      })),
      panels.map(({ name, steps }) => ({
        name,
        rows: steps.map(({ tally }) => [tally.fine, tally.silent, tally.wait]),
      })),
    );
    for (const { rows } of tables) {
      const day = rows.find(([from]) => from?.startsWith("24 hours after"));
      assert.match(day?.[0] ?? "", /^24 hours after \(Sunday 5:00\sPM\)$/, "a step has its clock time");
    }
  });
});

describe("the marks of a tally", () => {
  before(open);

  const marks = () => browser.all("radio", /^(Doctor|Instruction) \d+: Says /);

  it("are one for each answer, each named by what it says and where it stands now", async () => {
    const { answers } = await browser.run(async () =>
      (await Reflect.get(window, "AftercareConsensus").init()).guidance("Dysport", 14, {
        treatedAt: "17:00",
      }),
    );
    const names = await browser.run(
      (/** @type {HTMLInputElement[]} */ ...found) =>
        found.map((mark) => ({ own: mark.value, name: mark.getAttribute("aria-label") })),
      ...(await marks()),
    );
    assert.equal(names.length, answers.length, "every answer has a mark");
    const said = new Map([
      ["fine", "Now: fine."],
      ["wait", "Now: wait."],
      ["silent", "Now: not clear."],
      ["untimed", "with no time."],
    ]);
    for (const { id, stance } of answers) {
      const name = names.find(({ own }) => own === id)?.name;
      assert.ok(name?.endsWith(said.get(stance) ?? ""), `${id}, which says ${stance}, is "${name}"`);
    }
  });

  it("are large enough to touch, with none over another", async () => {
    const boxes = await browser.run(
      (...found) =>
        found.map((mark) => {
          const { left, top, width, height } = mark.getBoundingClientRect();
          return { left, top, width, height };
        }),
      ...(await marks()),
    );
    for (const [place, { left, top, width, height }] of boxes.entries()) {
      assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
      const next = boxes[place + 1];
      assert.ok(!next || next.top >= top + height || next.left >= left + width, "they do not overlap");
    }
  });

  it("tell a touch whose answer it is, once the texts are there", async () => {
    const [first] = await marks();
    const name = await first.getAccessibleName();
    await first.click();
    await browser.until(async () => {
      const text = await browser.text();
      return text.includes(name) && /urgeon|ermatologist/.test(text);
    }, `a reader sees "${name}" and who that is`);
  });

  it("are one stop for the Tab key, and each arrow key names the next", async () => {
    const [first, second] = await marks();
    await first.sendKeys(Key.ARROW_RIGHT);
    const name = await second.getAccessibleName();
    assert.equal(await browser.focusedName(), name);
    await browser.until(async () => (await browser.text()).includes(name), `a reader sees "${name}"`);
    await second.sendKeys(Key.TAB);
    assert.doesNotMatch(String(await browser.focusedName()), /^Doctor/, "Tab leaves the doctors' marks");
  });

  it("are tidy at any number up to a hundred on the smallest phone", async () => {
    await browser.resize(320, 640);
    const { all, inside } = await browser.run(() => {
      const bar = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".bar");
      const mark = bar?.querySelector("input");
      const copies = [];
      while (mark && bar && bar.children.length < 100) {
        const copy = /** @type {HTMLInputElement} */ (mark.cloneNode());
        copy.name = "copies";
        copies.push(copy);
        bar.append(copy);
      }
      const { left, right } = /** @type {Element} */ (bar).getBoundingClientRect();
      const boxes = [...(bar?.children ?? [])].map((child) => child.getBoundingClientRect());
      copies.forEach((copy) => copy.remove());
      return {
        all: new Set(boxes.map((box) => `${box.left} ${box.top}`)).size,
        inside: boxes.filter((box) => box.left >= left && box.right <= right && box.width >= 24).length,
      };
    });
    assert.deepEqual({ all, inside }, { all: 100, inside: 100 });
    await browser.resize(360, 640);
  });

  it("stay with their answers when the stances change", async () => {
    const chosen = () =>
      browser.run(() =>
        [...(document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll("input") ?? [])]
          .filter((input) => input.name === "doctors" && input.checked)
          .map((input) => input.value),
      );
    const [id] = await chosen();
    assert.ok(id);
    await later(browser, 12 * 60);
    assert.deepEqual(await chosen(), [id]);
    await later(browser, -12 * 60);
    assert.deepEqual(await chosen(), [id]);
  });
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  it(`axe-core finds nothing in the ${scheme} theme with a mark chosen and the table open`, async () => {
    await browser.emulate({ scheme });
    await open();
    await (await browser.all("radio", /^Doctor/))[0].click();
    await (await slider()).sendKeys(Key.END);
    await (await browser.summary("All numbers, as a table")).click();
    await browser.until(async () => (await browser.all("table")).length > 0, "the table is open");
    await browser.assertAccessible("the picture in use");
  });
}

it("nothing of the picture sticks out or meets at 320 px", async () => {
  await browser.emulate({});
  await browser.resize(320, 640);
  await open();
  const boxes = await browser.run(() => {
    const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".picture");
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
    const fills = await browser.run(() => {
      const picture = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".picture");
      return ["rect.fine", "rect.silent", "rect.wait", "line.at"].map((selector) => {
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
    assert.match((await reading()).moment, /^Now: /);
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
    async () => (await browser.all("heading", /here say|majority/)).length > 0,
    "the card is there",
  );
  assert.deepEqual(await browser.all("slider"), []);
  await (await browser.summary("Show more")).click();
  await browser.until(async () => (await browser.all("slider")).length === 1, "the picture is there");
  assert.equal((await reading()).moment, "This card: 14 hours after");
});
