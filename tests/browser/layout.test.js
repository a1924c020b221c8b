/** The page fits and reads for everybody: small screens, large text, both themes. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { cannot, startBrowser } from "./browser.js";
import { askByClock, askByHours } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

/** Elements that stick out of the page at the side, those of a scrolling region aside. */
function sideways() {
  return browser.run(() => {
    const width = document.documentElement.clientWidth;
    /** @type {string[]} */
    const out = [];
    /** @param {Document | ShadowRoot} root */
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const box = element.getBoundingClientRect();
        const scrolls = element.closest(".scroll");
        if (!scrolls && box.width > 0 && (box.right > width + 1 || box.left < -1)) {
          out.push(
            `<${element.tagName.toLowerCase()} class="${element.className}"> ${box.left} to ${box.right} of ${width}`,
          );
        }
        if (element.shadowRoot) {
          walk(element.shadowRoot);
        }
      }
    };
    walk(document);
    if (document.documentElement.scrollWidth > width) {
      out.push(`the page is ${document.documentElement.scrollWidth} wide`);
    }
    return out;
  });
}

for (const [title, prepare] of /** @type {const} */ ([
  ["at 320 px", async () => browser.resize(320, 640)],
  ["at 1280 px", async () => browser.resize(1280, 800)],
  [
    "with text of 200 % at 360 px",
    async () => {
      await browser.resize(360, 640);
      await browser.run(() => document.documentElement.setAttribute("data-large", ""));
      await browser.run(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(":root[data-large] { font-size: 200% }");
        document.adoptedStyleSheets = [sheet];
      });
    },
  ],
])) {
  it(`nothing sticks out ${title}`, async () => {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    await prepare();
    await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
    assert.deepEqual(await sideways(), []);
  });
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  describe(`axe-core in the ${theme} theme`, () => {
    before(async () => {
      await browser.resize(360, 640);
      await browser.emulate({ scheme: theme });
      await browser.open("/", { clock: "2026-11-22T07:00" });
    });

    it("is the theme that the page shows", async () => {
      const dark = await browser.run(() => matchMedia("(prefers-color-scheme: dark)").matches);
      assert.equal(dark, theme === "dark");
    });

    it("finds nothing before a question", () => browser.assertAccessible("no question"));

    for (const hours of ["0", "5", "14", "400"]) {
      it(`finds nothing ${hours} hours after`, async () => {
        await askByHours(browser, { treatment: "Botox", hours });
        await browser.assertAccessible(`an answer at ${hours} h`);
      });
    }

    it("finds nothing with an error", async () => {
      await askByHours(browser, { treatment: "Botox", hours: "x" });
      await browser.assertAccessible("an error");
    });

    it("finds nothing on the page of sources", async () => {
      await browser.open("/sources.html");
      await browser.assertAccessible("the sources");
      await browser.open("/", { clock: "2026-11-22T07:00" });
    });

    it("finds nothing with all answers open", async () => {
      await askByHours(browser, { treatment: "Botox", hours: "14" });
      await (await browser.summary()).click();
      await browser.until(
        async () => (await browser.all("heading", /surgeon/)).length > 0,
        "the list of answers is there",
      );
      await browser.assertAccessible("all answers open");
    });
  });
}

it("a reader with forced colours can tell the parts of a bar apart", {
  skip: cannot("forcedColours"),
}, async () => {
  await browser.emulate({ forcedColours: true });
  try {
    await browser.open("/", { clock: "2026-11-22T07:00" });
    assert.ok(await browser.run(() => matchMedia("(forced-colors: active)").matches));
    await askByHours(browser, { treatment: "Botox", hours: "5" });
    const looks = await browser.run(() =>
      ["fine", "silent", "wait"].map((stance) => {
        const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
        const share = shadow?.querySelector(`.bar .${stance}`);
        return share ? getComputedStyle(share).fill : `nothing of ${stance}`;
      }),
    );
    assert.equal(new Set(looks).size, 3, `the parts differ: ${looks.join("; ")}`);
    await browser.assertAccessible("forced colours");
  } finally {
    await browser.emulate({});
  }
});

it("is light or dark as the page around it is, whatever the device prefers", async () => {
  await browser.emulate({ scheme: "dark" });
  await browser.open("/#treatment=dysport&hours=14");
  await browser.drawn(".verdict");
  const isDark = (/** @type {string} */ scheme) =>
    browser.run((scheme) => {
      document.documentElement.style.setProperty("color-scheme", scheme);
      const root = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".root");
      const [red = 0] = getComputedStyle(/** @type {Element} */ (root)).color.match(/\d+/g) ?? [];
      return Number(red) > 127;
    }, scheme);
  assert.equal(await isDark("light dark"), true, "a page for both, on a dark device");
  assert.equal(await isDark("light"), false, "a clinic's page that is light alone");
  await browser.emulate({});
  await browser.open("/#treatment=dysport&hours=14");
  await browser.drawn(".verdict");
  assert.equal(await isDark("light dark"), false, "a page for both, on a light device");
  assert.equal(await isDark("dark"), true, "a page that is dark alone");
});

for (const width of [320, 1280]) {
  it(`nothing sticks out on the page of sources at ${width} px`, async () => {
    await browser.resize(width, 640);
    await browser.open("/sources.html");
    assert.deepEqual(await sideways(), []);
  });
}

const CLINIC = {
  en: { clinic: "Elm Street Clinic", contact: "+1 415 555 0134", emergency: "911" },
  es: { clinic: "Clínica Olmo", contact: "+34 600 123 456", emergency: "112" },
};

for (const [lang, page] of /** @type {const} */ ([
  ["en", "/"],
  ["es", "/index.es.html"],
])) {
  for (const [word, clinic, treatedAt] of /** @type {[string, Record<string, string>, string][]} */ ([
    ["", {}, "2026-11-21T17:00"],
    [" for an evening", {}, "2026-11-21T23:59~"],
    [" with a clinic's word", { ...CLINIC[lang], protocol: "exercise 24h" }, "2026-11-21T17:00"],
  ])) {
    it(`a whole answer${word} in ${lang} on a phone of 390 px is at most 3,600 px high`, async () => {
      await browser.resize(390, 844);
      const clock = "2026-11-22T07:00";
      await browser.open(`${page}#treatment=dysport&treated-at=${treatedAt}`, { clock });
      await browser.run((clinic) => {
        for (const [name, value] of Object.entries(clinic)) {
          document.querySelector("aftercare-consensus")?.setAttribute(name, value);
        }
      }, clinic);
      await browser.drawn(clinic.clinic ? ".others" : ".verdict");
      await browser.drawn(".behind");
      // A phone's scroll bar lies over the page.
      const bar = await browser.run(() => innerWidth - document.documentElement.clientWidth);
      await browser.resize(390 + bar, 844);
      const height = await browser.run(() => document.documentElement.scrollHeight);
      assert.ok(height <= 3600, `it is ${height} px high`);
    });
  }
}

it("without JavaScript the page leads to a table of the consensus over time", async () => {
  const read = async (/** @type {string} */ name) =>
    (await fetch(new URL(name, String(process.env.AFTERCARE_URL)))).text();
  const [, place, id] =
    /needs JavaScript[^<]*<a href="([^"#]+)#([^"]+)"/.exec(await read("/")) ??
    assert.fail("it leads nowhere");
  const html = await read(place);
  const table = html.slice(html.indexOf(`id="${id}"`), html.indexOf("</table>"));
  for (const part of [/>Botox</, />Dysport</, />24 h</, /\d+ of \d+ say OK/]) {
    assert.match(table, part);
  }
});
