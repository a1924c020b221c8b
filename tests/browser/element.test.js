/** The element's attributes, properties and events, as a page's owner uses them. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { ownerReads } from "./assertions.js";
import { startBrowser } from "./browser.js";

const CLOCK = "2026-11-22T07:30";
const CLINIC = {
  treatment: "dysport",
  "treated-at": "2026-11-21T17:00",
  clinic: "Harley",
  protocol: "exercise 24h; lying-flat 4h",
  contact: "+44 20 7946 0000",
  emergency: "999",
};

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
beforeEach(async () => {
  await browser.open("/", { clock: CLOCK });
  await browser.run(() => {
    Reflect.set(window, "__events", []);
    for (const type of ["aftercare-change", "aftercare-error"]) {
      addEventListener(type, (event) => {
        const { detail, bubbles, composed } = /** @type {CustomEvent} */ (event);
        Reflect.get(window, "__events").push({ type, detail, bubbles, composed });
      });
    }
  });
});
afterEach(() => browser.assertQuiet());

/**
 * One element in the place of the page's own.
 *
 * @param {Record<string, string>} attributes
 */
async function show(attributes) {
  await browser.run(async (/** @type {Record<string, string>} */ given) => {
    const element = document.createElement("aftercare-consensus");
    element.textContent = "Ask your clinic when exercise is OK.";
    for (const [name, value] of Object.entries(given)) {
      element.setAttribute(name, value);
    }
    document.querySelector("main")?.replaceChildren(element);
    await Reflect.get(element, "ready");
  }, attributes);
}

/** @returns {Promise<any[]>} */
async function events() {
  return browser.run(() => Reflect.get(window, "__events"));
}

/**
 * Lets time pass on the page's clock, and the page come back into view.
 *
 * @param {number} minutes
 */
async function later(minutes) {
  await browser.run((milliseconds) => {
    Reflect.get(window, "__advance")(milliseconds);
    document.dispatchEvent(new Event("visibilitychange"));
  }, minutes * 60_000);
}

/** The light-DOM text is on the screen. */
async function assertFallback() {
  const shown = await browser.run(() => {
    const element = document.querySelector("aftercare-consensus");
    const range = document.createRange();
    range.selectNodeContents(/** @type {Element} */ (element));
    return range.getBoundingClientRect().height > 0;
  });
  assert.ok(shown, "the text that the page's owner wrote is readable");
}

describe("a page that says treatment and hours", () => {
  it("shows the card and no form", async () => {
    await show({ treatment: " Dysport ", hours: "14" });
    const summary = await browser.run(
      async () => (await Reflect.get(window, "AftercareConsensus").init()).guidance("dysport", 14).summary,
    );
    assert.ok((await browser.text()).includes(summary));
    assert.deepEqual(await browser.all("combobox"), []);
    assert.deepEqual(
      await browser.run(() => {
        const element = document.querySelector("aftercare-consensus");
        return Reflect.get(/** @type {Element} */ (element), "guidance");
      }),
      await browser.run(async () =>
        (await Reflect.get(window, "AftercareConsensus").init()).guidance("Dysport", 14),
      ),
      "el.guidance is the card",
    );
  });

  it("hears of the status, and of no time", async () => {
    await show({ treatment: "dysport", hours: "14" });
    const [event, ...others] = await events();
    assert.deepEqual(others, []);
    assert.equal(event.type, "aftercare-change");
    assert.ok(event.bubbles && event.composed);
    assert.deepEqual(Object.keys(event.detail).sort(), ["activity", "clinic", "status", "treatment"]);
    assert.deepEqual(
      { ...event.detail, status: "" },
      { status: "", treatment: "dysport", activity: "exercise", clinic: null },
    );
  });

  it("hears of the answer although it listens late, once, and the page around is not told again", async () => {
    await show({ treatment: "dysport", hours: "14" });
    const heard = await browser.run(async () => {
      const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
      /** @type {string[]} */
      const told = [];
      const listen = (/** @type {string} */ who) =>
        element.addEventListener("aftercare-change", (event) => {
          const { detail, target } = /** @type {CustomEvent} */ (event);
          told.push(`${who} ${detail.treatment} ${target === element}`);
        });
      listen("first");
      await new Promise((resolve) => setTimeout(resolve));
      // Whoever listens anew at each event is not to be told for ever.
      listen("second");
      await new Promise((resolve) => setTimeout(resolve));
      return told;
    });
    assert.deepEqual(heard, ["first dysport true"]);
    assert.equal((await events()).length, 1, "the page around");
  });

  it("says where the page of sources is", async () => {
    await show({ treatment: "dysport", hours: "14", sources: "/about/sources?lang=en" });
    await (await browser.summary()).click();
    const links = await browser.run(() => {
      const { shadowRoot } = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
      const all = [...(shadowRoot?.querySelectorAll("a[href]") ?? [])].map((link) =>
        link.getAttribute("href"),
      );
      return all.filter((link) => link?.includes("sources"));
    });
    assert.ok(links.length > 5, "each answer has its place there");
    assert.deepEqual(
      links.filter((link) => !link?.startsWith("/about/sources?lang=en")),
      [],
    );
  });

  it("changes several attributes at once and gets one new card", async () => {
    await show({ treatment: "dysport", hours: "14" });
    await browser.run(async () => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      // In a task of the page: WebKit's driver runs microtasks between the lines of its own scripts.
      await new Promise((resolve) =>
        setTimeout(() => {
          element.treatedAt = "2026-11-20T17:00";
          element.hours = null;
          element.activity = "lying-flat";
          setTimeout(resolve);
        }),
      );
    });
    const types = (await events()).map((event) => `${event.type} ${event.detail.activity}`);
    assert.deepEqual(types, ["aftercare-change exercise", "aftercare-change lying-flat"]);
  });

  it("finds each attribute as a property", async () => {
    await show({ treatment: "dysport", hours: "14" });
    const found = await browser.run(() => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      element.compact = true;
      element.panels = "doctors";
      element.clinic = "Harley";
      const card = element.guidance;
      element.clinic = undefined;
      return {
        panels: card.panels.map((/** @type {any} */ panel) => panel.id),
        compact: [element.getAttribute("compact"), element.compact],
        hours: element.hours,
        treatedAt: element.treatedAt,
        clinic: element.hasAttribute("clinic"),
      };
    });
    assert.deepEqual(found, {
      panels: ["doctors"],
      compact: ["", true],
      hours: "14",
      treatedAt: null,
      clinic: false,
    });
  });
});

describe("a page that listens", () => {
  it("finds the card on the element when it hears of it, the first time too", async () => {
    await browser.run(() => {
      addEventListener("aftercare-change", ({ target }) => {
        Reflect.set(window, "__heard", Reflect.get(/** @type {Element} */ (target), "guidance")?.summary);
      });
    });
    await show({ treatment: "dysport", hours: "14" });
    const summary = await browser.run(
      async () => (await Reflect.get(window, "AftercareConsensus").init()).guidance("dysport", 14).summary,
    );
    assert.equal(await browser.run(() => Reflect.get(window, "__heard")), summary);
  });

  it("may change the element, read it and take it away from within its listener", async () => {
    await browser.run(() => {
      addEventListener("aftercare-change", ({ target }) => {
        const element = /** @type {any} */ (target);
        if (element.hours === "14") {
          element.hours = 30;
          Reflect.set(window, "__read", element.guidance.hoursElapsed);
        } else {
          element.remove();
        }
      });
    });
    await show({ treatment: "dysport", hours: "14" });
    await browser.until(
      () => browser.run(() => document.querySelector("aftercare-consensus") === null),
      "the listener has taken the element away",
    );
    assert.equal(await browser.run(() => Reflect.get(window, "__read")), 30);
    assert.deepEqual(
      (await events()).map((event) => event.type),
      ["aftercare-change", "aftercare-change"],
    );
  });

  it("may set hours that it has worked out, with all their decimals", async () => {
    await show({ treatment: "dysport", hours: "15.312071388888889" });
    const hours = await browser.run(() => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      const given = element.guidance.hoursElapsed;
      element.hours = 55_123_457 / 3.6e6;
      return [given, element.guidance.hoursElapsed];
    });
    assert.deepEqual(hours, [15.3120713888888, 15.312071]);
  });

  it("does not lose what a reader has typed when it changes an attribute", async () => {
    await show({ treatment: "dysport" });
    await (await browser.one("button", "Say how many hours ago instead")).click();
    await (await browser.one("textbox", "How many hours ago?")).sendKeys("14");
    await browser.run(async () => {
      document.querySelector("aftercare-consensus")?.setAttribute("compact", "");
      await new Promise((resolve) => setTimeout(resolve));
    });
    assert.match(await browser.text(), /14 hours after Dysport/);
  });
});

describe("a browser that cannot share style sheets", () => {
  it("shows the card without them", async () => {
    await browser.run(() => {
      Reflect.set(window, "CSSStyleSheet", undefined);
      document.querySelector("aftercare-consensus")?.remove();
    });
    await show({ treatment: "dysport", hours: "14" });
    assert.match(await browser.text(), /say (to wait|exercise is OK)/);
  });
});

describe("a bad attribute", () => {
  for (const [name, value, code] of [
    ["treatment", "restylane", "unknown_treatment"],
    ["activity", "running", "unknown_activity"],
    ["hours", "soon", "invalid_hours"],
    ["treated-at", "yesterday", "invalid_time"],
    ["lang", "tlh", "unknown_language"],
    ["names", "brands", "invalid_option"],
    ["panels", "patients", "unknown_panel"],
    ["compact", "perhaps", "invalid_option"],
    ["sources", "none", "invalid_option"],
    ["clinic", " ", "invalid_option"],
    ["protocol", "exercise 24h; exercise 48h", "invalid_option"],
    ["contact", "javascript:alert(1)", "invalid_option"],
    ["emergency", "x", "invalid_option"],
  ]) {
    it(`is named to the page's owner, and the reader has the text inside: ${name}`, async () => {
      await show({ treatment: "dysport", [name]: value });
      await ownerReads(browser, new RegExp(`${name} is "`));
      const [event] = await events();
      assert.equal(event.type, "aftercare-error");
      assert.equal(event.detail.code, code);
      assert.ok(event.detail.message.startsWith(`${name} is "`), event.detail.message);
      await assertFallback();
    });
  }

  it("is gone when it is mended", async () => {
    await show({ treatment: "restylane", hours: "14" });
    await ownerReads(browser, /treatment is "restylane"/);
    await browser.run(async () => {
      document.querySelector("aftercare-consensus")?.setAttribute("treatment", "dysport");
      await new Promise((resolve) => setTimeout(resolve));
    });
    assert.match(await browser.text(), /say (to wait|exercise is OK)/);
  });

  it("says that hours and treated-at are one too many", async () => {
    await show({ treatment: "dysport", hours: "14", "treated-at": "2026-11-21T17:00" });
    await ownerReads(browser, /either hours or treated-at, not both/);
  });
});

describe("an owner whose page builder has changed the markup", () => {
  it("hears that a clinic's name was cut at its first space", async () => {
    await show({ treatment: "dysport", hours: "14", clinic: "”Harley" });
    await ownerReads(browser, /clinic is "”Harley"; accepted: the clinic's name between straight quotes/);
    await assertFallback();
  });
});

describe("a patient of a clinic that asks for 24 hours", () => {
  beforeEach(() => show(CLINIC));

  it("reads the clinic's waits before there is an answer", async () => {
    await show({ treatment: "dysport", clinic: "Harley", protocol: "exercise 30d; lying-flat day-end" });
    const text = await browser.text();
    assert.match(text, /Follow what Harley told you\./);
    assert.match(text, /Exercise\s+30 days\s+Lying down\s+until the day of the treatment is over/);
    // A wait of the clinic may be longer than any other here.
    await (await browser.one("radio", "Earlier")).click();
    await browser.set(await browser.field("Date"), "2026-11-02");
    await browser.set(await browser.field("Time"), "07:30");
    await browser.one("heading", "Harley asks you to wait 30 days before exercise");
  });

  it("reads the clinic's wait first, with what is left of it and until when", async () => {
    await browser.one("heading", "Harley asks you to wait 24 hours before exercise");
    const text = await browser.text();
    assert.match(text, /9 h 30 min to go, until Sunday,? (at )?5:00\sPM/);
    assert.ok(text.indexOf("9 h 30 min to go") < text.indexOf("What others say"));
  });

  it("can call the clinic from beside its wait and from beside the red flags", async () => {
    const links = await browser.all("link", "Call Harley: +44 20 7946 0000");
    assert.equal(links.length, 2);
    assert.equal(await links[0].getAttribute("href"), "tel:+442079460000");
    assert.equal(await (await browser.one("link", "Call 999")).getAttribute("href"), "tel:999");
    await browser.one("heading", "Call 999 now if you have:");
  });

  it("sees the wait end without a word that it is fine, and the page hears of it", async () => {
    await later(9 * 60 + 30);
    await browser.one("heading", "Harley asks you to wait 24 hours before exercise");
    const clinic = await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      return /** @type {HTMLElement} */ (shadow?.querySelector("[part=clinic]"))?.innerText;
    });
    assert.match(clinic, /That wait ended Sunday/);
    assert.doesNotMatch(clinic, /fine/);
    const waits = (await events()).map((event) => event.detail.clinic);
    assert.deepEqual(waits[0], { waiting: true, differs: false });
    assert.equal(waits.at(-1).waiting, false);
  });

  it("finds nothing in the way of a screen reader", async () => {
    await browser.assertAccessible("a clinic's wait");
  });
});

describe("a moment that the page's owner gives", () => {
  it("may be of another zone: 22:00 in London is 17:00 here", async () => {
    await show({ treatment: "dysport", "treated-at": "2026-11-21T22:00+00:00" });
    const card = await browser.run(() => {
      const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
      return [element.guidance.hoursElapsed, element.guidance.treatedAt];
    });
    assert.deepEqual(card, [14.5, "17:00"]);
  });

  it("that is still to come says so, and has its card when it has come", async () => {
    await show({ treatment: "dysport", "treated-at": "2026-11-22T08:00" });
    assert.match(await browser.text(), /hasn’t happened yet/);
    await ownerReads(browser, /treated-at is ".*"; accepted: a time that is past/);
    assert.equal((await events())[0].detail.code, "invalid_time");
    await assertFallback();
    await later(31);
    assert.match(await browser.text(), /say (to wait|exercise is OK)/);
    assert.doesNotMatch(await browser.text(), /hasn’t happened yet/);
  });
});

describe("a compact card", () => {
  it("shows the answer and when to get help, the rest on demand", async () => {
    await show({ treatment: "dysport", hours: "14", compact: "" });
    assert.deepEqual(await browser.all("button", /^\d+ says? OK$/), [], "no tally is open");
    await (await browser.summary("When to get help")).click();
    await browser.one("heading", /^Call your emergency number now/);
    await (await browser.summary("See who says what")).click();
    await browser.until(
      async () => (await browser.all("button", /^\d+ says? OK$/)).length > 0,
      "the tallies are open",
    );
    await browser.assertAccessible("a compact card that is open");
  });
});

describe("the element on any page", () => {
  it("requests nothing but its own files, sets no cookie and stores nothing", async () => {
    await show(CLINIC);
    await (await browser.summary()).click();
    const found = await browser.run(() => ({
      foreign: performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((name) => !name.startsWith(`${location.origin}/`)),
      cookie: document.cookie,
      stored: localStorage.length + sessionStorage.length,
    }));
    assert.deepEqual(found, { foreign: [], cookie: "", stored: 0 });
  });

  it("draws in the light text's place, in English where the page is in a language without words", async () => {
    await browser.run(() => document.documentElement.setAttribute("lang", "tlh"));
    await show({ treatment: "dysport", hours: "14" });
    const marked = await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      const root = shadow?.querySelector(".root");
      return [root?.getAttribute("lang"), root?.getAttribute("dir")];
    });
    assert.deepEqual(marked, ["en", "ltr"]);
  });
});
