/** Our own page shows its form before its script has come: it can be read and filled in, and the script takes it over as it is. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, it } from "node:test";
import { browserKey, startBrowser } from "./browser.js";
import { edition } from "./later-build.js";
import { Site } from "./site.js";
import { Select } from "selenium-webdriver/lib/select.js";
import { choose } from "./user-actions.js";

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

const SCRIPT = '<script src="page.js"';
const HELD = '<script type="text/plain" src="page.js"';

/** The build, whose page waits with its script until a test brings it. */
const files = edition();
for (const name of ["index.html", "index.es.html"]) {
  const page = `${files.get(name)}`;
  assert.ok(page.includes(SCRIPT), `${name} has its script`);
  files.set(name, Buffer.from(page.replace(SCRIPT, HELD)));
}

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Site} */
let site;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.end());
beforeEach(async () => {
  // Anew, since a browser keeps the worker of an old one.
  site = await new Site(files).start();
});
afterEach(async () => {
  await browser.assertQuiet();
  await browser.driver.get("about:blank");
  await site.stop();
});

/** @param {string} [page] */
const open = (page = "") => browser.driver.get(site.address(page));

/**
 * Chooses while nothing answers yet.
 *
 * @param {string} label
 * @param {string} text
 */
const chooseEarly = async (label, text) =>
  new Select(await browser.one("combobox", label)).selectByVisibleText(text);

/** The script is here at last. */
async function bringScript() {
  await browser.run(
    () =>
      new Promise((resolve, reject) => {
        const held = /** @type {Element} */ (document.querySelector("script[type='text/plain']"));
        const script = document.createElement("script");
        for (const { name, value } of held.attributes) {
          if (name !== "type") {
            script.setAttribute(name, value);
          }
        }
        script.addEventListener("load", () => resolve(null));
        script.addEventListener("error", reject);
        held.replaceWith(script);
      }),
  );
  await browser.settled();
}

/** Where everything stands, and how it looks. */
const look = () =>
  browser.run(() => {
    const root = document.querySelector("aftercare-consensus")?.shadowRoot;
    const all = [...document.querySelectorAll("body *"), ...(root?.querySelectorAll(".root, .root *") ?? [])];
    return all
      .filter(
        (node) =>
          !node.matches(".late, option, optgroup, script") &&
          node.checkVisibility({ visibilityProperty: true }),
      )
      .map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        const { color, backgroundColor, font, borderRadius } = getComputedStyle(node);
        const style = `${color} ${backgroundColor} ${font} ${borderRadius}`;
        return `${node.localName}.${node.getAttribute("class")} ${x} ${y} ${width} ${height} ${style}`;
      });
  });

it("the form is there without the script, by name and as it will look", async () => {
  // All parts of the day have begun.
  await open("?clock=2026-11-22T22:00");
  for (const [role, name] of /** @type {const} */ ([
    ["combobox", "Treatment"],
    ["combobox", "Activity"],
    ["radio", "Yesterday"],
    ["radio", /^Morning/],
  ])) {
    await browser.one(role, name);
  }
  await browser.field("Time");
  const { height } = await (await browser.one("button", "Show the answer")).getRect();
  assert.ok(height >= 44, `the button is ${height} px high`);
  const text = await browser.text();
  assert.match(text, /Nothing you enter leaves this device/);
  assert.doesNotMatch(text, /needs JavaScript/);
  await browser.assertAccessible("the form before its script");
  const before = await look();
  await bringScript();
  assert.deepEqual(await look(), before, "nothing moves, and nothing looks different");
});

it("without its style sheet nobody sees half a form, and the script brings all of it", async () => {
  site.instead = (name, answer) => name === "prerendered.css" && Boolean(answer.writeHead(404).end());
  await open();
  assert.equal((await browser.all("combobox", "Treatment")).length, 0);
  await bringScript();
  const { height } = await (await browser.one("button", "Show the answer")).getRect();
  assert.ok(height >= 44, `the button is ${height} px high`);
});

it("what was chosen before the script came stays, and leads to the answer", async () => {
  await open();
  const treatment = await browser.one("combobox", "Treatment");
  await chooseEarly("Treatment", "Dysport");
  await chooseEarly("Activity", "Alcohol");
  await (await browser.one("radio", "Yesterday")).click();
  const time = await browser.field("Time");
  await browser.run((/** @type {HTMLInputElement} */ field) => {
    field.value = "17:00";
    field.focus();
  }, time);
  await bringScript();
  assert.equal(
    await browser.run((/** @type {HTMLSelectElement} */ list) => list.value, treatment),
    "dysport",
  );
  const isFocused = (/** @type {Element} */ field) =>
    document.querySelector("aftercare-consensus")?.shadowRoot?.activeElement === field;
  assert.ok(await browser.run(isFocused, time), "the same field has the focus");
  await (await browser.one("button", "Show the answer")).click();
  const heading = await browser.one("heading", "When can I drink alcohol after Dysport?");
  assert.ok(await heading.isDisplayed());
  assert.match(await browser.text(), /yesterday.*17:00|5:00\sPM/i);
});

it("a part of the day that was chosen counts, and half a form stays half a form", async () => {
  await open();
  await (await browser.one("radio", "Yesterday")).click();
  await (await browser.one("radio", /^Evening/)).click();
  await bringScript();
  assert.ok(await (await browser.one("radio", "Yesterday")).isSelected());
  assert.ok(await (await browser.one("radio", /^Evening/)).isSelected());
  assert.equal((await browser.all("heading", /after/)).length, 1, "there is no answer yet");
  await choose(browser, "Treatment", "Botox");
  assert.match(await browser.text(), /When can I exercise after Botox/);
  assert.match(await browser.text(), /about/i);
});

it("a time and a part of the day, of which the form takes one, are asked anew", async () => {
  await open();
  await chooseEarly("Treatment", "Botox");
  await (await browser.one("radio", "Yesterday")).click();
  const time = await browser.field("Time");
  await browser.run((/** @type {HTMLInputElement} */ field) => (field.value = "22:00"), time);
  await (await browser.one("radio", /^Morning/)).click();
  await bringScript();
  assert.ok(!(await (await browser.one("radio", /^Morning/)).isSelected()));
  assert.equal(await browser.run((/** @type {HTMLInputElement} */ field) => field.value, time), "");
  assert.equal(
    await browser.run(() => Reflect.get(document.querySelector("aftercare-consensus") ?? {}, "heading")),
    null,
  );
});

it("a link's answer takes the form's place", async () => {
  await open("#treatment=xeomin&hours=30");
  // What a link asks is not asked by what stands in the fields.
  await chooseEarly("Activity", "Alcohol");
  await bringScript();
  await browser.one("heading", "When can I exercise after Xeomin?");
  assert.equal((await browser.all("button", "Show the answer")).length, 0);
});

it("a reader of Spanish has the form in Spanish", async () => {
  await open("index.es.html");
  await browser.one("combobox", "Tratamiento");
  await bringScript();
  await browser.one("combobox", "Tratamiento");
});

it("while the script does not come, the page says in time where the answers are", async () => {
  await open();
  // The ten seconds are over.
  await browser.run(() => {
    const root = document.querySelector("aftercare-consensus")?.shadowRoot;
    for (const animation of root?.getAnimations() ?? []) {
      animation.finish();
    }
  });
  const link = await browser.one("link", "Exercise, hour by hour");
  assert.ok(await link.isDisplayed());
  await bringScript();
  assert.equal((await browser.all("link", "Exercise, hour by hour")).length, 0);
});

it("without JavaScript there is no form that would not answer, but the way to the answers", async () => {
  await open("sources.html");
  const shown = await browser.run(async () => {
    const frame = document.createElement("iframe");
    // No scripts in it.
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.src = "index.html";
    await new Promise((resolve) => {
      frame.addEventListener("load", resolve);
      document.body.append(frame);
    });
    const element = frame.contentDocument?.querySelector("aftercare-consensus");
    const isSeen = (/** @type {Element | null | undefined} */ node) =>
      node?.checkVisibility({ visibilityProperty: true });
    return {
      form: isSeen(element?.shadowRoot?.querySelector(".ask")),
      hint: isSeen(element?.shadowRoot?.querySelector(".hint")),
      help: isSeen(element?.shadowRoot?.querySelector(".foot")),
      link: isSeen(element?.querySelector("a")),
    };
  });
  assert.deepEqual(shown, { form: false, hint: false, help: true, link: true });
});

it("the card of a page that was saved is not taken for the form", async () => {
  await open();
  await chooseEarly("Treatment", "Dysport");
  await bringScript();
  const { mark, inside } = await browser.run(() => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    return {
      mark: element.hasAttribute("data-prerendered"),
      inside: element.shadowRoot?.querySelectorAll("link, .late").length,
    };
  });
  assert.ok(!mark, "what would be saved is not marked as untouched");
  assert.equal(inside, 0);
});

it("nothing jumps when the script takes the form over", {
  skip: browserKey === "chromium" ? false : "only Chromium measures the shifts of a layout",
}, async () => {
  for (const [width, height] of /** @type {const} */ ([
    [360, 640],
    [768, 1024],
    [1280, 800],
  ])) {
    await browser.resize(width, height);
    for (const page of ["", "#treatment=dysport&hours=14"]) {
      await browser.driver.get("about:blank");
      await open(page);
      await browser.one("combobox", "Treatment");
      await bringScript();
      const shifts = await browser.run(
        () =>
          /** @type {Promise<string[]>} */ (
            new Promise((resolve) => {
              new PerformanceObserver((list) =>
                resolve(
                  list.getEntries().map((entry) => {
                    const { value, sources, startTime } = /** @type {any} */ (entry);
                    const moved = sources.map(
                      (/** @type {any} */ { node, previousRect: from, currentRect: to }) =>
                        `${node?.outerHTML?.slice(0, 60)} ${JSON.stringify([from, to])}`,
                    );
                    return `${value} at ${startTime}: ${moved.join("; ")}`;
                  }),
                ),
              ).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve([]), 500);
            })
          ),
      );
      assert.deepEqual(shifts, [], `${width} px ${page}`);
    }
  }
});
