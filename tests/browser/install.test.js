/** Every snippet of the page "Put it on your site" works where it is to be pasted. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { Key } from "selenium-webdriver";
import { Select } from "selenium-webdriver/lib/select.js";
import { startBrowser } from "./browser.js";
import { choose } from "./user-actions.js";
import { answers, seesSpanish, listedAnswers } from "./assertions.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The suite's server has it as `/hosts/install/`, and the files of the build as `/aftercare/`. */
const folder = join(root, "target/hosts/install");

/** A web space of the clinic's that is not its website. */
const OTHER_HOST = "https://files.your-clinic.example";
const otherHost = new URL(String(process.env.AFTERCARE_URL));
otherHost.hostname = "localhost";

/** What the page says of a snippet. @typedef {{ code: string, policy: string | null }} Snippet */

/** @type {import("./browser.js").Browser} */
let browser;
/** @type {Map<string, Snippet>} */
const snippets = new Map();

before(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  browser = await startBrowser({ width: 800, height: 900 });
  await browser.open("/install.html");
  for (const figure of await browser.all("figure")) {
    const name = await figure.getAccessibleName();
    if ((await browser.run((element) => element.matches(".made-lines"), figure)) === true) {
      continue;
    }
    const read = (/** @type {Element} */ element) => ({
      code: element.querySelector("pre")?.textContent ?? "",
      policy: element.querySelector("code.policy")?.textContent ?? null,
    });
    snippets.set(name, /** @type {Snippet} */ (await browser.run(read, figure)));
  }
});
after(() => browser.end());
afterEach(async () => {
  await browser.enter(null);
  await browser.assertQuiet();
});

/**
 * A page of the host, under the very policy that the snippet is said to need.
 *
 * @param {string} name
 * @param {Snippet["policy"]} policy
 * @param {string} body
 */
function write(name, policy, body) {
  const meta = policy
    ? `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; ${policy}" />`
    : "";
  writeFileSync(
    join(folder, name),
    `<!doctype html><html lang="en"><head><meta charset="utf-8" />${meta}<title>Elm Street Clinic</title></head>` +
      `<body><main><h1>After your treatment</h1>${body}</main></body></html>`,
  );
}

/** @param {(code: string) => string} around what the place has around the lines that are pasted */
const pasted =
  (around) =>
  async (/** @type {Snippet} */ { code, policy }) => {
    write("index.html", policy, around(code.replaceAll(OTHER_HOST, otherHost.origin)));
    await browser.open("/hosts/install/");
  };

/** Goes into the one frame of the page. */
async function enterFrame() {
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
}

/** @param {Snippet} snippet */
async function openReact({ code, policy }) {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "dist"), join(folder, "node_modules/aftercare-consensus"), "junction");
  writeFileSync(join(folder, "aftercare.jsx"), code);
  writeFileSync(
    join(folder, "app.jsx"),
    `import { createRoot } from "react-dom/client";
     import { Aftercare } from "./aftercare.jsx";
     createRoot(document.getElementById("app")).render(<Aftercare />);`,
  );
  buildSync({
    entryPoints: [join(folder, "app.jsx")],
    outfile: join(folder, "app.js"),
    bundle: true,
    jsx: "automatic",
    // The project's own JSX is Preact's.
    tsconfigRaw: "{}",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  write("index.html", policy, '<div id="app"></div><script src="app.js"></script>');
  await browser.open("/hosts/install/");
}

/** How each place puts the lines onto a page, as far as that is known. @type {Record<string, (snippet: Snippet) => Promise<void>>} */
const PLACES = {
  "On any page": pasted((code) => code),
  "With your clinic's own word": pasted((code) => code),
  "WordPress: in the block “Custom HTML”": pasted(
    (code) => `<div class="entry-content wp-block-post-content is-layout-flow">\n${code}\n</div>`,
  ),
  "WordPress: the page in one file, in a frame": async ({ code, policy }) => {
    await pasted((code) => code.replace("/wp-content/uploads/", "/aftercare/"))({ code, policy });
    await enterFrame();
  },
  "Shopify: in the section “Custom Liquid”": pasted((code) => {
    const liquid = /\{\{ '([^']+)' \| asset_url \}\}/g;
    const section = code.replaceAll(liquid, `${otherHost.origin}/aftercare/$1?v=1234`);
    return `<section class="shopify-section"><div class="page-width">${section}</div></section>`;
  }),
  // A frame that has nothing of the page around it.
  "Wix: in “Embed HTML”": async ({ code }) => {
    const inner = code.replaceAll(OTHER_HOST, otherHost.origin);
    writeFileSync(join(folder, "inner.html"), `<html><head></head><body>${inner}</body></html>`);
    const sandbox = "allow-scripts allow-popups allow-forms";
    write(
      "index.html",
      null,
      `<iframe title="Embed" sandbox="${sandbox}" src="inner.html" width="700" height="900"></iframe>`,
    );
    await browser.open("/hosts/install/");
    await enterFrame();
  },
  "Squarespace: in a Code block": pasted(
    (code) =>
      `<div class="sqs-block code-block"><div class="sqs-block-content"><div class="sqs-code-container">${code}</div></div></div>`,
  ),
  "Webflow: in a “Code Embed”": pasted((code) => `<div class="code-embed w-embed w-script">${code}</div>`),
  "React: a component": openReact,
  "A frame on any page": async (snippet) => {
    await pasted((code) => code)(snippet);
    await enterFrame();
  },
  "In Spanish, too": pasted((code) => code),
  "A fixed version, with its hash": pasted((code) => code),
  "Without the name of a product": pasted((code) => code),
};

/** The reader says what the page has not said for them. */
async function ask() {
  await browser.until(async () => (await browser.all("radio", "Yesterday")).length === 1, "there is a form");
  if ((await browser.all("combobox", "Treatment")).length > 0) {
    await choose(browser, "Treatment", "Dysport");
  }
  await (await browser.one("button", "Say how many hours ago instead")).click();
  await (await browser.one("textbox", "How many hours ago?")).sendKeys("14");
}

describe("the page “Put it on your site”", () => {
  it("has a snippet for each place, and none that is not tried here", () => {
    assert.deepEqual([...snippets.keys()].sort(), Object.keys(PLACES).sort());
  });

  it("can be read by everyone, and nothing sticks out of it on a phone", async () => {
    await browser.resize(360, 640);
    await browser.open("/install.html");
    await browser.assertAccessible("the page on how to install it");
    const width = await browser.run(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `it is ${width} pixels wide`);
    await browser.resize(800, 900);
  });

  it("has buttons and fields that a finger can hit", async () => {
    await browser.open("/install.html");
    await browser.one("form", "Or make lines of your own");
    const low = await browser.run(() =>
      [...document.querySelectorAll("main :is(button, select, label)")]
        .map((element) => ({ words: element.textContent, high: element.getBoundingClientRect().height }))
        .filter(({ high }) => high < 44),
    );
    assert.deepEqual(low, []);
  });
});

describe("a patient reads the answer, and who gives it", () => {
  for (const [name, place] of Object.entries(PLACES)) {
    it(name, async () => {
      const snippet = snippets.get(name);
      assert.ok(snippet?.code, "there is something to paste");
      await place(snippet);
      if (snippet.code.includes('lang="es"')) {
        await new Select(await browser.drawn(".treatment")).selectByVisibleText("Dysport");
        await (await browser.drawn(".switch")).click();
        await (await browser.drawn("input.hours")).sendKeys("14");
        await seesSpanish(browser);
        return;
      }
      await ask();
      if (snippet.code.includes("protocol=")) {
        await browser.one("heading", "Elm Street Clinic asks you to wait 24 hours before exercise");
        const calls = await browser.all("link", "Call Elm Street Clinic: +1 212 555 0100");
        assert.equal(calls.length, 2, "beside the clinic's word, and beside when to get help");
      } else {
        await browser.until(async () => (await answers(browser)).length === 1, "there is the card's heading");
      }
      // By key: a frame that grows moves from under a pointer.
      if (name === "A frame on any page") {
        await (await browser.summary("See who says what")).sendKeys(Key.ENTER);
      }
      await (await browser.summary()).sendKeys(Key.ENTER);
      const who = async () => (await listedAnswers(browser)).length > 0;
      await browser.until(who, "there is the list of answers");
      if (snippet.code.includes('names="class"')) {
        assert.doesNotMatch(await browser.text(), /botox|onabotulinum/i, "no product is named");
        assert.match(await browser.text(), /Source 1\b/, "the sources have their numbers");
        assert.deepEqual(await browser.all("link", /^Source \d/), [], "no link to a page that is not there");
      }
    });
  }

  it("and where the page of sources is there, a link of the card leads to its place on it", async () => {
    const snippet = /** @type {Snippet} */ (snippets.get("On any page"));
    const code = snippet.code.replace("<aftercare-consensus>", '<aftercare-consensus sources="page">');
    await PLACES["On any page"]({ ...snippet, code });
    await ask();
    await (await browser.summary()).sendKeys(Key.ENTER);
    const links = () => browser.all("link", /^Source \d/);
    await browser.until(async () => (await links()).length > 0, "there are links");
    const [link] = await links();
    const { href, hash } = await browser.run((element) => {
      const { href, hash } = /** @type {HTMLAnchorElement} */ (element);
      return { href, hash };
    }, link);
    // The page's policy lets nothing be fetched.
    const response = await fetch(href);
    assert.ok(response.ok && (await response.text()).includes(`id="${hash.slice(1)}"`), "it has the answer");
  });
});

describe("a patient reads the answer where an owner has pasted the whole of paste.html", () => {
  const whole = readFileSync(join(root, "dist/paste.html"), "utf8");
  const sandbox = "allow-scripts allow-popups allow-forms";
  const inFrame = (/** @type {string} */ attributes) => async () => {
    writeFileSync(join(folder, "inner.html"), `<html><head></head><body>${whole}</body></html>`);
    const escaped = whole.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const filled = attributes.replace("WHOLE", () => escaped);
    write("index.html", null, `<iframe title="Embed" ${filled} width="700" height="900"></iframe>`);
    await browser.open("/hosts/install/");
    await enterFrame();
  };

  for (const [where, open] of /** @type {[string, () => Promise<void>][]} */ ([
    [
      "on a page",
      () => pasted((code) => `<div class="code-block">${code}</div>`)({ code: whole, policy: null }),
    ],
    [
      "on a page that lets scripts of its own alone run",
      () => pasted((code) => code)({ code: whole, policy: "script-src 'unsafe-inline' 'wasm-unsafe-eval'" }),
    ],
    ["in a sandboxed frame", inFrame(`sandbox="${sandbox}" src="inner.html"`)],
    ["in a frame with its text in srcdoc", inFrame('srcdoc="WHOLE"')],
    ["in a sandboxed frame with its text in srcdoc", inFrame(`sandbox="${sandbox}" srcdoc="WHOLE"`)],
  ])) {
    it(where, async () => {
      await open();
      await ask();
      await browser.until(async () => (await answers(browser)).length === 1, "there is the card's heading");
      await (await browser.summary()).sendKeys(Key.ENTER);
      const who = async () => (await listedAnswers(browser)).length > 0;
      await browser.until(who, "there is the list of answers");
    });
  }

  it("whose length the page tells, and which is plain ASCII", async () => {
    await browser.open("/install.html");
    const told = whole.length.toLocaleString("en-US");
    assert.ok((await browser.text()).includes(`Its length in characters is: ${told}.`), told);
    assert.match(whole, /^[\n -~]+$/);
  });
});

describe("the form on it, by which an owner makes lines", () => {
  const POLICY = "frame-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
  /** Each is a name that a clinic may have typed, and would be more than a name if it were not escaped. */
  const HOSTILE = `O'Neil & "Sons" </script><img src=x onerror=alert(1)> ]{{x}}`;

  /** The card beside the form has fields of the same names. @param {string} name */
  const field = (name) =>
    browser.run(
      (/** @type {string} */ name) =>
        /** @type {Element} */ (document.querySelector(`form:not([hidden]) [name="${name}"]`)),
      name,
    );

  /** @param {Record<string, string>} values by the names of the attributes; nothing for a box to tick */
  async function fill(values) {
    await browser.open("/install.html");
    await browser.one("form", "Or make lines of your own");
    for (const [name, value] of Object.entries(values)) {
      const control = await field(name);
      if ((await control.getTagName()) === "select") {
        await new Select(control).selectByVisibleText(value);
      } else if (value) {
        await control.sendKeys(value, Key.TAB);
      } else {
        await control.click();
      }
    }
    await browser.settled();
  }

  /** The lines of a kind. @param {string} name */
  const lines = async (name) =>
    browser.run(
      (/** @type {string} */ name) =>
        [...document.querySelectorAll(".made-lines")]
          .find((figure) => figure.querySelector("figcaption")?.textContent === name)
          ?.querySelector("pre")?.textContent ?? "",
      name,
    );

  /** What the one element of a page has been given. */
  const given = () =>
    browser.run(() => {
      const { attributes, innerText } = /** @type {HTMLElement} */ (
        document.querySelector("aftercare-consensus")
      );
      return {
        text: innerText,
        attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      };
    });

  /** What the card of a page says first. */
  const head = async () => browser.textOf(await browser.drawn(".status"));

  it("shows the card that is chosen, and the lines for it", async () => {
    await fill({
      treatment: "Dysport",
      activity: "Alcohol",
      clinic: "Elm Street Clinic",
      protocol: "exercise 24h; alcohol day-end",
      contact: "+1 212 555 0100",
      emergency: "911",
      names: "By substance (onabotulinumtoxinA)",
      compact: "",
      ask: "",
    });
    const choices = 'treatment="dysport" activity="alcohol"';
    const clinic =
      'clinic="Elm Street Clinic" protocol="exercise 24h; alcohol day-end" contact="+1 212 555 0100" emergency="911"';
    const element = `<aftercare-consensus ${choices} ${clinic} names="generic" compact ask>Ask your clinic when exercise is OK.</aftercare-consensus>`;
    assert.equal(
      await lines("On any page"),
      `<script src="/aftercare/aftercare-consensus.iife.js" defer></script>\n${element}`,
    );
    assert.equal(
      await lines("WordPress, with the plugin"),
      `[aftercare-consensus ${choices} names="generic" compact ask]`,
    );
    assert.match(
      await lines("A frame on any page"),
      /src="\/aftercare\/embed\.html\?treatment=dysport&#38;activity=alcohol&#38;names=generic"/,
    );
    assert.ok((await lines("React: a component")).includes(`return ${element};`));
    await browser.assertAccessible("the form for owners, filled in");
    for (const width of [320, 884, 1280]) {
      await browser.resize(width, 900);
      const wide = await browser.run(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `at ${width} pixels it is ${wide} wide`);
    }
    await browser.resize(800, 900);
  });

  it("keeps a hostile name a name, on the card and in each kind of line", async () => {
    await fill({
      treatment: "Dysport",
      clinic: HOSTILE,
      protocol: "exercise 24h",
    });
    const shown = await head();
    assert.ok(shown.includes(HOSTILE), shown);
    const [element, react, shortcode, frame] = [
      await lines("On any page"),
      await lines("React: a component"),
      await lines("WordPress, with the plugin"),
      await lines("A frame on any page"),
    ];
    assert.equal(shortcode, '[aftercare-consensus treatment="dysport"]');
    assert.ok(!frame.includes("Sons"), frame);
    for (const open of [
      () => pasted((code) => code)({ code: element, policy: POLICY }),
      () => openReact({ code: react, policy: POLICY }),
    ]) {
      await open();
      await browser.one("radio", "Yesterday");
      assert.deepEqual((await given()).attributes, {
        treatment: "dysport",
        clinic: HOSTILE,
        protocol: "exercise 24h",
      });
      assert.equal(await browser.run(() => document.querySelectorAll("img").length), 0);
      // Asked for the same time, it is the same card.
      await browser.run(() => document.querySelector("aftercare-consensus")?.setAttribute("hours", "2"));
      await browser.until(
        async () => (await head()) === shown,
        "the pasted lines give the card that was shown",
      );
    }
  });

  it("makes lines for a frame and for a language that give what was shown", async () => {
    await fill({ treatment: "Dysport", lang: "Español" });
    const shown = await head();
    assert.match(await lines("React: a component"), /^import "aftercare-consensus\/es";$/m);
    await pasted((code) => code)({ code: await lines("On any page"), policy: POLICY });
    await browser.until(async () => (await given()).attributes.lang === "es", "the lines are there");
    await browser.run(() => document.querySelector("aftercare-consensus")?.setAttribute("hours", "2"));
    await browser.until(async () => (await head()) === shown, "the card is in Spanish, as it was shown");

    await fill({ treatment: "Xeomin", activity: "Alcohol" });
    const framed = await head();
    await pasted((code) => code)({ code: await lines("A frame on any page"), policy: POLICY });
    await enterFrame();
    await browser.until(async () => (await given()).attributes.activity === "alcohol", "the frame asks it");
    await browser.run(() => document.querySelector("aftercare-consensus")?.setAttribute("hours", "2"));
    await browser.until(async () => (await head()) === framed, "the frame has the card that was shown");
  });

  it("names no product where none is to be named", async () => {
    await fill({
      treatment: "Any product, and none is named",
      names: "Not at all (“your injections”)",
    });
    const code = await lines("On any page");
    assert.match(code, /data-sources="none"/);
    assert.doesNotMatch(code, /botox|dysport/i);
    assert.match(await lines("A frame on any page"), /\?treatment=any&#38;names=class&#38;sources=inline"/);
  });

  it("says in the core's own words what is wrong with a wait, and again as long as it is wrong", async () => {
    await fill({ treatment: "Dysport", protocol: "exercise 24 hours maybe" });
    const wrong = async () =>
      (await Promise.all((await browser.all("alert")).map((one) => browser.textOf(one)))).join("");
    const SENTENCE = /^protocol is "exercise 24 hours maybe"; accepted: an activity and its wait/;
    await browser.until(async () => SENTENCE.test(await wrong()), "the sentence stands beside the form");
    await (await field("ask")).click();
    await browser.until(async () => SENTENCE.test(await wrong()), "it stands there still");
    const waits = await field("protocol");
    await waits.clear();
    await waits.sendKeys("exercise 24h", Key.TAB);
    await browser.until(async () => (await wrong()) === "", "it is gone when the wait is right");
    const said = await browser.run(() => Reflect.get(window, "__said").splice(0));
    assert.ok(
      said.every((/** @type {string} */ line) => line.includes("protocol is")),
      said.join("\n"),
    );
  });

  it("copies the lines, or marks them where the browser does not let it", async () => {
    await fill({ treatment: "Dysport" });
    await browser.run(() => {
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: { writeText: async (/** @type {string} */ text) => Reflect.set(window, "copied", text) },
      });
    });
    const press = async () =>
      browser.run(() => document.querySelector(/** @type {any} */ (".made-lines .copy")).click());
    const status = () => browser.run(() => document.querySelector(".made-lines .said")?.textContent);
    await press();
    await browser.until(async () => (await status()) === "Copied.", "it says so");
    const first = await lines("On any page");
    assert.equal(await browser.run(() => Reflect.get(window, "copied")), first);
    await browser.run(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await press();
    await browser.until(async () => /marked/.test((await status()) ?? ""), "it says that they are marked");
    assert.equal(await browser.run(() => `${getSelection()}`.trim()), first);
  });
});
