/** Every snippet of the page "Put it on your site" works where it is to be pasted. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

/** How each place puts the lines onto a page, as far as that is known. @type {Record<string, (snippet: Snippet) => Promise<void>>} */
const PLACES = {
  "On any page": pasted((code) => code),
  "With your clinic's own word": pasted((code) => code),
  "WordPress: in the block “Custom HTML”": pasted(
    (code) => `<div class="entry-content wp-block-post-content is-layout-flow">\n${code}\n</div>`,
  ),
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
  "React: a component": async ({ code, policy }) => {
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
  },
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
        await browser.one("heading", "Elm Street Clinic asks you to wait 24 hours:");
        const calls = await browser.all("link", "Call Elm Street Clinic: +1 212 555 0100");
        assert.equal(calls.length, 2, "beside the clinic's word, and beside when to get help");
      } else {
        await browser.until(async () => (await answers(browser)).length === 1, "there is the card's heading");
      }
      // By key: a frame that grows moves from under a pointer.
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
