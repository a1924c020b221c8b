/** The page keeps still and can be used by everybody: nothing jumps, nothing is too small to touch, nothing sticks out at 400 %, nothing moves for those who ask for that. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { browserKey, startBrowser } from "./browser.js";
import { askByClock, askByHours, choose, later } from "./user-actions.js";

const CLOCK = "2026-11-22T07:00";
const VISIT = { treatment: "Dysport", date: "2026-11-21", time: "17:00" };

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** @param {Record<string, string>} attributes */
const set = (attributes) =>
  browser.run((/** @type {Record<string, string>} */ given) => {
    for (const [name, value] of Object.entries(given)) {
      document.querySelector("aftercare-consensus")?.setAttribute(name, value);
    }
  }, attributes);

/** What a patient can have before them. @type {[state: string, reach: () => Promise<void>][]} */
const STATES = [
  ["the question", async () => {}],
  ["an answer", () => askByClock(browser, VISIT)],
  ["an error", () => askByHours(browser, { treatment: "Botox", hours: "x" })],
  [
    "the clinic's word",
    async () => {
      await set({
        clinic: "Elm Street Clinic for Skin and Face",
        protocol: "exercise 36h; flying day-end",
        contact: "+44 20 7946 0000",
        emergency: "911",
      });
      await askByClock(browser, VISIT);
    },
  ],
  [
    "a compact card",
    async () => {
      await set({ compact: "" });
      await askByClock(browser, VISIT);
    },
  ],
  [
    "everything open",
    async () => {
      await askByClock(browser, VISIT);
      await browser.run(() => {
        const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
        shadow?.querySelectorAll("details").forEach((details) => (details.open = true));
      });
      await browser.until(async () => /Source|answer \d/.test(await browser.text()), "the answers are there");
    },
  ],
];

/** @param {string} [path] */
async function open(path = "/") {
  await browser.open(path, { clock: CLOCK });
  await browser.until(
    async () => (await browser.all("combobox", "Treatment")).length === 1,
    "the page asks for the treatment",
  );
}

describe("at 400 % of a window of 1280 px", () => {
  before(() => browser.resize(320, 256));
  after(() => browser.resize(360, 640));

  for (const [state, reach] of STATES) {
    it(`nobody scrolls sideways with ${state}`, async () => {
      await open();
      await reach();
      const out = await browser.run(() => {
        const width = document.documentElement.clientWidth;
        /** @type {string[]} */
        const found = [];
        /** @param {Document | ShadowRoot} root */
        const walk = (root) => {
          for (const element of root.querySelectorAll("*")) {
            const { left, right, width: own } = element.getBoundingClientRect();
            if (!element.closest(".scroll, .unseen") && own > 0 && (right > width + 1 || left < -1)) {
              found.push(`${element.tagName} ${element.getAttribute("class")}: ${left} to ${right}`);
            }
            if (element.shadowRoot) {
              walk(element.shadowRoot);
            }
          }
        };
        walk(document);
        const { scrollWidth } = document.documentElement;
        return scrollWidth > width ? [...found, `the page is ${scrollWidth} wide`] : found;
      });
      assert.deepEqual(out, []);
    });
  }
});

describe("what can be touched", () => {
  for (const [state, reach] of STATES) {
    it(`is 24 px or more each way, or stands in a line of text, with ${state}`, async () => {
      await open();
      await reach();
      const small = await browser.run(() => {
        /** @type {string[]} */
        const found = [];
        /** @param {Document | ShadowRoot} root */
        const walk = (root) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) {
              walk(element.shadowRoot);
            }
            if (!element.matches("a[href], button, input, select, summary, [tabindex='0']")) {
              continue;
            }
            // A label belongs to what it names.
            const target = element.closest("label") ?? element;
            const { width, height } = target.getBoundingClientRect();
            const inText =
              element.matches("a") &&
              [...(element.parentElement?.childNodes ?? [])].some(
                (node) => node !== element && node.textContent?.trim(),
              );
            // The next target is so far away that a circle of 24 px on this one meets none.
            const alone =
              element.matches("a") && element.parentElement?.children.length === 1 && height >= 16;
            const isShown = element.checkVisibility({ visibilityProperty: true }) && width > 0;
            if (isShown && !inText && !alone && (width < 24 || height < 24)) {
              found.push(`${element.outerHTML.slice(0, 80)}: ${width} by ${height}`);
            }
          }
        };
        walk(document);
        return found;
      });
      assert.deepEqual(small, []);
    });
  }

  it("is 44 px high where it is what the reader came for", async () => {
    await open();
    const low = async () =>
      browser.run(() => {
        const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
        const own = [
          ...(shadow?.querySelectorAll("select, button:not(.count), .ask input, summary, .button, .link") ??
            []),
        ];
        const tools = [...document.querySelectorAll(".tools > :is(button, a)")];
        return [...own, ...tools]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const target = element.closest(":is(.segments, .chips) > label") ?? element;
            return { what: element.outerHTML.slice(0, 80), height: target.getBoundingClientRect().height };
          })
          .filter(({ height }) => height > 0 && height < 43.9)
          .map(({ what, height }) => `${what}: ${height}`);
      });
    assert.deepEqual(await low(), [], "with the question");
    await askByClock(browser, VISIT);
    assert.deepEqual(await low(), [], "with an answer");
  });
});

it("nothing moves for those who ask for that", async () => {
  await open();
  await askByClock(browser, VISIT);
  const moving = await browser.run(() => {
    // What a sheet sets only where motion is welcome does not count.
    /** @type {string[]} */
    const found = [];
    /** @param {Iterable<CSSRule>} rules @param {boolean} welcome */
    const walk = (rules, welcome) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          walk(
            rule.cssRules,
            welcome || rule.conditionText.includes("prefers-reduced-motion: no-preference"),
          );
        } else if (rule instanceof CSSStyleRule && !welcome) {
          const { transition, animation, scrollBehavior } = rule.style;
          // As everything of a host's page that is set back.
          const moves = [transition, animation].some((value) => value && !/^(initial|none)$/.test(value));
          if (moves || scrollBehavior === "smooth") {
            found.push(rule.selectorText);
          }
        }
      }
    };
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    for (const sheet of [...document.styleSheets, ...(shadow?.adoptedStyleSheets ?? [])]) {
      walk(sheet.cssRules, false);
    }
    return found;
  });
  assert.deepEqual(moving, []);
});

describe("nothing jumps", {
  skip: browserKey === "chromium" ? false : "only Chromium measures the shifts of a layout",
}, () => {
  /** The sum of all shifts that no touch or key caused, and what moved. */
  const shifts = () =>
    browser.run(
      () =>
        /** @type {Promise<string[]>} */ (
          new Promise((resolve) => {
            const observer = new PerformanceObserver((list) => {
              const found = list.getEntries().map((entry) => {
                const { value, sources } = /** @type {any} */ (entry);
                const what = sources.map(
                  (/** @type {any} */ { node }) => node?.outerHTML?.slice(0, 60) ?? node?.nodeName,
                );
                return `${value.toFixed(4)}: ${what.join("; ")}`;
              });
              observer.disconnect();
              resolve(found);
            });
            observer.observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve([]), 500);
          })
        ),
    );

  for (const [what, width, height] of /** @type {const} */ ([
    ["on a phone", 360, 640],
    ["on a tablet", 768, 1024],
    ["on a wide screen", 1280, 800],
  ])) {
    it(`while the page loads ${what}`, async () => {
      await browser.resize(width, height);
      await open();
      assert.deepEqual(await shifts(), []);
    });

    it(`while a link's answer loads, and a minute passes, ${what}`, async () => {
      await browser.resize(width, height);
      await browser.driver.get("about:blank");
      await browser.open("/#treatment=dysport&treated-at=2026-11-21T17:00", { clock: CLOCK });
      await browser.until(
        async () => /14 hours after Dysport/.test(await browser.text()),
        "the answer is there",
      );
      await later(browser, 1);
      await browser.until(async () => /14 h.*1 min/.test(await browser.text()), "a minute has passed");
      assert.deepEqual(await shifts(), []);
    });

    it(`while an embedded card loads ${what}`, async () => {
      await browser.resize(width, height);
      await browser.open("/hosts/script-first/");
      await browser.until(
        async () => (await browser.all("heading", /say (wait|it’s OK)$|^Opinions are split/)).length > 0,
        "the answer is there",
      );
      assert.deepEqual(await shifts(), []);
    });
  }
});

it("sets nothing anew that stays as it is, which would cost a phone the style of the whole card", async () => {
  await open();
  await askByClock(browser, VISIT);
  await browser.drawn(".panel");
  await browser.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("aftercare-consensus")?.shadowRoot);
    /** @type {string[]} */
    const same = [];
    let changes = 0;
    const observer = new MutationObserver((records) => {
      for (const { target, attributeName, oldValue } of records) {
        changes += 1;
        const element = /** @type {Element} */ (target);
        const value = element.getAttribute(`${attributeName}`);
        if (value !== null && value === oldValue) {
          same.push(`${element.localName}.${element.className} ${attributeName}=${value}`);
        }
      }
      Reflect.set(window, "__attributes", { changes, same });
    });
    observer.observe(root, { attributes: true, attributeOldValue: true, subtree: true });
  });
  await choose(browser, "Treatment", "Xeomin");
  await browser.until(
    async () => (await browser.text()).includes("after Xeomin"),
    "the other answer is there",
  );
  const { changes, same } = await browser.run(() => Reflect.get(window, "__attributes"));
  assert.ok(changes > 10, `a change is seen: ${changes}`);
  assert.deepEqual(same, []);
});
