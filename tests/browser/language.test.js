/** The card and its pages in another language than English. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, afterEach, before, describe, it } from "node:test";
import { Select } from "selenium-webdriver/lib/select.js";
import { manifest, module, registerLanguage } from "../node/dist.js";
import { startBrowser } from "./browser.js";
import { edition } from "./later-build.js";
import { Site, strictPolicy } from "./site.js";

const pseudo = new URL("../../target/pseudolocale/", import.meta.url);

const { catalog, guidance } = await module();
await registerLanguage("es");

const headers = {
  "content-security-policy": `${await strictPolicy()}; trusted-types aftercare-consensus-sw`,
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
};

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Site} */
let site;
const files = edition();
const PACK = "aftercare-consensus.es.js";
const pack = String(files.get(PACK));

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());

/** What the element says of itself. */
const shown = () =>
  browser.run(() => {
    const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
    const root = element?.shadowRoot?.querySelector(".root");
    return {
      lang: root?.getAttribute("lang") ?? "",
      text: /** @type {HTMLElement} */ (root)?.innerText ?? "",
      summary: element?.guidance?.summary ?? "",
    };
  });

/** @param {Record<string, string | null>} attributes */
const set = (attributes) =>
  browser.run((/** @type {Record<string, string | null>} */ given) => {
    const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
    for (const [name, value] of Object.entries(given)) {
      if (value === null) {
        element.removeAttribute(name);
      } else {
        element.setAttribute(name, value);
      }
    }
  }, attributes);

/** @param {string} lang */
const speaks = (lang) => browser.until(async () => (await shown()).lang === lang, `the card is in "${lang}"`);

/** A control of the form by what it is, in whatever language. @param {string} selector */
const control = (selector) => browser.drawn(selector);

/** The reader opens what stands behind the answer, and in it who says what. */
async function openAnswers() {
  await (await control(".behind > summary")).click();
  await (await control(".who-says-what > summary")).click();
}

/** @param {Iterable<any>} [changed] files in the place of others */
async function newSite(changed = []) {
  site = await new Site(new Map([...files, ...changed]), headers).start();
  return site;
}

describe("a reader of Spanish", () => {
  before(async () => {
    await newSite();
  });
  after(() => site.stop());
  afterEach(() => browser.assertQuiet());

  it("comes from the English page by a link that is in Spanish", async () => {
    await browser.open(site.address());
    await speaks("en");
    assert.ok(
      site.asked.every(({ name }) => !name.includes(".es.")),
      "whoever reads English loads nothing of another language",
    );
    await (await browser.one("link", "Español")).click();
    await speaks("es");
    assert.equal(await browser.run(() => document.documentElement.lang), "es");
  });

  it("asks and is answered in Spanish, with the same numbers", async () => {
    await new Select(await control(".treatment")).selectByVisibleText("Dysport");
    await (await control(".switch")).click();
    await (await control(".hours")).sendKeys("14");
    const card = guidance("dysport", 14, { lang: "es" });
    assert.match(card.summary, /(dicen|piden)/);
    await browser.until(async () => (await shown()).text.includes(card.summary), "the answer is there");
    assert.equal((await shown()).summary, card.summary);
    const english = guidance("dysport", 14);
    assert.deepEqual(
      card.panels.map(({ tally }) => tally),
      english.panels.map(({ tally }) => tally),
    );
  });

  it("is told that nobody of the trade has read the translation", async () => {
    assert.match((await shown()).text, /Aún no lo ha revisado ningún médico ni enfermera/);
    assert.equal(catalog().languages.find(({ id }) => id === "es")?.reviewed, false);
  });

  it("reads who says what, the English texts marked as English", async () => {
    await openAnswers();
    await browser.until(
      async () => (await shown()).text.includes("están en inglés"),
      "the answers are there",
    );
    const marked = await browser.run(() => {
      const root = document.querySelector("aftercare-consensus")?.shadowRoot;
      return [...(root?.querySelectorAll(".voice") ?? [])].every((voice) =>
        voice.querySelector("p[lang=en]"),
      );
    });
    assert.ok(marked, "a screen reader speaks each summary as English");
  });

  it("finds nothing that keeps anybody out", () => browser.assertAccessible("the answer in Spanish"));

  it("opens the sources in Spanish and comes back", async () => {
    await (await browser.one("link", /^Fuentes/)).click();
    await browser.until(
      async () => (await browser.driver.getCurrentUrl()) === site.address("sources.es.html"),
      "the sources open",
    );
    await browser.assertAccessible("the sources in Spanish");
    await (await browser.one("link", /^Volver/)).click();
    await speaks("es");
  });

  it("keeps what was typed when the page changes the language", async () => {
    await (await control(".switch")).click();
    await (await control(".hours")).sendKeys("5,5");
    await set({ lang: "en" });
    await speaks("en");
    await set({ lang: "es-MX" });
    await speaks("es");
    assert.equal(await (await control(".hours")).getAttribute("value"), "5,5");
  });
});

describe("a reader of Spanish whose network is gone after one visit", () => {
  before(async () => {
    await newSite();
    await browser.open(site.address("index.es.html"));
    await browser.until(
      () =>
        browser.run(async () => {
          const kept = await navigator.serviceWorker.getRegistration();
          return kept?.active?.state === "activated";
        }),
      "the page keeps itself",
    );
    await site.stop();
  });
  afterEach(() => browser.assertQuiet());

  it("has the card, who says what, and the sources", async () => {
    await browser.open(site.address("index.es.html#treatment=dysport&hours=14"));
    await browser.open(site.address("index.es.html?again#treatment=dysport&hours=14"));
    await speaks("es");
    const card = guidance("dysport", 14, { lang: "es" });
    await browser.until(async () => (await shown()).text.includes(card.summary), "the answer is there");
    await openAnswers();
    await browser.until(
      async () => (await shown()).text.includes("están en inglés"),
      "the answers are there",
    );
    await browser.open(site.address("sources.es.html"));
    assert.match(await browser.text(), /Fuentes/);
  });
});

describe("a page whose language pack is not right", () => {
  /** @type {[string, (() => Buffer) | null, RegExp][]} */
  const cases = [
    ["cut off", () => Buffer.from(pack.slice(0, 2000)), /^error: /],
    [
      "of another version",
      () => Buffer.from(pack.replaceAll(manifest.version, "0.0.1")),
      /^console\.error: /,
    ],
    ["damaged", () => Buffer.from(damaged(pack)), /^console\.error: /],
    ["a page in its place", () => Buffer.from("<!doctype html><h1>Hola</h1>"), /^error: /],
    ["missing", null, /^$/],
  ];
  for (const [what, changed, said] of cases) {
    it(`shows English, marked as such, and tells the site's owner: ${what}`, async () => {
      await newSite(changed ? [[PACK, changed()]] : []);
      if (!changed) {
        site.files.delete(PACK);
      }
      try {
        await browser.open(site.address("index.es.html"));
        await speaks("en");
        await told();
        const lines = await browser.run(() => /** @type {string[]} */ (Reflect.get(window, "__said")));
        assert.deepEqual(
          lines.filter((line) => !said.test(line) && !line.startsWith("console.error: aftercare-consensus")),
          [],
          "the page says no more than that",
        );
      } finally {
        await site.stop();
      }
    });
  }

  /** A pack in which one sentence is none. @param {string} text */
  function damaged(text) {
    const changed = text.replace(/:\s*"[^"\\]{20,}"/, ":0");
    assert.notEqual(changed, text, "there is a sentence to lose");
    return changed;
  }

  /** The site's owner hears of it; the reader has the form. */
  async function told() {
    await browser.run(() => {
      addEventListener("aftercare-error", (event) => {
        const { detail } = /** @type {CustomEvent<{ code: string, message: string }>} */ (event);
        document.documentElement.dataset.told = `${detail.code} ${detail.message}`;
      });
      // It may have been told before; what changes is told again.
      document.querySelector("aftercare-consensus")?.setAttribute("lang", "es");
      document.querySelector("aftercare-consensus")?.setAttribute("compact", "");
    });
    const said = () => browser.run(() => document.documentElement.dataset.told ?? "");
    await browser.until(async () => (await said()) !== "", "the owner is told");
    assert.match(await said(), /^unknown_language .*aftercare-consensus\.es\.js/);
    const { lang, text } = await shown();
    assert.equal(lang, "en");
    assert.match(text, /When were you treated\?/);
  }
});

/** Words that are the same in every language, or that the browser's calendar says. */
const products = catalog().treatments.filter(({ generic }) => generic);
const names = products.flatMap(({ id, name, generic, aliases }) => [id, name, generic ?? "", ...aliases]);
const calendar = [...Array(12).keys()].flatMap((place) =>
  ["es", "es-ES", "es-MX", "es-US"].flatMap((lang) =>
    /** @type {const} */ (["long", "short"]).flatMap((length) => [
      new Date(2026, place, 1).toLocaleDateString(lang, { month: length }),
      new Date(2026, 0, 1 + place).toLocaleDateString(lang, { weekday: length }),
    ]),
  ),
);
const ANYWHERE = [...names, ...calendar, "Harley Street", "a. m.", "p. m.", "de", "IPDAS"]
  .filter(Boolean)
  .sort((one, other) => other.length - one.length)
  // Also ids of answers and rules.
  .map((name) => name.replace(/[.\s]/g, (sign) => (sign === "." ? "\\." : "\\s")))
  .concat("[A-Z]+\\d+(?:-\\d+)?");
const SAME = new RegExp(`(?<!\\p{L})(?:${ANYWHERE.join("|")})(?!\\p{L})`, "gu");

/** What a reader meets in plain letters: what nobody has translated. */
async function untranslated() {
  const texts = await browser.run(() => {
    /** @type {string[]} */
    const found = [document.title];
    /** @param {Node} node */
    const walk = (node) => {
      if (node instanceof Element) {
        if (["SCRIPT", "STYLE"].includes(node.tagName) || (node.getAttribute("lang") ?? "es") !== "es") {
          return;
        }
        for (const name of ["aria-label", "alt", "title", "placeholder", "aria-description"]) {
          found.push(node.getAttribute(name) ?? "");
        }
        for (const child of node.shadowRoot?.childNodes ?? []) {
          walk(child);
        }
      } else if (node instanceof Text) {
        found.push(node.data);
      }
      // The text inside the element is shown where there is no card.
      for (const child of node.childNodes) {
        walk(child);
      }
    };
    walk(document.body);
    return found;
  });
  return texts
    .map((text) => text.replace(SAME, " "))
    .filter((text) => /[A-Za-z]/.test(text))
    .map((text) => text.trim());
}

describe("a language that nobody speaks", () => {
  before(async () => {
    const changed = readdirSync(pseudo).map((name) => {
      const bytes = readFileSync(new URL(name, pseudo));
      const text = String(bytes).replace("<head>", '<head><script src="hooks.js"></script>');
      return [name, name.endsWith(".html") ? Buffer.from(text) : bytes];
    });
    await newSite(/** @type {[string, Buffer][]} */ (changed));
    await browser.open(site.address("index.es.html"), { clock: "2026-11-22T07:00" });
    await speaks("es");
  });
  after(() => site.stop());
  afterEach(() => browser.assertQuiet());

  it("shows no English on the page and its form, right or wrong", async () => {
    assert.deepEqual(await untranslated(), []);
    await (await control(".switch")).click();
    await (await control(".hours")).sendKeys("many");
    await browser.until(
      async () => (await (await control("#hours-error")).getText()) !== "",
      "it says what is wrong",
    );
    assert.deepEqual(await untranslated(), []);
    await (await control(".switch")).click();
    await browser.set(await control(".time"), "17:00");
    assert.notEqual(await (await control("#time-error")).getText(), "", "it is to come");
    assert.deepEqual(await untranslated(), []);
    await (await control(".earlier")).click();
    await browser.set(await control(".date"), "2025-01-01");
    assert.notEqual(await (await control("#date-error")).getText(), "", "it is long ago");
    assert.deepEqual(await untranslated(), []);
    await browser.set(await control(".date"), "");
    await (await control(".show")).click();
    assert.notEqual(await (await control("#date-error")).getText(), "", "it is missing");
    assert.deepEqual(await untranslated(), []);
  });

  it("shows none in the answers, for each product and activity, at any hour", async () => {
    await set({ ask: null });
    const { treatments, activities } = catalog();
    for (const { id } of treatments) {
      for (const hours of ["0", "5", "14", "30", "400"]) {
        await set({ treatment: id, hours });
        assert.deepEqual(await untranslated(), [], `${id} after ${hours} hours`);
      }
    }
    for (const { id } of activities) {
      await set({ activity: id, hours: "14" });
      assert.deepEqual(await untranslated(), [], id);
    }
    await set({ activity: null });
  });

  it("shows none in the list of answers, but for what is marked as English", async () => {
    await openAnswers();
    await browser.until(
      () =>
        browser.run(
          () =>
            (document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll(".voice").length ??
              0) > 0,
        ),
      "the answers are there",
    );
    assert.deepEqual(await untranslated(), []);
    await set({ names: "class" });
    assert.deepEqual(await untranslated(), []);
    await set({ names: null });
  });

  it("shows none on a card that goes with the clock", async () => {
    for (const treated of ["2026-11-22T06:00", "2026-11-21T17:00", "2026-11-10T12:00", "2026-01-10T12:00"]) {
      await set({ hours: null, "treated-at": treated });
      assert.deepEqual(await untranslated(), [], treated);
    }
  });

  it("shows none beside the clinic's own word", async () => {
    await set({ clinic: "Harley Street", contact: "+1 212 555 0100", emergency: "911" });
    for (const protocol of [
      "exercise 24h",
      "exercise 24h; heat 3d",
      "exercise day-end",
      "alcohol 6h",
      null,
    ]) {
      for (const treated of ["2026-11-22T06:00", "2026-11-10T12:00"]) {
        await set({ protocol, "treated-at": treated });
        assert.deepEqual(await untranslated(), [], `${protocol}, treated ${treated}`);
      }
    }
    await set({ treatment: null, "treated-at": null, protocol: "exercise 24h; heat day-end" });
    assert.deepEqual(await untranslated(), [], "before anything is asked");
  });

  it("shows none on a small card, and none where the data are old", async () => {
    await set({ compact: "", treatment: "dysport", protocol: null, hours: "14" });
    assert.deepEqual(await untranslated(), []);
    await browser.open(site.address("index.es.html"), { clock: "2029-11-22T07:00" });
    await speaks("es");
    await set({ ask: null, treatment: "dysport", "treated-at": "2029-11-21T17:00" });
    assert.deepEqual(await untranslated(), []);
  });

  it("shows none on the page of sources, but for what is marked as English", async () => {
    await browser.open(site.address("sources.es.html"));
    assert.deepEqual(await untranslated(), []);
  });
});
