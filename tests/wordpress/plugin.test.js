/**
 * The plugin in a WordPress, installed and used as an administrator, an author and a patient
 * would. `cargo xtask test --wordpress` runs it.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { startBrowser } from "../browser/browser.js";
import { ADMINISTRATOR, AUTHOR, WordPress } from "./site.js";

const zip = process.env.AFTERCARE_PLUGIN;
assert.ok(zip, "AFTERCARE_PLUGIN is not set: run the tests with `cargo xtask test --wordpress`");

const source = new URL("../../integrations/wordpress/", import.meta.url).pathname;
const site = new WordPress();
/** @type {import("../browser/browser.js").Browser} */
let browser;

before(async () => {
  await site.start();
  browser = await startBrowser({ width: 1280, height: 900 });
});

after(async () => {
  await browser?.end();
  site.end();
});

/** @param {string} selector */
const find = (selector) =>
  browser.run((/** @type {string} */ wanted) => document.querySelector(wanted), selector);

/** @param {string} selector */
async function click(selector) {
  const element = await find(selector);
  assert.ok(element, `there is ${selector}. The page shows:\n${await browser.text()}`);
  await browser.run((/** @type {HTMLElement} */ button) => button.click(), element);
}

/**
 * @param {string} selector
 * @param {string} value
 */
async function fill(selector, value) {
  const element = await find(selector);
  assert.ok(element, `there is ${selector}. The page shows:\n${await browser.text()}`);
  // WordPress moves the focus while one types.
  await browser.set(element, value);
}

/** @param {string} path */
const open = (path) => browser.driver.get(new URL(path, `${site.address}/`).href);

/** @param {RegExp} text */
const reads = (text) => browser.until(async () => text.test(await browser.text()), `the page says ${text}`);

/** @param {string} user */
async function logIn(user) {
  await browser.driver.manage().deleteAllCookies();
  await open("/wp-login.php");
  await fill("#user_login", user);
  await fill("#user_pass", user);
  await click("#wp-submit");
  await browser.until(async () => (await find("#wpadminbar")) !== null, `${user} is in`);
}

/** From now on a patient, who has no account. */
async function logOut() {
  await open("/wp-login.php");
  await browser.driver.manage().deleteAllCookies();
}

/** The attributes of each card of a page, as a browser reads them. */
const attributes = () =>
  browser.run(() =>
    [...document.querySelectorAll("aftercare-consensus")].map((card) =>
      Object.fromEntries([...card.attributes].map(({ name, value }) => [name, value])),
    ),
  );

const SHORTCODE = '[aftercare-consensus treatment="dysport"]';

describe("the plugin's code", () => {
  it("is PHP", () => {
    for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".php")) {
        execFileSync("php", ["-l", join(source, file)]);
      }
    }
  });

  it("runs on PHP 7.4, as far as its syntax shows", () => {
    const options = ["--standard=Generic", "--sniffs=Generic.PHP.Syntax,Generic.PHP.DeprecatedFunctions"];
    execFileSync("phpcs", [...options, "--extensions=php", source], { encoding: "utf8" });
    for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".php")) {
        const later =
          /\b(match|enum|readonly|str_contains|str_starts_with|str_ends_with)\s*[({]|\?->|#\[|\bfn\s*\(.*\):\s*never/;
        assert.doesNotMatch(readFileSync(join(source, file), "utf8"), later, file);
      }
    }
  });

  it("has every text in Spanish", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" });
    const php = files.filter((file) => file.endsWith(".php")).map((file) => join(source, file));
    const keywords = ["__", "esc_html__", "esc_html_e"].map((name) => `--keyword=${name}`);
    const template = execFileSync(
      "xgettext",
      ["--language=PHP", "--from-code=UTF-8", "--output=-", ...keywords, ...php],
      { encoding: "utf8" },
    );
    for (const file of files.filter((name) => name.endsWith(".po"))) {
      execFileSync("msgcmp", [join(source, file), "-"], { input: template });
    }
  });
});

describe("an administrator", () => {
  it("uploads the zip and activates the plugin", async () => {
    await logIn(ADMINISTRATOR);
    await open("/wp-admin/plugin-install.php?tab=upload");
    const upload = await find("#pluginzip");
    assert.ok(upload, await browser.text());
    await upload.sendKeys(zip);
    await click("#install-plugin-submit");
    await reads(/Plugin installed successfully/);
    await click(".button-primary");
    await reads(/Plugin activated/);
  });

  it("says what the clinic asks for, and sees it on the card", async () => {
    await open("/wp-admin/options-general.php?page=aftercare-consensus");
    await fill("#aftercare-consensus-clinic", "Elm Street Clinic");
    await fill("#aftercare-consensus-protocol", "exercise 24h; facial 14d");
    await fill("#aftercare-consensus-contact", "+1 212 555 0100");
    await fill("#aftercare-consensus-emergency", "911");
    await click("#submit");
    await reads(/Settings saved/);
    const [card] = await attributes();
    assert.deepEqual(card, {
      clinic: "Elm Street Clinic",
      protocol: "exercise 24h; facial 14d",
      contact: "+1 212 555 0100",
      emergency: "911",
      sources: "inline",
    });
    await reads(/What Elm Street Clinic told you|Follow what Elm Street Clinic/);
  });

  it("is told what is wrong with a value, and the old one stays", async () => {
    for (const [name, value, said] of [
      ["protocol", "run tomorrow", /“run tomorrow” was not saved\. A wait is an activity and a time/],
      ["contact", "call me", /“call me” was not saved\. The clinic’s telephone number has digits/],
      ["emergency", "911<script>alert(1)</script>x", /was not saved\. The emergency number has digits/],
    ]) {
      await open("/wp-admin/options-general.php?page=aftercare-consensus");
      await fill(`#aftercare-consensus-${name}`, String(value));
      await click("#submit");
      await reads(/** @type {RegExp} */ (said));
    }
    const [card] = await attributes();
    assert.equal(card.protocol, "exercise 24h; facial 14d");
    assert.equal(card.contact, "+1 212 555 0100");
    assert.equal(card.emergency, "911");
  });

  it("reads what the card itself finds wrong, which patients do not", async () => {
    await open("/wp-admin/options-general.php?page=aftercare-consensus");
    await fill("#aftercare-consensus-protocol", "jogging 24h");
    await click("#submit");
    await reads(/protocol.*jogging/s);
    await fill("#aftercare-consensus-protocol", "exercise 24h; facial 14d");
    await click("#submit");
    await reads(/Settings saved/);
  });

  it("finds a text for the privacy policy", async () => {
    await open("/wp-admin/options-privacy.php?tab=policyguide");
    // Each plugin's is folded.
    const text = await browser.run(() => document.body.textContent);
    assert.match(text, /The card sets no cookies and does not track you/);
  });
});

describe("an author", () => {
  it("adds the block, sees the real card, and chooses in the sidebar", async () => {
    await logIn(AUTHOR);
    await open("/wp-admin/post-new.php");
    await browser.until(
      () =>
        browser.run(() =>
          Boolean(Reflect.get(window, "wp")?.blocks?.getBlockType("aftercare-consensus/card")),
        ),
      "the block is registered",
    );
    await browser.run(() => {
      const { wp } = /** @type {any} */ (window);
      wp.data.dispatch("core/edit-post").toggleFeature("welcomeGuide");
      const block = wp.blocks.createBlock("aftercare-consensus/card", {});
      wp.data.dispatch("core/block-editor").insertBlock(block);
      wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
    });
    await browser.drawn("select");
    const sidebar = () =>
      browser.run(() => {
        const labels = [...document.querySelectorAll(".interface-complementary-area label")];
        const label = /** @type {HTMLLabelElement | undefined} */ (
          labels.find((one) => one.textContent === "Treatment")
        );
        return label?.control ?? null;
      });
    await browser.until(async () => (await sidebar()) !== null, "the sidebar has a treatment");
    const treatment = /** @type {import("selenium-webdriver").WebElement} */ (
      /** @type {unknown} */ (await sidebar())
    );
    await treatment.sendKeys("Dysport", Key.ENTER);
    await browser.until(
      async () => (await attributes())[0]?.treatment === "dysport",
      "the card in the editor has the treatment that was chosen",
    );
    await browser.run(() => {
      const { wp } = /** @type {any} */ (window);
      wp.data.dispatch("core/editor").editPost({ title: "After your treatment", status: "publish" });
      return wp.data.dispatch("core/editor").savePost();
    });
    await browser.until(
      () =>
        browser.run(() => /** @type {any} */ (window).wp.data.select("core/editor").isCurrentPostPublished()),
      "the post is published",
    );
    const address = await browser.run(() =>
      /** @type {any} */ (window).wp.data.select("core/editor").getPermalink(),
    );
    await logOut();
    await browser.driver.get(address);
    await browser.drawn("select");
    const [card] = await attributes();
    assert.equal(card.treatment, "dysport");
    assert.equal(card.clinic, "Elm Street Clinic");
  });

  it("cannot forge the clinic's word, by no way", async () => {
    const forged = 'clinic="Forged" protocol="exercise 0h" contact="+19005550100" emergency="19005550100"';
    const json = JSON.stringify({
      treatment: "dysport",
      clinic: "Forged",
      protocol: "exercise 0h",
      contact: "+19005550100",
      emergency: "19005550100",
    });
    await logOut();
    for (const content of [
      `[aftercare-consensus treatment="dysport" ${forged}]`,
      `[aftercare-consensus treatment="dysport" CLINIC="Forged" Protocol="exercise 0h"]`,
      `[aftercare-consensus treatment='dysport" clinic="Forged' clinic='Forged']`,
      `<!-- wp:aftercare-consensus/card ${json} /-->`,
      `<!-- wp:html --><aftercare-consensus treatment="dysport" ${forged}></aftercare-consensus><!-- /wp:html -->${SHORTCODE}`,
    ]) {
      await browser.driver.get(site.publish(content));
      for (const card of await attributes()) {
        assert.equal(card.clinic, "Elm Street Clinic", content);
        assert.equal(card.protocol, "exercise 24h; facial 14d", content);
        assert.equal(card.contact, "+1 212 555 0100", content);
        assert.equal(card.emergency, "911", content);
      }
      assert.doesNotMatch(await browser.text(), /Forged|900/, content);
    }
  });
});

describe("a patient", () => {
  it("loads the script once, and on no page without a card", async () => {
    const scripts = async (/** @type {string} */ address) =>
      (await (await fetch(address)).text()).match(/<script[^>]*aftercare-consensus[^>]*>/g) ?? [];
    const two = await scripts(site.publish(`${SHORTCODE}\n\n<!-- wp:aftercare-consensus/card /-->`));
    assert.equal(two.length, 1, two.join("\n"));
    assert.match(two[0], /aftercare-consensus\.iife\.js\?ver=\d+\.\d+\.\d+/);
    assert.deepEqual(await scripts(site.publish("Nothing here.")), []);
  });

  it("asks, has the answer, and everything comes from the clinic's own site, without a cookie", async () => {
    await logOut();
    // WordPress itself has stored what the author likes.
    await browser.run(() => localStorage.clear());
    await browser.driver.get(site.publish('[aftercare-consensus treatment="dysport" ask]'));
    await browser.drawn("select");
    const answer = await fetch(site.publish(SHORTCODE));
    assert.equal(answer.headers.get("set-cookie"), null);
    const hosts = await browser.run(() =>
      performance.getEntriesByType("resource").map(({ name }) => new URL(name).host),
    );
    assert.deepEqual([...new Set(hosts)], [new URL(site.address).host]);
    assert.equal(await browser.run(() => document.cookie), "");
    assert.equal(await browser.run(() => localStorage.length + sessionStorage.length), 0);
  });

  it("reads Spanish on a Spanish page", async () => {
    await browser.driver.get(site.publish('[aftercare-consensus treatment="dysport" lang="es"]'));
    await browser.drawn("select");
    await reads(/Actividad/);
    site.extend("add_filter('locale', fn() => 'es_ES');");
    try {
      await browser.driver.get(site.publish(SHORTCODE));
      await reads(/Actividad/);
      const [card] = await browser.run(() =>
        [...document.querySelectorAll("aftercare-consensus")].map((one) => one.textContent),
      );
      assert.match(String(card), /Pregunte a su clínica/);
    } finally {
      site.extend("");
    }
  });

  for (const theme of ["twentytwentyone", "twentytwentytwo", "twentytwentythree"]) {
    it(`has the card in the theme ${theme}, light on a dark device where the theme is light`, async () => {
      site.php(`switch_theme('${theme}');`);
      await browser.emulate({ scheme: "dark" });
      await browser.driver.get(site.publish(SHORTCODE));
      const field = await browser.drawn("select");
      const width = await browser.run((/** @type {HTMLElement} */ drawn) => drawn.offsetWidth, field);
      assert.ok(width >= 250, `the field is ${width} px wide`);
      const ink = await browser.run(
        (/** @type {HTMLElement} */ drawn) => getComputedStyle(drawn).color,
        field,
      );
      const [red] = /** @type {RegExpMatchArray} */ (ink.match(/\d+/));
      assert.ok(Number(red) < 100, `dark letters on a light ground, not ${ink}`);
      await browser.emulate({});
    });
  }

  it("has the card below the bar of somebody who is logged in", async () => {
    await logIn(AUTHOR);
    await browser.driver.get(site.publish(SHORTCODE));
    await browser.drawn("select");
    assert.ok(await find("#wpadminbar"));
    await logOut();
  });
});

/** What optimisers make of a page's scripts, each as a filter of WordPress. @type {Record<string, string>} */
const OPTIMISERS = {
  "defers it": `
    add_filter('script_loader_tag', fn($tag) => str_replace(' src=', ' defer src=', $tag));`,
  "loads it when the patient touches the page": `
    add_filter('script_loader_tag', fn($tag, $handle) => 'aftercare-consensus' === $handle
      ? preg_replace('/<script[^>]*src=(["\\'])(.*?)\\\\1.*<\\\\/script>/s',
        '<script>addEventListener("pointerdown", () => { const script = document.createElement("script"); script.src = "$2"; document.head.append(script); }, { once: true });</script>', $tag)
      : $tag, 10, 2);`,
  "puts it into the page": `
    add_filter('script_loader_tag', fn($tag, $handle) => 'aftercare-consensus' === $handle
      ? '<script>' . file_get_contents(WP_PLUGIN_DIR . '/aftercare-consensus/aftercare-consensus.iife.js') . '</script>'
      : $tag, 10, 2);`,
  "moves it to its cache": `
    add_filter('script_loader_src', function ($src, $handle) {
      if ('aftercare-consensus' !== $handle) { return $src; }
      $folder = WP_CONTENT_DIR . '/cache/min/1';
      wp_mkdir_p($folder);
      copy(WP_PLUGIN_DIR . '/aftercare-consensus/aftercare-consensus.iife.js', "$folder/0f1e2d3c.js");
      return content_url('cache/min/1/0f1e2d3c.js');
    }, 10, 2);`,
  "joins it with others": `
    add_filter('script_loader_src', function ($src, $handle) {
      if ('aftercare-consensus' !== $handle) { return $src; }
      $folder = WP_CONTENT_DIR . '/cache/autoptimize';
      wp_mkdir_p($folder);
      $parts = [ABSPATH . 'wp-includes/js/jquery/jquery.min.js',
        WP_PLUGIN_DIR . '/aftercare-consensus/aftercare-consensus.iife.js', ABSPATH . 'wp-includes/js/wp-embed.min.js'];
      file_put_contents("$folder/all.js", implode(";", array_map('file_get_contents', $parts)));
      return content_url('cache/autoptimize/all.js');
    }, 10, 2);`,
};

describe("a page with an optimiser that", () => {
  after(() => site.extend(""));

  for (const [what, code] of Object.entries(OPTIMISERS)) {
    it(`${what} has the card`, async () => {
      site.extend(code);
      await browser.driver.get(site.publish(SHORTCODE));
      await browser.run(() => window.dispatchEvent(new PointerEvent("pointerdown")));
      await browser.drawn("select");
    });
  }
});

describe("an administrator who wants it gone", () => {
  it("deactivates it: pages go on", async () => {
    await logIn(ADMINISTRATOR);
    await open("/wp-admin/plugins.php?plugin_status=active");
    await click("#deactivate-aftercare-consensus");
    await reads(/Plugin deactivated/);
    const page = await fetch(site.publish(`Before ${SHORTCODE} behind`));
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Before/);
  });

  it("deletes it: nothing stays", async () => {
    await open("/wp-admin/plugins.php");
    await click("#delete-aftercare-consensus");
    await browser.driver
      .switchTo()
      .alert()
      .then((question) => question.accept());
    await reads(/was successfully deleted|deleted/);
    await browser.until(
      async () => !existsSync(join(site.root, "wp-content/plugins/aftercare-consensus")),
      "the plugin's files are gone",
    );
    const rows = site.php(
      `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%aftercare%'");`,
    );
    assert.equal(rows, "0", "no option is left");
  });
});

describe("an administrator without the plugin", () => {
  const dist = new URL("../../dist/", import.meta.url).pathname;
  /** The block “Custom HTML” with something in it. */
  const block = (/** @type {string} */ code) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`;

  /** A patient finds the form. @param {string} address */
  async function seesForm(address) {
    await browser.driver.get(address);
    const frame = await find("iframe");
    if (frame) {
      await browser.enter(frame);
    }
    await reads(/Treatment/);
    await browser.one("button", "Show the answer");
    await browser.enter(null);
  }

  it("who pastes the whole of paste.html, which WordPress changes, leaves the text inside", async () => {
    await logOut();
    const text = readFileSync(join(dist, "paste.html"), "utf8");
    await browser.driver.get(site.publish(block(text), ADMINISTRATOR));
    await reads(/Ask your clinic when exercise is OK/);
  });

  it("uploads the page in one file to the media library, and shows it in a frame", async () => {
    await logIn(ADMINISTRATOR);
    await open("/wp-admin/media-new.php?browser-uploader");
    const input = await find("#async-upload");
    await input?.sendKeys(join(dist, "aftercare-offline.html"));
    await click("#html-upload");
    await reads(/aftercare-offline/);
    const address = site.php(
      "echo wp_get_attachment_url(get_posts(['post_type' => 'attachment', 'numberposts' => 1])[0]->ID);",
    );
    assert.match(address, /\/wp-content\/uploads\/.*aftercare-offline\.html$/);
    await logOut();
    await seesForm(
      site.publish(block(`<iframe src="${address}" width="100%" height="900"></iframe>`), ADMINISTRATOR),
    );
  });
});

it("PHP has found nothing wrong with the plugin meanwhile", () => {
  const lines = site.log.split("\n").filter((line) => line.includes("plugins/aftercare-consensus"));
  assert.deepEqual(lines, []);
});
