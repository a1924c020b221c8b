/** What the widget asks for, keeps and tells while somebody uses it: by the log of the servers, not by its word. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { edition } from "./later-build.js";
import { askByHours, choose, later } from "./user-actions.js";
import { Site, strictPolicy } from "./site.js";
import { seesListedAnswers } from "./assertions.js";

/** What nobody but the clinic should hear of. */
const SECRET = "patient=Jane&treated=botox";
const CLOCK = "2026-11-22T07:00";

const policy = await strictPolicy();
/** The site of a clinic, which has cookies of its own, and the widget's files in a folder. */
const clinic = new Site(new Map());
/** A server of another origin, to which a clinic has given the files. */
const elsewhere = new Site(edition(), { "access-control-allow-origin": "*" }, "localhost");

/** A server for frames alone, which has no visitors but these. */
const frames = new Site(
  edition(),
  { "content-security-policy": policy.replace("frame-ancestors 'self'", "frame-ancestors *") },
  "localhost",
);

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  // First, so that nothing is left where there is none.
  browser = await startBrowser({ width: 800, height: 900 });
  await Promise.all([clinic.start(), elsewhere.start(), frames.start()]);
});
after(async () => {
  await browser?.end();
  await Promise.all([clinic.stop(), elsewhere.stop(), frames.stop()]);
});

/** All that the browser keeps for the page, or that could carry something to the next. */
function kept() {
  return browser.run(async () => ({
    cookie: document.cookie,
    local: Object.entries({ ...localStorage }),
    session: Object.entries({ ...sessionStorage }),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
    address: location.href,
    state: history.state,
    pages: history.length,
  }));
}

/** Records every event of the element, whole, before anything else can change it. */
function listen() {
  return browser.run(() => {
    /** @type {any[]} */
    const events = [];
    Reflect.set(window, "__events", events);
    for (const type of ["aftercare-change", "aftercare-error"]) {
      addEventListener(type, (event) => events.push(Reflect.get(event, "detail")), true);
    }
  });
}

/** What a patient does: asks, reads who says what, lets time go by, and asks something else. */
async function journey() {
  await askByHours(browser, { treatment: "Dysport", hours: "14" });
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
  await later(browser, 11 * 60);
  await choose(browser, "Activity", "Flying");
  await later(browser, 24 * 60);
  await choose(browser, "Activity", "Exercise (running, gym, yoga)");
  await askByHours(browser, { treatment: "Botox", hours: "x" });
  await askByHours(browser, { treatment: "Botox", hours: "3.5" });
}

/** The events of the journey tell what is shown, and nothing of a time. */
async function assertTimeless() {
  const events = await browser.run(() => /** @type {any[]} */ (Reflect.get(window, "__events")));
  assert.ok(events.length > 2, `the page hears of each new answer; it heard ${JSON.stringify(events)}`);
  for (const detail of events) {
    assert.deepEqual(
      Object.keys(detail).sort(),
      "code" in detail ? ["code", "message"] : ["activity", "clinic", "status", "treatment"],
    );
    assert.doesNotMatch(JSON.stringify(detail), /\d/, "a page's analytics learns of no time");
  }
}

/**
 * @param {Site} site
 * @returns {Site["asked"]} what it was asked for since the last time
 */
const askedOf = (site) => site.asked.splice(0).filter(({ name }) => name !== "favicon.ico");

/**
 * The page of a clinic, with its own secret in its address.
 *
 * @param {string} script the tag that it has pasted
 * @param {string} origins other origins of its policy
 */
async function openClinic(script, origins = "") {
  clinic.headers = {
    "content-security-policy": policy
      .replace("script-src 'self'", `script-src 'self' ${origins}`)
      .replace("connect-src 'self'", `connect-src 'self' ${origins}`),
    // Worse than what a browser does by itself.
    "referrer-policy": "unsafe-url",
    "set-cookie": "visitor=jane",
  };
  const files = edition();
  clinic.files = new Map([...files].map(([name, bytes]) => [`widget/${name}`, bytes]));
  clinic.files.set("widget/start.js", Buffer.from('import { define } from "./split.js";\ndefine();\n'));
  clinic.files.set("hooks.js", /** @type {Buffer} */ (files.get("hooks.js")));
  clinic.files.set(
    "botox.html",
    Buffer.from(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm Street Clinic</title><script src="hooks.js"></script>${script}</head><body><h1>After your treatment</h1><aftercare-consensus>Ask your clinic when exercise is OK.</aftercare-consensus></body></html>`,
    ),
  );
  askedOf(clinic);
  askedOf(elsewhere);
  await browser.open(clinic.address(`botox.html?${SECRET}`), { clock: CLOCK });
  await browser.until(
    async () => (await browser.all("combobox", "Treatment")).length === 1,
    "the element asks for a treatment",
  );
  await listen();
}

describe("a patient on the page of a clinic", () => {
  for (const { title, tag, expected, where } of [
    {
      title: "with the script",
      tag: () => '<script src="widget/aftercare-consensus.iife.js" defer></script>',
      where: clinic,
      expected: ["widget/aftercare-consensus.iife.js"],
    },
    {
      title: "with the module",
      tag: () => '<script type="module" src="widget/define.js"></script>',
      where: clinic,
      expected: ["widget/aftercare-consensus.js", "widget/define.js"],
    },
    {
      title: "with the module whose wasm is in a file of its own",
      tag: () => '<script type="module" src="widget/start.js"></script>',
      where: clinic,
      expected: ["widget/aftercare-consensus.wasm", "widget/split.js", "widget/start.js"],
    },
    {
      title: "with the script of another server",
      tag: () =>
        `<script src="${elsewhere.address("aftercare-consensus.iife.js")}" crossorigin referrerpolicy="no-referrer" defer></script>`,
      where: elsewhere,
      expected: ["aftercare-consensus.iife.js"],
    },
    {
      title: "with the module of another server",
      tag: () =>
        `<script type="module" src="${elsewhere.address("define.js")}" referrerpolicy="no-referrer"></script>`,
      where: elsewhere,
      expected: ["aftercare-consensus.js", "define.js"],
    },
  ]) {
    it(`${title} leaves no trace`, async () => {
      await openClinic(tag(), elsewhere.origin);
      const before = await kept();
      await journey();
      assert.deepEqual(await kept(), before, "nothing is kept, and the address is what it was");
      assert.deepEqual(
        { ...before, address: "", pages: 0 },
        {
          cookie: "visitor=jane",
          local: [],
          session: [],
          databases: [],
          caches: [],
          workers: 0,
          name: "",
          address: "",
          state: null,
          pages: 0,
        },
        "the clinic's own cookie is all there is",
      );
      await assertTimeless();
      await browser.assertQuiet();

      const own = askedOf(clinic).filter(({ name }) => !["botox.html", "hooks.js"].includes(name));
      const foreign = askedOf(elsewhere);
      const asked = where === clinic ? own : foreign;
      assert.deepEqual(where === clinic ? foreign : own, [], "nobody else is asked for anything");
      assert.deepEqual(
        asked.map(({ name }) => name).sort(),
        expected,
        "it asks for its own files, each once",
      );
      for (const { path, name, headers } of asked) {
        assert.equal(path, `/${name}`, "no address carries anything");
        const what = `${name}, asked for with ${JSON.stringify(headers)}`;
        // What the tag of the clinic asks for goes by the clinic's own policy, with the module's imports in some
        // browsers; the rest is the widget's to ask for.
        if (name.endsWith(".wasm")) {
          assert.equal(headers.referer, undefined, what);
        }
        if (where === elsewhere) {
          assert.equal(headers.cookie, undefined, what);
          assert.doesNotMatch(JSON.stringify(headers), /jane/i, what);
        }
        assert.doesNotMatch(
          JSON.stringify({ ...headers, referer: "", cookie: "" }),
          /jane|dysport|14h/i,
          what,
        );
      }
    });
  }
});

describe("a patient on the page itself", () => {
  it("leaves nothing behind but the page, to be read without a network", async () => {
    elsewhere.headers = { "content-security-policy": policy };
    askedOf(elsewhere);
    await browser.open(elsewhere.address(), { clock: CLOCK });
    await listen();
    await browser.until(
      () =>
        browser.run(
          async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
        ),
      "the page is kept",
    );
    const before = await kept();
    assert.equal(before.state, null);
    await journey();
    const after = await kept();
    assert.deepEqual({ ...after, state: null }, before, "the journey leaves nothing");
    // The tab's own history, which no other page can read and which goes with the tab.
    assert.deepEqual(Object.keys(after.state), ["aftercare-consensus"], "but what a reload asks again");
    const { cookie, local, session, databases, workers, name } = after;
    assert.deepEqual(
      { cookie, local, session, databases, workers, name, caches: after.caches.length },
      { cookie: "", local: [], session: [], databases: [], workers: 1, name: "", caches: 1 },
      "the browser keeps the page's own files, and nothing of a patient",
    );
    const addresses = await browser.run(async () => {
      const [only] = await caches.keys();
      const requests = await (await caches.open(only)).keys();
      return requests.map(({ url }) => new URL(url).pathname + new URL(url).search);
    });
    for (const address of addresses) {
      assert.ok(address === "/" || elsewhere.files.has(address.slice(1)), `${address} is a file of the page`);
    }
    await assertTimeless();
    // A link that somebody has sent.
    await browser.run(() => {
      location.hash = "treatment=xeomin&treated-at=2026-11-21T17:00";
    });
    await browser.until(
      async () => /\d+ (hours|days)[^\n]* after Xeomin/.test(await browser.text()),
      "the reader has the answer of the link",
    );
    assert.equal((await kept()).address, before.address, "the link's time does not stay in the address");
    await browser.assertQuiet();
    for (const { path, name: file, headers } of askedOf(elsewhere)) {
      assert.ok(elsewhere.files.has(file), `${file} is a file of the page`);
      assert.match(path, /^\/[^?]*(\?clock=[^&]+)?$/, "no address carries anything but the suite's clock");
      assert.equal(headers.cookie, undefined, file);
      assert.doesNotMatch(JSON.stringify(headers), /xeomin|dysport|hours=|17:00/i, file);
    }
  });

  it("leaves one thing where they ask for it, on their device alone, and takes it away again", async () => {
    await browser.open(elsewhere.address(), { clock: CLOCK });
    askedOf(elsewhere);
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    assert.deepEqual((await kept()).local, [], "nothing is kept unasked");
    await (await browser.one("button", "Keep on this device")).click();
    const { local, ...rest } = await kept();
    const keys = local.map((/** @type {any} */ [key]) => key);
    assert.deepEqual(keys, ["aftercare-consensus:question"]);
    assert.deepEqual([rest.cookie, rest.session, rest.databases], ["", [], []], "and nowhere else");
    await (await browser.one("button", "Delete from this device")).click();
    assert.deepEqual((await kept()).local, []);
    for (const { path, headers } of askedOf(elsewhere)) {
      assert.doesNotMatch(path + JSON.stringify(headers), /dysport|hours/i, "no server hears of it");
    }
    await browser.assertQuiet();
  });

  it("tells no source where they came from", async () => {
    await browser.open(elsewhere.address(), { clock: CLOCK });
    await journey();
    const loose = await browser.run(() => {
      const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
      const links = [...document.links, ...(shadow?.querySelectorAll("a") ?? [])];
      return links
        .filter(({ protocol, origin }) => protocol.startsWith("http") && origin !== location.origin)
        .filter(({ relList }) => !relList.contains("noreferrer"))
        .map(({ href }) => href);
    });
    assert.deepEqual(loose, []);
  });
});

describe("a patient in a frame", () => {
  it("leaves no trace there", async () => {
    clinic.headers = { "content-security-policy": `default-src 'none'; frame-src ${frames.origin}` };
    clinic.files = new Map([
      [
        "botox.html",
        Buffer.from(
          `<!doctype html><html lang="en"><head><title>Elm Street Clinic</title></head><body><iframe title="Aftercare" src="${frames.address("embed.html")}" width="400" height="600"></iframe></body></html>`,
        ),
      ],
    ]);
    await browser.open(clinic.address(`botox.html?${SECRET}`));
    const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
    await browser.enter(frame);
    await browser.until(
      async () => (await browser.all("combobox", "Treatment")).length === 1,
      "the frame asks for a treatment",
    );
    const before = await kept();
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await (await browser.summary()).click();
    await seesListedAnswers(browser);
    const after = await kept();
    assert.deepEqual(after, before, "nothing is kept");
    assert.deepEqual(
      [after.cookie, after.local, after.session, after.databases],
      ["", [], [], []],
      "and nothing was there",
    );
    await browser.assertQuiet();
    await browser.enter(null);
    const asked = askedOf(frames);
    const own = ["embed.html", "frame.js", "hooks.js", "icon.svg", "page.css"];
    assert.ok(asked.length > 1);
    assert.deepEqual(
      asked.map(({ name }) => name).filter((name) => !own.includes(name)),
      [],
      "the frame asks for its own files alone",
    );
    for (const { name, headers } of asked) {
      assert.equal(headers.cookie, undefined, name);
      assert.doesNotMatch(JSON.stringify(headers), /jane/i, `${name}: the frame's server learns no address`);
    }
  });
});
