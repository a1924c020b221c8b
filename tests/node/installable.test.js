/** The page can be put on a phone's home screen, by the rules that browsers have for it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PNG } from "pngjs";
import { bytes, text } from "./dist.js";

const app = JSON.parse(text("manifest.webmanifest"));
const html = text("index.html");

/** As if it were served in a folder of a clinic's site. */
const address = new URL("https://clinic.example/aftercare/manifest.webmanifest");
const page = new URL("./", address);

/** The files of the worker, which the page needs without a network. */
const worker = text("sw.js");

describe("manifest.webmanifest", () => {
  it("names the page, its language and what it is", () => {
    for (const key of ["name", "short_name", "description", "lang"]) {
      assert.ok(typeof app[key] === "string" && app[key].trim(), `${key} is a text`);
      assert.doesNotMatch(app[key], /[{}]/, `${key} has no placeholder left`);
    }
    assert.ok(app.short_name.length <= 12, "a home screen shows twelve letters");
    assert.ok(app.lang === html.match(/<html lang="([^"]+)"/)?.[1], "it is in the page's language");
    assert.ok(["ltr", "rtl", "auto"].includes(app.dir));
  });

  it("starts on the page, within its scope, wherever it is served", () => {
    const start = new URL(app.start_url, address);
    const scope = new URL(app.scope, address);
    assert.equal(start.href, page.href);
    assert.ok(start.href.startsWith(scope.href), "a start outside of the scope is ignored");
    assert.equal(new URL(app.id, start.origin).origin, start.origin, "an id of another origin is ignored");
    assert.equal(start.search + start.hash, "", "no question is asked for anybody");
    assert.ok(worker.includes('"./"'), "it starts without a network");
  });

  it("is shown as an app of its own", () => {
    assert.ok(["standalone", "fullscreen", "minimal-ui"].includes(app.display));
    assert.ok(!("prefer_related_applications" in app));
  });

  it("has the icons that are asked for, each of the size that it says", () => {
    /** @type {Set<string>} */
    const found = new Set();
    for (const { src, sizes, type, purpose = "any" } of app.icons) {
      assert.ok(worker.includes(src) || src.endsWith(".svg"), `${src} is kept for when there is no network`);
      for (const one of purpose.split(" ")) {
        found.add(`${one} ${sizes}`);
      }
      if (type === "image/svg+xml") {
        assert.match(bytes(src).toString(), /^<svg /);
        continue;
      }
      assert.equal(type, "image/png");
      const { width, height } = PNG.sync.read(bytes(src));
      assert.equal(`${width}x${height}`, sizes, src);
    }
    for (const needed of ["any 192x192", "any 512x512", "maskable 512x512"]) {
      assert.ok(found.has(needed), `an icon for ${needed}`);
    }
  });

  it("has an icon that any shape may be cut from", () => {
    const { src } = app.icons.find((/** @type {any} */ { purpose }) => purpose === "maskable");
    const { width, height, data } = PNG.sync.read(bytes(src));
    const at = (/** @type {number} */ x, /** @type {number} */ y) =>
      data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4).join();
    const ground = at(0, 0);
    assert.ok(ground.endsWith(",255"), "the corners are filled");
    // What a phone may cut away: all outside of a circle of four fifths.
    for (let y = 0; y < height; y += 4) {
      for (let x = 0; x < width; x += 4) {
        if (Math.hypot(x - width / 2, y - height / 2) > width * 0.4) {
          assert.equal(at(x, y), ground, `nothing but the ground at ${x}, ${y}`);
        }
      }
    }
  });

  it("has the colours of the page", () => {
    const css = text("page.css").toLowerCase();
    assert.ok(css.includes(app.background_color.toLowerCase()), "while it starts, it looks as the page does");
    assert.match(app.theme_color, /^#[\da-f]{6}$/i);
  });
});

describe("index.html", () => {
  it("leads to the manifest, and to an icon for phones that do not read it", () => {
    assert.match(html, /<link rel="manifest" href="manifest\.webmanifest"/);
    const icon = html.match(/<link rel="apple-touch-icon" href="([^"]+)"/)?.[1] ?? "";
    const { width, height, data } = PNG.sync.read(bytes(icon));
    assert.deepEqual([width, height], [180, 180]);
    assert.equal(data[3], 255, "a phone puts black behind what is transparent");
  });

  it("colours the bars around it as the page, in both themes", () => {
    const css = text("page.css").toLowerCase();
    const papers = [...css.matchAll(/--paper:\s*(#[\da-f]{3,6})/g)].map(([, colour]) => colour);
    const bars = ["light", "dark"].map(
      (scheme) =>
        html.match(
          new RegExp(`name="theme-color" content="(#\\w+)" media="\\(prefers-color-scheme: ${scheme}\\)"`),
        )?.[1],
    );
    assert.deepEqual(bars, papers);
  });
});
