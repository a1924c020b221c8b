/** The frame on the pages of other sites, and what a link to it or to the page can and cannot do. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startBrowser } from "./browser.js";
import { edition } from "./later-build.js";
import { choose } from "./user-actions.js";
import { seesAnswer, seesListedAnswers } from "./assertions.js";
import { Site, strictPolicy } from "./site.js";

const QUESTION = "treatment=dysport&hours=14";

const policy = (await strictPolicy()).replace("frame-ancestors 'self'", "frame-ancestors *");
/** The widget's files on a server of their own, which lets any site frame them. */
const widget = new Site(edition(), {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
});
/** The site of a clinic. */
const host = new Site(new Map());

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  // First, so that nothing is left where there is none.
  browser = await startBrowser({ width: 800, height: 900 });
  await Promise.all([widget.start(), host.start()]);
  for (const name of ["embed.js", "hooks.js"]) {
    host.files.set(name, /** @type {Buffer} */ (widget.files.get(name)));
  }
});
after(async () => {
  await browser?.end();
  await Promise.all([widget.stop(), host.stop()]);
});

/**
 * Opens the page of a clinic that shows the frame.
 *
 * @param {string} own the page's policy, beside the frames that it allows
 * @param {string} inside what the page holds
 */
async function openHost(own, inside) {
  host.headers["content-security-policy"] = `${own}; frame-src 'self' ${widget.origin}`;
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm Street Clinic</title>${
    own.includes("script-src") ? '<script src="hooks.js"></script><script src="embed.js" defer></script>' : ""
  }</head><body><h1>After your treatment</h1>${inside}</body></html>`;
  host.files.set("clinic.html", Buffer.from(page));
  host.files.set("map.html", Buffer.from("<!doctype html><title>A map</title>"));
  // A page in a sandbox has no origin, and is not "self" to WebKit.
  const origin = inside.includes("sandbox") ? widget.origin : "'self'";
  widget.headers["content-security-policy"] = policy.replaceAll("'self'", origin);
  await browser.enter(null);
  await browser.open(host.address("clinic.html"));
}

/**
 * The tag that a clinic pastes.
 *
 * @param {string} [link] what stands behind the name of the page
 * @param {string} [attributes]
 */
function tag(link = `?${QUESTION}`, attributes = "") {
  const address = widget.address(`embed.html${link}`).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe id="aftercare" title="Aftercare" src="${address}" width="400" height="300" ${attributes}></iframe>`;
}

/** @param {string} id */
async function enter(id) {
  await browser.enter(null);
  const frame = await browser.run(
    (/** @type {string} */ own) => /** @type {Element} */ (document.querySelector(`iframe#${own}`)),
    id,
  );
  await browser.enter(frame);
}

/** How high the frame is on the clinic's page. */
async function frameHeight() {
  await browser.enter(null);
  return browser.run(() => document.querySelector("iframe#aftercare")?.clientHeight ?? 0);
}

/** How high the frame's page is, and whether something of it is cut off. */
async function inside() {
  await enter("aftercare");
  return browser.run(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return {
      content: Math.ceil(document.body.getBoundingClientRect().height),
      cut: scrollHeight > clientHeight,
    };
  });
}

/** Opens or closes the texts: by the page, since a driver cannot always scroll to a place in a high frame. */
async function press(words = "Who says what") {
  await browser.run((/** @type {HTMLElement} */ summary) => summary.click(), await browser.summary(words));
}

/** @param {string} when */
async function fits(when) {
  let height = 0;
  await browser.until(async () => {
    const { content, cut } = await inside();
    const before = height;
    height = await frameHeight();
    // It stays so: a scroll bar that goes gives the card other lines.
    return height === before && height === content && !cut;
  }, `the frame is as high as the card ${when}`);
  return height;
}

/** Nobody has put a word, a number or a clinic of their own on the page. */
async function assertNotForged() {
  const found = await browser.run(() => {
    const element = document.querySelector("aftercare-consensus");
    const shadow = element?.shadowRoot;
    return {
      attributes: ["clinic", "protocol", "contact", "emergency"].filter((name) =>
        element?.hasAttribute(name),
      ),
      parts: shadow?.querySelectorAll("[part~=clinic]").length,
      numbers: shadow?.querySelectorAll('a[href^="tel:"]').length,
    };
  });
  assert.deepEqual(found, { attributes: [], parts: 0, numbers: 0 }, "nothing of a clinic comes from a link");
  assert.doesNotMatch(await browser.text(), /forged|1 hour:|555/i, "no word of a link is on the page");
}

describe("a clinic whose policy allows only frames", () => {
  it("shows the card in a frame that scrolls", async () => {
    await openHost("default-src 'none'", tag());
    await enter("aftercare");
    await seesAnswer(browser);
    const scrolled = await browser.run(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      scrollTo(0, scrollHeight);
      const last = document.body.getBoundingClientRect().bottom;
      return { isLonger: scrollHeight > clientHeight, position: scrollY, isAtEnd: last <= clientHeight + 1 };
    });
    assert.ok(scrolled.isLonger, "the card is longer than the frame");
    assert.ok(scrolled.position > 0 && scrolled.isAtEnd, "a reader can scroll to its end");
    await browser.assertQuiet();
    assert.equal(await frameHeight(), 300, "the frame is as high as the clinic has made it");
  });
});

for (const [who, attributes] of [
  ["a clinic that runs embed.js", ""],
  ["a page builder that also puts the frame into a sandbox", 'sandbox="allow-scripts"'],
]) {
  describe(who, () => {
    before(() =>
      openHost("default-src 'none'; script-src 'self'; img-src 'self'", tag(`?${QUESTION}`, attributes)),
    );

    it("shows the card whole: the frame is as high as it, and not higher", async () => {
      await enter("aftercare");
      await seesAnswer(browser);
      assert.ok((await fits("at once")) > 300);
    });

    it("shows the texts whole when a reader opens them, and gets its place back when they are closed", async () => {
      const closed = await fits("before");
      await enter("aftercare");
      await press();
      await seesListedAnswers(browser);
      assert.ok((await fits("with the texts open")) > closed);
      await enter("aftercare");
      await press("See who says what");
      await browser.until(
        async () => (await fits("with the texts closed")) === closed,
        "it is as high as before",
      );
    });

    it("hears of no error", async () => {
      await enter("aftercare");
      await browser.assertQuiet();
      await browser.enter(null);
      await browser.assertQuiet();
    });
  });
}

describe("a clinic that gives the frame a wide place on a ground of its own", () => {
  const own = "default-src 'none'; script-src 'self'; img-src 'self'";
  const wide = (/** @type {string} */ link) => tag(link).replace('width="400"', 'width="760"');

  for (const [what, link, heading] of [
    ["before the reader has answered", "", "When can I exercise after my injections?"],
    ["with an answer", `?${QUESTION}`, "When can I exercise after Dysport?"],
  ]) {
    it(`has a card with a heading, at most 640 px wide, and nothing below it: ${what}`, async () => {
      await openHost(own, wide(link));
      await enter("aftercare");
      await browser.one("heading", heading);
      await fits("at once");
      await enter("aftercare");
      const { grounds, widest, under } = await browser.run(() => {
        const root = document.querySelector("aftercare-consensus")?.shadowRoot?.querySelector(".root");
        const cards = [...(root?.querySelectorAll(".page > .card") ?? [])].map((card) =>
          card.getBoundingClientRect(),
        );
        return {
          grounds: [document.documentElement, document.body, .../** @type {Element[]} */ ([root])].map(
            (each) => getComputedStyle(each).backgroundColor,
          ),
          widest: Math.max(...cards.map(({ width }) => width)),
          under:
            document.body.getBoundingClientRect().bottom - Math.max(...cards.map(({ bottom }) => bottom)),
        };
      });
      assert.deepEqual([...new Set(grounds)], ["rgba(0, 0, 0, 0)"], "the clinic's ground is seen");
      assert.ok(widest > 600 && widest <= 640, `${widest} px wide`);
      assert.ok(Math.abs(under) <= 1, `${under} px are left under the last card`);
    });
  }

  it("has the whole answer when its link says so", async () => {
    await openHost(own, wide(`?${QUESTION}&compact=no`));
    await enter("aftercare");
    await seesAnswer(browser);
    await browser.one("heading", "Hour by hour");
  });
});

describe("a clinic whose frame is not where its address says", () => {
  const own = "default-src 'none'; script-src 'self'; img-src 'self'";
  /** The name of the page in other words, on the server of the widget. */
  const plainName = (/** @type {string} */ name, /** @type {import("./site.js").Answer} */ answer) => {
    if (name === "embed") {
      answer.writeHead(200, { "content-type": "text/html; charset=utf-8", ...widget.headers });
      answer.end(widget.files.get("embed.html"));
    }
    return name === "embed";
  };
  after(() => {
    widget.instead = host.instead = () => false;
  });

  for (const [how, address] of [
    ["its own server sends it on to another site", () => host.address("aftercare/embed.html")],
    ["an address of another name leads to another site", () => host.address("go/botox")],
    ["its server leaves out .html", () => widget.address(`embed?${QUESTION}`)],
  ]) {
    it(`has a frame as high as the card: ${how}`, async () => {
      widget.instead = plainName;
      host.instead = (name, answer) => {
        const isMoved = /^(aftercare|go)\//.test(name);
        if (isMoved) {
          answer.writeHead(302, { location: widget.address(`embed.html?${QUESTION}`) }).end();
        }
        return isMoved;
      };
      const frame = tag().replace(
        /src="[^"]*"/,
        `src="${/** @type {() => string} */ (address)().replaceAll("&", "&amp;")}"`,
      );
      await openHost(own, frame);
      await enter("aftercare");
      await seesAnswer(browser);
      assert.ok((await fits("at once")) > 300);
    });
  }

  it("has a frame as high as the card when embed.js comes last", async () => {
    await openHost(own, tag());
    const page = String(host.files.get("clinic.html")).replace('<script src="embed.js" defer></script>', "");
    host.files.set("clinic.html", Buffer.from(page));
    await browser.open(host.address("clinic.html"));
    await enter("aftercare");
    await seesAnswer(browser);
    assert.equal(await frameHeight(), 300);
    await browser.run(() => {
      const script = document.createElement("script");
      script.src = "embed.js";
      document.head.append(script);
    });
    assert.ok((await fits("when it is asked")) > 300);
  });
});

describe("a clinic whose page gets messages of all kinds", () => {
  it("has a frame that follows its own card's height, and no other word", async () => {
    await openHost(
      "default-src 'none'; script-src 'self'; img-src 'self'",
      `${tag()}<iframe id="map" title="Map" src="map.html"></iframe>`,
    );
    const height = await fits("at first");
    await browser.run(() => {
      /** @type {string[]} */
      const sizes = [];
      Reflect.set(window, "__sizes", sizes);
      // Hears each message after embed.js has.
      addEventListener("message", () => {
        const frames = [...document.querySelectorAll("iframe")];
        sizes.push(frames.map(({ id, style }) => `${id} ${style.blockSize}`).join(", "));
      });
    });
    /** What a page says to the clinic's. */
    const say = () => {
      const type = "aftercare-consensus:height";
      for (const given of [5000, 1e9]) {
        parent.postMessage({ type, height: given }, "*");
      }
    };
    await browser.run(say);
    await enter("map");
    await browser.run(say);
    await enter("aftercare");
    await browser.run(() => {
      const type = "aftercare-consensus:height";
      for (const given of [
        "400",
        NaN,
        Infinity,
        -Infinity,
        -1,
        0,
        1e9,
        null,
        undefined,
        {},
        [400],
        400n,
        true,
      ]) {
        parent.postMessage({ type, height: given }, "*");
      }
      for (const data of [
        null,
        undefined,
        type,
        400,
        [],
        { type },
        { type: "resize", height: 400 },
        { height: 400 },
      ]) {
        parent.postMessage(data, "*");
      }
    });
    // The last word, so that all others have been heard.
    await browser.run(() => parent.postMessage({ type: "aftercare-consensus:height", height: 777 }, "*"));
    await browser.enter(null);
    const sizes = () => browser.run(() => /** @type {string[]} */ (Reflect.get(window, "__sizes")));
    const followed = "aftercare 777px, map ";
    await browser.until(async () => (await sizes()).includes(followed), "the frame follows its own card");
    const before = (await sizes()).slice(0, (await sizes()).indexOf(followed));
    assert.ok(before.length >= 25, `the page has heard all messages, not ${before.length}`);
    assert.deepEqual([...new Set(before)], [`aftercare ${height}px, map `]);
    await browser.assertQuiet();
  });
});

/** What a swindler would write, each without its first character. */
const FORGED = "clinic=Forged&protocol=exercise 1h&contact=%2B1 555 0100&emergency=555";
const LINKS = [
  FORGED,
  `${QUESTION}&${FORGED}`,
  `${FORGED}&${QUESTION}`,
  `treatment=dysport&treated-at=2026-11-21T17:00&${FORGED}`,
  "CLINIC=Forged&Protocol=exercise 1h&%63linic=Forged&clinic%20=Forged&clinic[]=Forged&clinic%00=Forged",
  "treatment=Forged clinic says run&hours=14",
  "treatment=dysport%22 clinic=%22Forged&hours=14",
  "treatment=dysport&hours=call 555",
  "activity=%3Cb%3EForged%3C/b%3E&lang=Forged!&panels=Forged,clinic&names=Forged&compact=Forged&sources=Forged",
  "treatment=Forged-says-run-555",
  "treatment=dysport&activity=forged-says-run&hours=14",
  "treatment=dysport&hours=14&lang=forged",
  "treatment=dysport&hours=14&panels=forged-says-run",
  "treated-at=Forged&treated-at=2026-11-21T17:00",
];

describe("a link that claims to speak for a clinic", () => {
  for (const link of LINKS) {
    it(`says nothing of its own in a frame: ${link}`, async () => {
      await openHost("default-src 'none'", tag(`?${link}#${link}`));
      await enter("aftercare");
      await browser.until(
        async () => browser.run(() => Boolean(document.querySelector("aftercare-consensus")?.shadowRoot)),
        "the frame is there",
      );
      await assertNotForged();
      assert.equal(await browser.run(() => location.hash), "", "and what stands behind its # is cleared");
      await browser.assertQuiet();
    });

    it(`says nothing of its own on the page: ${link}`, async () => {
      await browser.enter(null);
      await browser.open("about:blank");
      await browser.open(widget.address(`index.html?${link}#${link}`));
      await assertNotForged();
      assert.equal(await browser.run(() => location.hash), "", "and what stands behind its # is cleared");
      await browser.assertQuiet();
    });
  }

  it("says nothing of its own when the reader follows it on a page that is open", async () => {
    await browser.open("about:blank");
    await browser.open(widget.address("index.html"));
    for (const link of LINKS) {
      await browser.run((/** @type {string} */ hash) => {
        location.hash = hash;
      }, link);
      await browser.until(async () => (await browser.run(() => location.hash)) === "", "the link is cleared");
      await assertNotForged();
    }
    await browser.assertQuiet();
  });
});

describe("a link that asks a question", () => {
  for (const [where, open] of /** @type {[string, (link: string) => Promise<void>][]} */ ([
    ["on the page", (link) => browser.open(widget.address(`index.html?utm_source=mail${link}`))],
    [
      "in a frame",
      async (link) => {
        await openHost("default-src 'none'", tag(link));
        await enter("aftercare");
      },
    ],
    [
      "in a frame in a sandbox",
      async (link) => {
        await openHost("default-src 'none'", tag(link, 'sandbox="allow-scripts"'));
        await enter("aftercare");
      },
    ],
  ])) {
    it(`has its answer ${where}, and leaves no treatment time in the address`, async () => {
      await browser.enter(null);
      await browser.open("about:blank");
      await open(`#${QUESTION}&activity=lying-flat`);
      await seesAnswer(browser, { activity: "lying-flat" });
      const { hash, href } = await browser.run(() => ({ hash: location.hash, href: location.href }));
      assert.equal(hash, "");
      assert.doesNotMatch(href, /hours|#/);
      await browser.assertQuiet();
    });
  }

  it("takes the place of the question before it, and a reader can go on asking", async () => {
    await browser.enter(null);
    await browser.open("about:blank");
    await browser.open(widget.address("index.html#treatment=dysport"));
    await browser.run(() => {
      location.hash = "treatment=botox&hours=30";
    });
    await seesAnswer(browser, { treatment: "botox", hours: 30 });
    await browser.run(() => {
      location.hash = "activity=flying";
    });
    await seesAnswer(browser, { treatment: "botox", hours: 30, activity: "flying" });
    await browser.assertQuiet();
  });

  it("says of a time that is still to come that it is, and answers when it has come", async () => {
    await browser.open("about:blank");
    const link = "#treatment=dysport&treated-at=2026-11-22T08:00";
    await browser.open(widget.address(`index.html${link}`), { clock: "2026-11-22T07:30" });
    await browser.until(async () => /hasn’t happened yet/.test(await browser.text()), "the reader is told");
    await browser.run(() => {
      Reflect.get(window, "__advance")(31 * 60_000);
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await browser.until(
      async () => /1 minute after Dysport/.test(await browser.text()),
      "the answer has come",
    );
    await browser.assertQuiet();
  });

  it("leaves alone a place on the page", async () => {
    await browser.open("about:blank");
    await browser.open(widget.address("index.html#glance"));
    assert.equal(await browser.run(() => location.hash), "#glance");
    await choose(browser, "Treatment", "Botox");
    await browser.assertQuiet();
  });
});
