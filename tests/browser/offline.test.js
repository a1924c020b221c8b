/** The page without a network, and when a new build takes the place of an old one. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { browserKey, startBrowser } from "./browser.js";
import { edition, stampOf, version } from "./later-build.js";
import { askByHours } from "./user-actions.js";
import { seesAnswer, seesListedAnswers } from "./assertions.js";
import { Site, strictPolicy } from "./site.js";

/** The same page with data of the next year. */
const LATER = `${Number(version.slice(0, 4)) + 1}${version.slice(4)}`;

const builds = { [version]: edition(version), [LATER]: edition(LATER) };
/** Both builds by the marks of their pages. */
const versionOf = Object.fromEntries(Object.entries(builds).map(([data, files]) => [stampOf(files), data]));

/** A site that also says which script may choose its worker. */
const headers = {
  "content-security-policy": `${await strictPolicy()}; trusted-types aftercare-consensus-sw`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
};

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Site} */
let site;

/** All that have been started, since one that is left would keep a failed suite from its end. @type {Site[]} */
const sites = [];

/** A new site each time: a browser keeps the worker of an old one. */
async function newSite(sent = headers) {
  site = await new Site(builds[version], sent).start();
  sites.push(site);
}

before(async () => {
  browser = await startBrowser();
  await browser.driver.manage().setTimeouts({ pageLoad: 20_000, script: 20_000 });
});
after(async () => {
  await browser?.end();
  await Promise.all(sites.map((old) => old.stop()));
});

/**
 * What a page is made of, each part by the version that it says of itself; the
 * page of sources has no script.
 */
async function parts() {
  const found = await browser.run(async () => {
    const text = async (/** @type {string} */ name) => {
      const answer = await fetch(name).catch(() => null);
      return answer?.ok ? answer.text() : `no ${name}`;
    };
    const tag = document.querySelector("script[src]:not([src^=hooks])");
    const script = tag ? await text(`${tag.getAttribute("src")}`) : "";
    const data = /\b20\d\d\.\d+\.\d+\b/.exec(script)?.[0] ?? "none";
    const element = document.createElement("aftercare-consensus");
    element.setAttribute("treatment", "botox");
    element.setAttribute("hours", "14");
    element.hidden = true;
    document.body.append(element);
    /** @type {any} */
    const card = await Promise.resolve(Reflect.get(element, "ready")).then(() =>
      Reflect.get(element, "guidance"),
    );
    element.remove();
    const defined = /** @type {any} */ (customElements.get("aftercare-consensus"));
    const shadow = document.querySelector("aftercare-consensus")?.shadowRoot;
    const footer = (shadow ?? document).querySelector("footer")?.textContent ?? "";
    return {
      path: location.pathname,
      page: document.querySelector('meta[name="build"]')?.getAttribute("content") ?? "",
      shown: /Data ([\d.]+)\b/.exec(footer)?.[1] ?? "none",
      script: data,
      element: defined ? defined.version.split("+")[1] : "none",
      wasm: card ? card.corpus.version : "none",
    };
  });
  return { ...found, page: versionOf[found.page] ?? found.page };
}

/**
 * The page that is open is of one version in all its parts.
 *
 * @param {string} when
 * @param {{ stayed?: boolean }} [options] `stayed`: a new version has come since it was loaded, so that its script,
 *   which it will not load again, would be another
 * @returns {Promise<string>} the version
 */
async function sameVersion(when, { stayed = false } = {}) {
  const { path, page, shown, script, element, wasm } = await parts();
  const hasScript = !path.endsWith("sources.html");
  assert.deepEqual(
    { page, shown, script: stayed || !hasScript ? page : script, element, wasm },
    {
      page,
      shown: page,
      script: page,
      element: hasScript ? page : "none",
      wasm: hasScript ? page : "none",
    },
    `a reader has a page of one version, ${when}: the page, the date on it, its script`,
  );
  await browser.assertQuiet();
  return page;
}

/** Opens a page, or the same page again, to its end: a new build may let it load twice. */
async function visit(name = "") {
  const address = site.address(name);
  if ((await browser.driver.getCurrentUrl()) === address) {
    // As a reader does it; Firefox's driver would go past every worker.
    await browser.run(() => {
      Reflect.set(window, "__before", true);
      setTimeout(() => location.reload());
    });
  } else {
    await browser.open(address);
  }
  await loaded();
}

/** The page is there, and not one that loads it again. */
async function loaded() {
  await browser.until(
    () =>
      browser
        .run(
          () =>
            document.readyState === "complete" &&
            document.querySelector("meta[name=build]") !== null &&
            !Reflect.has(window, "__before"),
        )
        // A page that gives way to the next one does not answer.
        .catch(() => false),
    "the page loads",
  );
}

/** The first visit, until the page is kept. */
async function firstVisit() {
  await visit();
  await browser.until(
    () =>
      browser.run(async () => {
        const kept = await navigator.serviceWorker.getRegistration();
        return kept?.active?.state === "activated";
      }),
    "the page keeps itself for when there is no network",
  );
}

/** Which workers there are, beside the one that serves, and of which build the page is that is open. */
function workers() {
  return browser.run(async () => {
    const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
    const build = document.querySelector('meta[name="build"]')?.getAttribute("content") ?? "";
    return { installing: Boolean(installing), waiting: Boolean(waiting), build };
  });
}

/** What a browser does in its own time: soon after a visit, and not while one follows the other. */
async function looksForNew() {
  await browser.run(async () => {
    const kept = await navigator.serviceWorker.getRegistration();
    // Nothing new, or a server that is broken.
    await kept?.update().catch(() => {});
  });
}

/**
 * The browser has noticed the new build: it waits, or the open page is of it already, where
 * the browser looked for it by itself before that page was loaded.
 */
async function noticed() {
  await browser.until(async () => {
    const { installing, waiting, build } = await workers();
    if (waiting || build === stampOf(site.files)) {
      return true;
    }
    if (!installing) {
      // WebKit may lose the question of a page that has just come, and asks again by itself much later.
      await looksForNew();
    }
    return false;
  }, "the browser notices the new build");
}

/**
 * WebKit's sessions for automation hold caches in memory alone, and now and then lose what is
 * in one while no page is open. Where that has happened, the same once more on a new site.
 *
 * @param {() => Promise<void>} act
 */
async function unlessCacheIsLost(act) {
  try {
    await act();
  } catch (failure) {
    if (browserKey !== "webkit" || !(await isCacheLost())) {
      throw failure;
    }
    await newSite();
    await firstVisit();
    await act();
  }
}

/** Whether the cache of the first build is there and has nothing in it. */
async function isCacheLost() {
  await site.stop();
  await site.start();
  site.instead = () => false;
  // No worker answers for it.
  await browser.driver.get(site.address("nothing.txt"));
  return browser.run(async (stamp) => {
    const name = (await caches.keys()).find((key) => key.endsWith(stamp));
    return name !== undefined && (await (await caches.open(name)).keys()).length === 0;
  }, stampOf(builds[version]));
}

/** The list of what each answer says opens. */
async function opensDetails() {
  await (await browser.summary()).click();
  await seesListedAnswers(browser);
}

describe("a patient whose network is gone after one visit", () => {
  before(async () => {
    await newSite();
    await firstVisit();
    await site.stop();
  });
  afterEach(() => browser.assertQuiet());

  it("loads the page again, asks, and has the answer", async () => {
    await visit();
    assert.equal(await sameVersion("without a network"), version);
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await seesAnswer(browser);
  });

  it("opens who says what", () => opensDetails());

  it("opens the sources, and comes back", async () => {
    await (await browser.one("link", "Sources and method")).click();
    await browser.until(
      async () => (await browser.driver.getCurrentUrl()) === site.address("sources.html"),
      "the page of sources opens",
    );
    await loaded();
    assert.equal(await sameVersion("on the page of sources"), version);
    const answers = await browser.run(() => document.querySelectorAll("article.source").length);
    assert.ok(answers > 20, "each answer is there with its source");
    await browser.driver.navigate().back();
    await loaded();
    await sameVersion("back on the page");
  });

  for (const name of ["index.html", "?utm_source=mail", "#treatment=dysport&hours=14"]) {
    it(`finds it at ${name} too`, async () => {
      await browser.open("about:blank");
      await visit(name);
      await sameVersion(`at ${name}`);
    });
  }

  it("reads of which month the copy is, and that it is old when it is", async () => {
    await visit("?clock=2026-12-01T07:00");
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    assert.match(await browser.text(), new RegExp(`Data ${version}, [A-Z][a-z]+ \\d{4}\\b`));
    assert.doesNotMatch(await browser.text(), /months ago/);
    await visit("?clock=2028-12-01T07:00");
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    assert.match(await browser.text(), /last changed in \w+ \d{4}, more than 12 months ago/);
  });
});

describe("a reader of a page of which there is a new version", () => {
  beforeEach(async () => {
    await newSite();
    await firstVisit();
  });
  afterEach(() => site.stop());

  it("has it when they come back, whole, and without a network too", async () => {
    await visit();
    site.files = builds[LATER];
    await visit();
    assert.equal(await sameVersion("while the new version comes"), version);
    await noticed();
    assert.equal(await sameVersion("while the new version waits"), version);
    await visit();
    assert.equal(await sameVersion("when the page is loaded again"), LATER);
    await visit("sources.html");
    assert.equal(await sameVersion("on the new page of sources"), LATER);
    await site.stop();
    await visit();
    assert.equal(await sameVersion("without a network"), LATER);
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await opensDetails();
    await browser.assertQuiet();
    await site.start();
  });

  /**
   * Does something in a second tab, which is closed at the end.
   *
   * @param {(first: () => Promise<void>, second: () => Promise<void>) => Promise<void>} act is given what changes to either
   */
  async function inSecondTab(act) {
    const first = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().newWindow("tab");
    const second = await browser.driver.getWindowHandle();
    const to = (/** @type {string} */ tab) => () => browser.driver.switchTo().window(tab);
    try {
      await act(to(first), to(second));
    } finally {
      await to(second)();
      await browser.driver.close();
      await to(first)();
    }
  }

  it("keeps the old one in every tab until the last of them is loaded again", async () => {
    await visit();
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await inSecondTab(async (toFirst) => {
      await visit();
      site.files = builds[LATER];
      await looksForNew();
      await noticed();
      assert.equal(await sameVersion("in a second tab"), version);
      await visit();
      assert.equal(await sameVersion("in a second tab that is loaded again"), version);
      await visit("sources.html");
      assert.equal(await sameVersion("on the page of sources in a second tab"), version);
      await toFirst();
      assert.equal(await sameVersion("in a tab that stayed open"), version);
      // Its reader asks for the texts only now.
      await opensDetails();
      await visit();
      assert.equal(await sameVersion("in the first tab, loaded again beside the second"), version);
    });
    await visit();
    assert.equal(await sameVersion("in the last tab that is left"), LATER);
  });

  it("has whole pages in both tabs when they open the second while the new one waits", async () => {
    await visit();
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    site.files = builds[LATER];
    await looksForNew();
    await noticed();
    await inSecondTab(async (toFirst, toSecond) => {
      // To the worker this looks as if the first were loaded again.
      await visit();
      await sameVersion("in the second tab");
      await toFirst();
      assert.equal(await sameVersion("in the tab that stayed open", { stayed: true }), version);
      await opensDetails();
      await toSecond();
      await sameVersion("in the second tab, after the first");
    });
    await visit();
    assert.equal(await sameVersion("in the last tab that is left"), LATER);
  });

  it("has pages of one version when they go back and forth while it comes", async () => {
    await visit();
    await (await browser.one("link", "Sources and method")).click();
    await browser.until(
      async () => (await browser.driver.getCurrentUrl()) === site.address("sources.html"),
      "the page of sources opens",
    );
    site.files = builds[LATER];
    await visit("sources.html");
    await looksForNew();
    await noticed();
    await visit("sources.html");
    assert.equal(await sameVersion("on the page of sources, loaded again"), LATER);
    await browser.driver.navigate().back();
    await loaded();
    // Some browsers have kept it as it was.
    await sameVersion("back on the page from before", { stayed: true });
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await opensDetails();
  });

  it("reads the texts of the answers on a page that was open before the new one came", async () => {
    // The first page of all is served by no worker.
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    site.files = builds[LATER];
    await opensDetails();
    assert.equal(await sameVersion("on a page that was open before", { stayed: true }), version);
  });

  it("goes from one version to the next, and the next, with none left behind", async () => {
    await visit();
    for (const data of [LATER, version, LATER]) {
      site.files = builds[data];
      await looksForNew();
      await noticed();
      await visit();
      assert.equal(await sameVersion("from version to version"), data);
    }
    const kept = await browser.run(async () => (await caches.keys()).length);
    assert.ok(kept <= 2, `the browser keeps this version and the one before, not ${kept}`);
  });

  const name = "page.js";
  const html =
    (/** @type {number} */ status) => (/** @type {string} */ _name, /** @type {Answer} */ answer) => {
      answer
        .writeHead(status, { "content-type": "text/html; charset=utf-8" })
        .end("<!doctype html><title>Please log in</title><h1>Please log in</h1>");
      return true;
    };
  /** Sends half of a file of the new build; with a length, in pieces, or until the connection ends. */
  const half =
    (/** @type {string} */ cut, /** @type {"length" | "pieces" | "end"} */ how) =>
    (/** @type {string} */ asked, /** @type {Answer} */ answer) => {
      if (asked !== cut) {
        return false;
      }
      const body = /** @type {Buffer} */ (site.files.get(cut));
      const type = cut.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8";
      const first = body.subarray(0, body.length / 2);
      if (how === "end") {
        const { socket } = answer;
        socket?.write(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\nconnection: close\r\n\r\n`);
        socket?.end(first);
        return true;
      }
      answer.writeHead(200, {
        "content-type": type,
        ...(how === "length" && { "content-length": body.length }),
      });
      answer.write(first, () => setTimeout(() => answer.destroy(), 50));
      return true;
    };
  const missing =
    (/** @type {string} */ gone) => (/** @type {string} */ asked, /** @type {Answer} */ answer) =>
      asked === gone && html(404)(asked, answer);
  /** @typedef {import("./site.js").Answer} Answer */

  for (const [what, instead] of /** @type {[string, Site["instead"]][]} */ ([
    ["answers everything with a page to log in at", html(200)],
    ["answers everything with a page that says it is not there", html(404)],
    ["answers everything with a page that says it is broken", html(503)],
    ["answers with a page in the place of the script", missing(name)],
    ["does not have the new page of sources yet", missing("sources.html")],
    ["cuts off the worker", half("sw.js", "length")],
    ["cuts off the worker without a word", half("sw.js", "end")],
    ["cuts off the script", half(name, "length")],
    ["cuts off the script without a word", half(name, "end")],
    ["cuts off a page", half("sources.html", "length")],
    ["cuts off a page that comes in pieces", half("sources.html", "pieces")],
    ["cuts off a page without a word", half("sources.html", "end")],
    ["cuts off the first page without a word", half("index.html", "end")],
    [
      "still has the old script",
      (asked, answer) => {
        if (asked === name) {
          answer
            .writeHead(200, { "content-type": "text/javascript; charset=utf-8" })
            .end(builds[version].get(name));
        }
        return asked === name;
      },
    ],
  ])) {
    it(`keeps the old one whole where the server ${what}, and has the new one once it is well`, () =>
      unlessCacheIsLost(async () => {
        await visit();
        site.files = builds[LATER];
        site.instead = instead;
        await visit();
        assert.equal(await sameVersion("while the server is broken"), version);
        await looksForNew();
        await browser.until(async () => {
          const { installing, waiting } = await workers();
          assert.ok(!waiting, "nothing of a broken build waits to take over");
          return !installing;
        }, "the broken build comes to its end");
        await visit();
        assert.equal(await sameVersion("after a broken build"), version);
        await site.stop();
        await visit();
        assert.equal(await sameVersion("without a network, after a broken build"), version);
        await visit("sources.html");
        assert.equal(await sameVersion("on the page of sources, after a broken build"), version);
        await site.start();
        site.instead = () => false;
        await visit();
        await looksForNew();
        await noticed();
        await visit();
        assert.equal(await sameVersion("once the server is well"), LATER);
      }));
  }
});

describe("a careful site", () => {
  afterEach(() => site.stop());

  it("allows the page one policy of Trusted Types, by its name, and no address of a worker that is mere text", async () => {
    await newSite();
    await firstVisit();
    await browser.assertQuiet();
    const refused = await browser.run(() =>
      Promise.resolve()
        .then(() => navigator.serviceWorker.register("sw.js"))
        .then(
          () => "taken",
          (failure) => failure.name,
        ),
    );
    assert.equal(refused, "TypeError", "the browser asks for Trusted Types, so the policy is needed");
  });

  it("that allows no worker has a page that answers all the same", async () => {
    const policy = headers["content-security-policy"].replace("aftercare-consensus-sw", "'none'");
    await newSite({ ...headers, "content-security-policy": policy });
    await visit();
    await askByHours(browser, { treatment: "Dysport", hours: "14" });
    await seesAnswer(browser);
    assert.equal(await browser.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  });
});
