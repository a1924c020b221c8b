/** The page in one file: nothing to load, nothing to send. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { manifest, text } from "./dist.js";

const html = text("aftercare-offline.html");
const script = html.match(/<script data-sources="">([^]*?)<\/script>/)?.[1] ?? "";
const style = html.match(/<style>([^]*?)<\/style>/)?.[1] ?? "";
const markup = html.replace(script, "").replace(style, "");

/** @param {string} inside */
const hash = (inside) => `'sha384-${createHash("sha384").update(inside).digest("base64")}'`;

describe("aftercare-offline.html", () => {
  it("loads nothing: no address but links that a reader follows, and an icon that is inside", () => {
    assert.doesNotMatch(markup, /\ssrc(set)?=|@import|url\(/);
    assert.doesNotMatch(style, /@import|url\(/);
    for (const [, tag, address] of markup.matchAll(/<(\w+)[^>]*\shref="([^"]*)"/g)) {
      assert.ok(
        (tag === "a" && /^(https?:|#)/.test(address)) || (tag === "link" && address.startsWith("data:")),
        `${tag} ${address}`,
      );
    }
  });

  it("has a policy that allows its own script and style, and no connection", () => {
    const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1] ?? "";
    assert.ok(policy.startsWith("default-src 'none';"), policy);
    assert.ok(policy.includes(`script-src ${hash(script)} 'wasm-unsafe-eval'`), "its script");
    assert.ok(policy.includes(`style-src ${hash(style)}`), "its style");
    assert.doesNotMatch(policy, /connect-src|unsafe-inline|\*/);
  });

  it("has every answer and its source, to which its own links lead", () => {
    assert.equal(
      [...markup.matchAll(/<article class="source" id="/g)].length,
      [...text("sources.html").matchAll(/<article class="source" id="/g)].length,
    );
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, "no id is there twice");
    for (const [, id] of markup.matchAll(/href="#([^"]+)"/g)) {
      assert.ok(ids.includes(id), id);
    }
  });

  it("is of the same data as the page", () => {
    assert.ok(markup.includes(manifest.corpus));
  });
});
