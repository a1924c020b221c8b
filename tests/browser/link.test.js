/** A link that somebody has made up: what it can do to a reader, and what not. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, it } from "node:test";
import { startBrowser } from "./browser.js";
import { seesAnswer } from "./assertions.js";

const FORGED =
  "clinic=Forged+Clinic&protocol=exercise+1min&contact=5550100&emergency=5550199&Clinic=Forged+Clinic";
const ASKED = "treatment=dysport&hours=14";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());
afterEach(async () => {
  await browser.enter(null);
  await browser.assertQuiet();
});

async function readsNothingForged() {
  const text = await seesAnswer(browser);
  assert.doesNotMatch(text, /Forged|asks you to wait|5550100|5550199/);
}

it("the page's link chooses what is asked, says nothing of a clinic, and is cleared once read", async () => {
  await browser.open(`/#${ASKED}&${FORGED}`);
  await readsNothingForged();
  const { href, pathname, origin } = new URL(await browser.driver.getCurrentUrl());
  assert.equal(href, `${origin}${pathname}`, "the address holds no treatment time any more");
});

for (const [how, link] of Object.entries({
  "written & as &amp;": "#treatment=dysport&amp;hours=14",
  "taken the point of the sentence into it": "#treatment=dysport&hours=14.",
  "put its own marks behind it": "#treatment=dysport&hours=14?utm_source=mail",
  "encoded what stands behind the #": "#treatment%3Ddysport%26hours%3D14",
})) {
  it(`a link asks the same where a mail has ${how}, and is cleared`, async () => {
    await browser.open(`/${link}`);
    await seesAnswer(browser);
    const { href, pathname, origin } = new URL(await browser.driver.getCurrentUrl());
    assert.equal(href, `${origin}${pathname}`, "the address holds no treatment time any more");
  });
}

it("the frame's link cannot speak for a clinic either, before its # or behind it", async () => {
  await browser.open(`/embed.html?${ASKED}&${FORGED}`);
  await readsNothingForged();
  await browser.open(`/embed.html?treatment=dysport&${FORGED}#hours=14&${FORGED}`);
  await readsNothingForged();
});

const INCOMPLETE = "This link is incomplete. Check the form and fill in what is missing.";

/** What is wrong with a link, and what of it is good. */
const WRONG = /** @type {[link: string, good: Record<string, string>][]} */ ([
  ["treatment=nabota&hours=5", { ".hours": "5" }],
  ["treatment=&activity=heat&hours=5", { ".activity": "heat", ".hours": "5" }],
  ["treatment=botox&hours=5&activity=running", { ".treatment": "botox", ".hours": "5" }],
  ["treatment=botox&hours=soon", { ".treatment": "botox", ".time": "" }],
  ["treatment=botox&hours=-5", { ".treatment": "botox", ".time": "" }],
  [
    "treatment=botox&treated-at=yesterday&activity=heat",
    { ".treatment": "botox", ".activity": "heat", ".time": "" },
  ],
  ["treatment=botox&treated-at=2026-11-31T10:00", { ".treatment": "botox", ".time": "" }],
  ["treatment=botox&treated-at=2026-11-22T07:30", { ".treatment": "botox", ".time": "07:30" }],
  ["treatment=botox&treated-at=2099-01-01T00:00Z", { ".treatment": "botox" }],
  ["treatment=botox&hours=5&treated-at=2026-11-21T17:00", { ".treatment": "botox", ".time": "" }],
  ["treatment=nabota&names=class&hours=5", { ".treatment": "", ".hours": "5" }],
  ["treatment=botox&hours=5&lang=xx", { ".treatment": "botox", ".hours": "5" }],
  ["treatment=botox&hours=5&names=all&panels=nobody", { ".treatment": "botox", ".hours": "5" }],
]);

/**
 * @param {Record<string, string>} good
 * @param {{ inFrame?: boolean }} [options] where the page of the frame folds what stands under the form
 */
async function seesIncompleteLink(good, { inFrame = false } = {}) {
  await browser.until(async () => (await browser.text()).includes(INCOMPLETE), "the reader is told");
  const text = await browser.text();
  assert.equal(text.split(INCOMPLETE).length, 2, `it is said once:\n${text}`);
  assert.doesNotMatch(text, /for the owner|not set up|JavaScript|…/i);
  if (inFrame) {
    await (await browser.summary("When to get help")).click();
  }
  await browser.one("heading", "When to get help");
  await browser.one("button", "Show the answer");
  for (const [field, value] of Object.entries(good)) {
    const shown = await browser.run(
      (/** @type {HTMLInputElement} */ { value }) => value,
      await browser.drawn(`.ask:not([hidden]) ${field.replace(".hours", "input.hours")}`),
    );
    assert.equal(shown, value, field);
  }
}

for (const [link, good] of WRONG) {
  it(`a patient with a link that is incomplete has the form, with what is good: ${link}`, async () => {
    await browser.open("about:blank");
    await browser.open(`/#${link}`, { clock: "2026-11-22T07:00" });
    await seesIncompleteLink(good);
    for (const where of [`?${link}`, `#${link}`]) {
      await browser.open("about:blank");
      await browser.open(`/embed.html${where}`, { clock: "2026-11-22T07:00" });
      await seesIncompleteLink(good, { inFrame: true });
      await browser.assertQuiet();
    }
  });
}

it("a slip in a link's own words is an incomplete link, too; a word of others is none", async () => {
  await browser.open("about:blank");
  await browser.open("/#treatmnt=dysport&hours=5");
  await seesIncompleteLink({ ".treatment": "", ".hours": "5" });
  await browser.open("about:blank");
  await browser.open("/#treatment=dysport&hours=14&utm_source=mail");
  await seesAnswer(browser);
  assert.ok(!(await browser.text()).includes(INCOMPLETE));
  await browser.open("/embed.html?treatment=dysport&v=2");
  await browser.one("button", "Show the answer");
  assert.ok(!(await browser.text()).includes(INCOMPLETE));
});

it("a link that is incomplete takes nothing from what was asked before, and the next one is read anew", async () => {
  await browser.open("about:blank");
  await browser.open(`/#${ASKED}`);
  await seesAnswer(browser);
  await browser.run(() => {
    location.hash = "treatment=nabota&hours=5";
  });
  await browser.until(async () => (await browser.text()).includes(INCOMPLETE), "the reader is told");
  await seesIncompleteLink({ ".treatment": "", ".hours": "5" });
  await browser.run((/** @type {string} */ asked) => {
    location.hash = asked;
  }, ASKED);
  await seesAnswer(browser);
  assert.ok(!(await browser.text()).includes(INCOMPLETE), "the next link is complete");
});

it("a page around the frame cannot make it say anything by messages, and learns its height alone", async () => {
  const folder = fileURLToPath(new URL("../../target/hosts/hostile-parent/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}index.html`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A site</title><script>
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(JSON.stringify(data)));
      addEventListener("load", () => {
        const [frame] = document.querySelectorAll("iframe");
        for (const type of ["aftercare-consensus:settings", "aftercare-consensus:height", "clinic"]) {
          const words = { clinic: "Forged Clinic", protocol: "exercise 1min", contact: "5550100" };
          frame.contentWindow.postMessage({ type, ...words, settings: words, attributes: words }, "*");
        }
      });
    </script></head><body><iframe title="Aftercare" width="700" height="800"
      src="/aftercare/embed.html?${ASKED}"></iframe></body></html>`,
  );
  await browser.open("/hosts/hostile-parent/");
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await readsNothingForged();
  await browser.enter(null);
  /** @type {string[]} */
  const heard = await browser.run(() => Reflect.get(window, "heard"));
  for (const message of heard) {
    assert.match(message, /^\{"type":"aftercare-consensus:height","height":\d+\}$/);
  }
  assert.ok(heard.length > 0, "it is told the height");
});
