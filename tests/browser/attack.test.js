/** What markup, a style sheet and a server that are out to deceive a patient can do, and what not. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, beforeEach, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { askByHours } from "./user-actions.js";
import { OWN_TEXT, seesAnswer, seesListedAnswers } from "./assertions.js";
import { Site } from "./site.js";

const dist = new URL("../../dist/", import.meta.url);
const SCRIPT = "aftercare-consensus.iife.js";
const names = readdirSync(dist).filter((name) => /\.(js|wasm|html)$/.test(name));
const built = new Map(names.map((name) => [name, readFileSync(new URL(name, dist))]));
const hooks = readFileSync(new URL("hooks.js", import.meta.url));

/** A clinic's site, with the build in a folder. */
const clinic = new Site(new Map());
/** A server of somebody else's, which a clinic trusts with the files. */
const cdn = new Site(new Map(), { "access-control-allow-origin": "*" }, "localhost");
/** Whoever would like to know, or to say something in our name. */
const thief = new Site(new Map(), { "access-control-allow-origin": "*" }, "localhost");

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
  await Promise.all([clinic.start(), cdn.start(), thief.start()]);
});
after(async () => {
  await browser?.end();
  await Promise.all([clinic.stop(), cdn.stop(), thief.stop()]);
});
beforeEach(() => {
  cdn.files = new Map(built);
  // What a thief would serve in the place of ours.
  thief.files = new Map([...built].map(([name, bytes]) => [name, forged(name, bytes)]));
  thief.asked.length = 0;
});

/** The words of somebody else in a file of ours, as whole as the file can be made. @param {string} name @param {Buffer} bytes */
function forged(name, bytes) {
  if (name.endsWith(".wasm")) {
    // Another custom section at the end: sound, and not ours.
    return Buffer.concat([bytes, Buffer.from([0, 7, 6, ...Buffer.from("forged")])]);
  }
  return Buffer.from(`document.documentElement.dataset.forged = "yes";\n${bytes}`);
}

/** Opens the clinic's page. @param {{ head?: string, body?: string, tag?: string, lang?: string }} page */
async function open({ head = "", body = "", tag = 'treatment="dysport" hours="14"', lang = "en" }) {
  clinic.files = new Map([...built].map(([name, bytes]) => [`widget/${name}`, bytes]));
  clinic.files.set("hooks.js", hooks);
  clinic.files.set(
    "index.html",
    Buffer.from(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><link rel="icon" href="data:,">` +
        `<title>Elm Street Clinic</title><script src="hooks.js"></script>${head}</head>` +
        `<body>${body}<aftercare-consensus ${tag}>${OWN_TEXT}</aftercare-consensus></body></html>`,
    ),
  );
  await browser.open("about:blank");
  await browser.open(clinic.address());
}

/** What the element asks of a document, or might: each can be the name of a form. */
const CLOBBERED = [
  "addEventListener",
  "adoptNode",
  "baseURI",
  "cookie",
  "createElement",
  "createElementNS",
  "createTextNode",
  "currentScript",
  "defaultView",
  "getElementById",
  "head",
  "hidden",
  "importNode",
  "querySelector",
  "querySelectorAll",
  "removeEventListener",
  "visibilityState",
];

const own = `<script src="widget/${SCRIPT}" defer></script>`;

/** Where the card leads a reader to. */
const links = () =>
  browser.run(() => {
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    return [...(shadow?.querySelectorAll("a") ?? [])].map(({ href }) => href);
  });

/** The codes of the errors that the page has heard of. */
const LISTENS = `<script>
  window.heard = [];
  addEventListener("aftercare-error", ({ detail }) => window.heard.push(detail.code));
</script>`;
/** @returns {Promise<string[]>} */
const heard = () => browser.run(() => Reflect.get(window, "heard"));

describe("markup that a visitor may leave on a clinic's page", () => {
  it("named like the running script, does not lead a reader to somebody else's sources", async () => {
    const image = `<img name="currentScript" src="${thief.address("a.png")}" data-sources="${thief.address("sources.html")}" alt="">`;
    const others = ["baseURI", "head"].map((name) => `<form name="${name}"></form>`).join("");
    await open({ head: own, body: image + others, tag: 'treatment="dysport" hours="14" sources="page"' });
    await seesAnswer(browser);
    await (await browser.summary()).click();
    await seesListedAnswers(browser);
    assert.doesNotMatch(await browser.text(), /Forged/);
    assert.ok((await links()).length > 0, "the card has links");
    for (const link of await links()) {
      assert.ok(!link.startsWith(thief.origin), `${link} leads to somebody else`);
    }
    // A browser may ask for a picture that is not there again.
    assert.deepEqual(
      [...new Set(thief.asked.map(({ name }) => name))],
      ["a.png"],
      "the picture alone is loaded from there",
    );
  });

  it("named like the widget's global does not take its place", async () => {
    const body =
      '<a id="AftercareConsensus"></a><img id="customElements" alt=""><img id="WebAssembly" alt="">';
    await open({ head: own, body });
    await seesAnswer(browser);
    const kind = await browser.run(() => typeof Reflect.get(window, "AftercareConsensus").init);
    assert.equal(kind, "function");
  });

  it("named like what a document has and does may cost an answer, and never the clinic's own text", async () => {
    const body = CLOBBERED.map((name) => `<form name="${name}"></form>`).join("");
    await open({ head: own, body, tag: 'treatment="dysport" hours="14" ask' });
    for (const hours of ["20", "14"]) {
      await browser.run(async (hours) => {
        const [element] = Document.prototype.querySelectorAll.call(document, "aftercare-consensus");
        element.setAttribute("hours", hours);
        await Reflect.get(element, "ready");
      }, hours);
      const shown = await browser.run(() => {
        const [element] = Document.prototype.querySelectorAll.call(document, "aftercare-consensus");
        const range = new Range();
        range.selectNodeContents(element);
        const asked = element.shadowRoot?.querySelector(".asked")?.textContent ?? "";
        return range.getBoundingClientRect().height > 0 ? "the text inside" : asked;
      });
      assert.match(shown, new RegExp(`the text inside|${hours} hours`));
    }
    await browser.run(() => {
      for (const form of Document.prototype.querySelectorAll.call(document, "form")) {
        form.remove();
      }
      document.querySelector("aftercare-consensus")?.setAttribute("hours", "14.0");
    });
    await seesAnswer(browser);
  });
});

describe("a style sheet that somebody has got onto a clinic's page", () => {
  const { modules } = JSON.parse(readFileSync(new URL("custom-elements.json", dist), "utf8"));
  /** @type {string[]} */
  const properties = modules
    .flatMap((/** @type {any} */ { declarations = [] }) => declarations)
    .flatMap((/** @type {any} */ { cssProperties = [] }) =>
      cssProperties.map((/** @type {any} */ { name }) => name),
    );

  it("cannot have anything loaded by which a server would learn what a patient reads", async () => {
    assert.ok(properties.length > 10, "the element has custom properties");
    // One for each colour that says something: wait, fine, no majority, too few answers, an error.
    const questions = [
      'treatment="dysport" hours="1"',
      'treatment="dysport" hours="4"',
      'treatment="dysport" hours="500"',
      'treatment="dysport" hours="14" activity="flying"',
      'treatment="dysport" hours="x"',
      'treatment="dysport" hours="1" clinic="Elm Street" protocol="exercise 24h" contact="+44 20 7946 0000"',
      "",
    ];
    for (const [place, tag] of questions.entries()) {
      // A browser asks for one picture once.
      const url = (/** @type {string} */ name) => `url("${thief.address(name)}.svg?${place}#a")`;
      const loads = properties.map((name) => `${name}: ${url(name)}`).join("; ");
      const head = `${own}<style>aftercare-consensus { ${loads}; } h1 { background: ${url("control")} }</style>`;
      await open({ head, body: "<h1>After your treatment</h1>", tag });
      await browser.run(async () => {
        await Reflect.get(document.querySelector("aftercare-consensus") ?? {}, "ready");
        const all = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelectorAll("details");
        all?.forEach((details) => (details.open = true));
      });
      await browser.until(async () => thief.asked.length > 0, "the page's own picture is asked for");
      await new Promise((resolve) => setTimeout(resolve, 200));
      const asked = new Set(thief.asked.splice(0).map(({ name }) => name));
      assert.deepEqual([...asked], ["control.svg"], `with ${tag || "the form"}`);
    }
  });

  it("finds nothing of what a reader has chosen on the element, nor a part that is there for one status alone", async () => {
    await open({ head: own, tag: "" });
    const look = () =>
      browser.run(() => {
        const element = /** @type {Element} */ (document.querySelector("aftercare-consensus"));
        const parts = [...(element.shadowRoot?.querySelectorAll("[part]") ?? [])];
        return {
          attributes: element.getAttributeNames(),
          parts: [...new Set(parts.map((part) => `${part.getAttribute("part")}`))].sort(),
        };
      });
    await browser.until(
      async () => (await browser.all("combobox", "Treatment")).length === 1,
      "there is the form",
    );
    const seen = new Set();
    for (const hours of ["1", "14", "500"]) {
      await askByHours(browser, { treatment: "Dysport", hours });
      await seesAnswer(browser, { hours: Number(hours) });
      const { attributes, parts } = await look();
      assert.deepEqual(attributes, []);
      seen.add(parts.join(", "));
    }
    assert.equal(seen.size, 1, `the same parts for every status: ${[...seen].join(" | ")}`);
  });
});

describe("a server that a clinic trusts with the files, and that changes one", () => {
  /** @param {string} name */
  const integrity = (name) =>
    `sha384-${createHash("sha384")
      .update(built.get(name) ?? "")
      .digest("base64")}`;
  /** As the page on how to install it says, for a version that is pinned; with each language in a line of its own. */
  const pinned = (/** @type {string[]} */ ...languages) =>
    LISTENS +
    [SCRIPT, ...languages.map((lang) => `aftercare-consensus.${lang}.js`)]
      .map(
        (name) =>
          `<script src="${cdn.address(name)}" integrity="${integrity(name)}" crossorigin="anonymous" defer></script>`,
      )
      .join("");

  /** @param {RegExp} which */
  function change(which) {
    const name = [...built.keys()].find((file) => which.test(file));
    assert.ok(name, `the build has ${which}`);
    cdn.files.set(name, /** @type {Buffer} */ (thief.files.get(name)));
    assert.notDeepEqual(cdn.files.get(name), built.get(name), "it is changed");
  }

  it("shows what a pinned version says as long as nothing is changed", async () => {
    await open({ head: pinned("es"), lang: "es" });
    await browser.until(
      async () => /14 horas tras Dysport/.test(await browser.text()),
      "the answer is in Spanish",
    );
    assert.deepEqual(await heard(), []);
  });

  it("the script: it does not run, and the clinic's own text stands", async () => {
    change(/^aftercare-consensus\.iife\.js$/);
    await open({ head: pinned() });
    await browser.until(
      async () => (await browser.text()).includes(OWN_TEXT),
      "there is the clinic's own text",
    );
    const { forged, defined } = await browser.run(() => ({
      forged: "forged" in document.documentElement.dataset,
      defined: customElements.get("aftercare-consensus") !== undefined,
    }));
    assert.deepEqual({ forged, defined }, { forged: false, defined: false });
  });

  it("the language pack: it does not run, and the reader has the answer in English", async () => {
    change(/^aftercare-consensus\.es\.js$/);
    await open({ head: pinned("es"), tag: 'treatment="dysport" hours="14" lang="es"', lang: "es" });
    await seesAnswer(browser);
    assert.equal(await browser.run(() => "forged" in document.documentElement.dataset), false);
    await browser.until(async () => (await heard()).includes("unknown_language"), "the site's owner is told");
  });
});
