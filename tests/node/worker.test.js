/** The service worker in a world of its own: what it keeps, what it serves, what it leaves alone. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import vm from "node:vm";
import { bytes, manifest, text } from "./dist.js";

const SCOPE = "https://clinic.example/aftercare/";

/** A browser's caches, by name. */
class Caches {
  /** @type {Map<string, Map<string, Response>>} */
  all = new Map();

  /** @param {string} name */
  async open(name) {
    const entries = this.all.get(name) ?? new Map();
    this.all.set(name, entries);
    const key = (/** @type {string} */ address) => new URL(address, SCOPE).href;
    return {
      put: async (/** @type {string} */ address, /** @type {Response} */ response) =>
        void entries.set(key(address), response),
      match: async (/** @type {string} */ address) => entries.get(key(address))?.clone(),
    };
  }

  async keys() {
    return [...this.all.keys()];
  }

  /** @param {string} name */
  async delete(name) {
    return this.all.delete(name);
  }

  /** @param {string} address */
  async match(address) {
    for (const entries of this.all.values()) {
      const found = entries.get(address);
      if (found) {
        return found.clone();
      }
    }
    return undefined;
  }
}

/**
 * A worker that has been started, and a server that answers it.
 *
 * @param {{ serve?: (name: string) => Response | undefined, caches?: Caches, waiting?: boolean, clients?: string[] }} [world]
 */
function start({ serve = () => undefined, caches = new Caches(), waiting = false, clients = [] } = {}) {
  /** @type {Map<string, (event: any) => void>} */
  const listeners = new Map();
  /** @type {{ name: string, integrity: string, cache: string }[]} */
  const asked = [];
  /** @type {string[]} */
  const told = [];
  const fetch = async (/** @type {URL | { url: string }} */ given, /** @type {any} */ options = {}) => {
    const url = given instanceof URL ? given.href : given.url;
    const name = url.slice(SCOPE.length) || "index.html";
    asked.push({ name, integrity: options.integrity, cache: options.cache });
    const own = serve(name);
    if (own) {
      const given = Buffer.from(await own.clone().arrayBuffer());
      const hash = createHash("sha384").update(given).digest("base64");
      if (own.ok && options.integrity && !options.integrity.split(" ").includes(`sha384-${hash}`)) {
        throw new TypeError(`${name} has another hash`);
      }
      return own;
    }
    return manifest.files[name]
      ? new Response(new Uint8Array(bytes(name)))
      : new Response("", { status: 404 });
  };
  const self = {
    registration: {
      scope: SCOPE,
      waiting: waiting ? { postMessage: (/** @type {string} */ message) => told.push(message) } : null,
    },
    clients: { matchAll: async () => clients.map((url) => ({ url })) },
    skipWaiting: async () => told.push("skipped"),
    addEventListener: (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) =>
      listeners.set(type, listener),
  };
  vm.runInNewContext(text("sw.js"), { self, caches, fetch, URL, Response });
  /** @param {string} type */
  const happen = async (type, event = {}) => {
    /** @type {Promise<any> | undefined} */
    let outcome;
    const keep = (/** @type {Promise<any>} */ promise) => {
      outcome = promise;
    };
    listeners.get(type)?.({ ...event, waitUntil: keep, respondWith: keep });
    return outcome;
  };
  return {
    asked,
    told,
    caches,
    install: () => happen("install"),
    activate: () => happen("activate"),
    /** The answer to a page; nothing where the worker leaves it to the network. */
    ask: (/** @type {string} */ url, mode = "no-cors", method = "GET") =>
      happen("fetch", { request: { url: new URL(url, SCOPE).href, mode, method } }),
    hear: (/** @type {unknown} */ data) => happen("message", { data }),
  };
}

/**
 * The files that a page names in its head.
 *
 * @param {string} page
 */
function neededBy(page) {
  const tags = [...text(page).matchAll(/<(?:script|link)[^>]*\s(?:src|href)="([^"]+)"[^>]*>/g)];
  return tags.filter(([tag]) => !tag.includes('rel="alternate"')).map(([, name]) => name);
}

/** Each language beside English, with its pages and what belongs to them. */
const others = Object.keys(manifest.files).flatMap((name) => {
  const lang = /^index\.(\w+)\.html$/.exec(name)?.[1];
  if (!lang) {
    return [];
  }
  const needed = Object.keys(manifest.files).filter((file) =>
    new RegExp(`^(index|sources|manifest)\\.${lang}\\.(html|webmanifest)$|\\.${lang}\\.js$`).test(file),
  );
  return [{ lang, pages: [name, `sources.${lang}.html`], needed }];
});
assert.ok(others.length > 0, "there is a second language");

describe("the service worker", () => {
  it("keeps every file of the page, checked by its hash and past the browser's cache", async () => {
    const worker = start();
    await worker.install();
    const needed = Object.keys(manifest.files).filter((name) =>
      /^(index|sources)\.html$|^icon|^page\.|^prerendered|^manifest\.webmanifest$/.test(name),
    );
    assert.deepEqual(worker.asked.map(({ name }) => name).sort(), needed.sort());
    for (const { name, integrity, cache } of worker.asked) {
      assert.equal(cache, "reload");
      if (!name.endsWith(".html")) {
        assert.equal(integrity, manifest.files[name].integrity, name);
      }
    }
    for (const page of ["index.html", "sources.html"]) {
      for (const name of neededBy(page)) {
        assert.ok(needed.includes(name), `${page} needs ${name}`);
      }
    }
  });

  for (const { lang, pages, needed } of others) {
    it(`keeps the pages and the words of ${lang} once one of them is open, with all that they need`, async () => {
      const worker = start({ clients: [`${SCOPE}${pages[0]}?utm_source=mail#hours=4`] });
      await worker.install();
      const kept = worker.asked.map(({ name }) => name);
      assert.deepEqual(
        kept.filter((name) => name.includes(`.${lang}.`)).sort(),
        needed.sort(),
        `a reader of ${lang} has everything without a network`,
      );
      for (const page of pages) {
        for (const name of neededBy(page)) {
          assert.ok(kept.includes(name), `${page} needs ${name}`);
        }
      }
    });

    it(`keeps ${lang} from the first visit to one of its pages, whole or not at all`, async () => {
      const { install, caches } = start();
      await install();
      const worker = start({ caches });
      const answer = await worker.ask(pages[0], "navigate");
      assert.equal(await answer.text(), text(pages[0]));
      assert.deepEqual(worker.asked.map(({ name }) => name).sort(), needed.sort());
      const gone = start({
        caches,
        serve: () => {
          throw new TypeError("no network");
        },
      });
      for (const name of needed) {
        const kept = await gone.ask(name, name.endsWith(".html") ? "navigate" : "cors");
        assert.equal(await kept.text(), text(name), `${name} is kept`);
      }

      const other = start();
      await other.install();
      const broken = start({
        caches: other.caches,
        serve: (name) =>
          /^aftercare-consensus\.\w\w\.js$/.test(name) ? new Response("", { status: 500 }) : undefined,
      });
      assert.equal(
        await (await broken.ask(pages[0], "navigate")).text(),
        text(pages[0]),
        "as the network has it",
      );
      const entries = [...other.caches.all.values()].flatMap((cache) => [...cache.keys()]);
      assert.deepEqual(
        entries.filter((name) => name.includes(`.${lang}.`)),
        [],
        "half a language is not kept",
      );
    });

    it(`goes on keeping ${lang} in the next build for whoever has read it`, async () => {
      const caches = new Caches();
      const old = await caches.open(`aftercare-consensus ${SCOPE} 1`);
      await old.put(pages[0], new Response("old"));
      const worker = start({ caches });
      await worker.install();
      const kept = worker.asked.map(({ name }) => name).filter((name) => name.includes(`.${lang}.`));
      assert.deepEqual(kept.sort(), needed.sort());
    });
  }

  it("answers from what it keeps, with the server gone", async () => {
    const { install, caches } = start();
    await install();
    const gone = start({
      caches,
      serve: () => {
        throw new TypeError("no network");
      },
    });
    for (const [address, name] of [
      ["", "index.html"],
      ["index.html", "index.html"],
      ["?utm_source=mail", "index.html"],
      ["sources.html#C02", "sources.html"],
    ]) {
      const answer = await gone.ask(address, "navigate");
      assert.equal(await answer.text(), text(name), address);
    }
    const script = await gone.ask("page.js");
    assert.equal(await script.text(), text("page.js"));
  });

  it("leaves alone whatever is not its own", async () => {
    const worker = start();
    await worker.install();
    for (const [url, mode, method] of [
      ["https://clinic.example/", "navigate", "GET"],
      ["https://clinic.example/other/page.css", "no-cors", "GET"],
      ["https://elsewhere.example/aftercare/page.css", "no-cors", "GET"],
      ["booking.html", "navigate", "GET"],
      ["page.css?v=2", "no-cors", "GET"],
      ["constructor", "no-cors", "GET"],
      ["", "navigate", "POST"],
    ]) {
      assert.equal(await worker.ask(url, mode, method), undefined, `${method} ${url}`);
    }
  });

  it("keeps all or nothing: a changed file, or a page of another build, stops it", async () => {
    const cases = /** @type {[string, (name: string) => Response | undefined][]} */ ([
      ["a page of another build", (name) => (name === "index.html" ? new Response("<html>") : undefined)],
      [
        "a file of one more byte",
        (name) => (name === "page.js" ? new Response(`${text(name)} `) : undefined),
      ],
      ["an error", (name) => (name === "page.js" ? new Response("", { status: 500 }) : undefined)],
    ]);
    for (const [what, serve] of cases) {
      const { install, caches } = start({ serve });
      await assert.rejects(async () => install(), what);
      const kept = [...caches.all.values()].flatMap((entries) => [...entries.keys()]);
      assert.deepEqual(kept, [], `${what}: nothing is kept`);
    }
    const same = (/** @type {string} */ name) => (name === "page.js" ? new Response(text(name)) : undefined);
    await start({ serve: same }).install();
  });

  it("lets a server add a line to a page", async () => {
    const serve = (/** @type {string} */ name) =>
      name.endsWith(".html")
        ? new Response(text(name).replace("<head>", "<head><!-- a line -->"))
        : undefined;
    await start({ serve }).install();
  });

  it("clears the caches of its older builds, but for the last, and nobody else's", async () => {
    const caches = new Caches();
    for (const name of ["clinic", `aftercare-consensus ${SCOPE} 1`, `aftercare-consensus ${SCOPE} 2`]) {
      await caches.open(name);
    }
    await caches.open("aftercare-consensus https://clinic.example/copy/ 1");
    const worker = start({ caches });
    await worker.install();
    await worker.activate();
    const names = await caches.keys();
    assert.deepEqual(names.slice(0, 3), [
      "clinic",
      `aftercare-consensus ${SCOPE} 2`,
      "aftercare-consensus https://clinic.example/copy/ 1",
    ]);
    assert.equal(names.length, 4);
  });

  it("lets a new build take over when the last page is loaded again, and not before", async () => {
    const { install, caches } = start();
    await install();
    const page = SCOPE;
    for (const [clients, takesOver] of /** @type {[string[], boolean][]} */ ([
      [[], true],
      [[page], true],
      [[page, page], false],
      [[`${SCOPE}sources.html`], false],
    ])) {
      const worker = start({ caches, waiting: true, clients });
      const answer = await worker.ask("", "navigate");
      assert.equal(worker.told.length > 0, takesOver, `${clients.length} pages`);
      assert.equal((await answer.text()) === text("index.html"), !takesOver);
      assert.equal((await worker.ask("page.js")) !== undefined, true, "files never wait");
    }
  });

  it("serves the page all the same where the new build never takes over", async () => {
    const { install, caches } = start();
    await install();
    const worker = start({ caches, waiting: true });
    let last = "";
    for (let visit = 0; visit < 7; visit += 1) {
      last = await (await worker.ask("", "navigate")).text();
    }
    assert.equal(last, text("index.html"));
  });

  it("takes over when the worker before says so, and on no other word", async () => {
    const { install, caches } = start();
    await install();
    const before = start({ caches, waiting: true });
    await before.ask("", "navigate");
    const after = start();
    await after.hear("anything");
    assert.deepEqual(after.told, []);
    await after.hear(before.told[0]);
    assert.deepEqual(after.told, ["skipped"]);
  });
});
