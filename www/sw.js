/**
 * Keeps the page for when there is no network: its own files of one build, and
 * nothing else.
 *
 * Versions never mix. A build has a cache of its own, which is filled whole, each
 * file checked by its hash, or not at all. A new worker waits until no page uses
 * the old one; when the last one is loaded again, it takes over first. A second
 * tab at the same address looks the same, so a page may stay open without its
 * worker: it has its script already, and the texts of answers, which it asks for
 * later, have a name that belongs to its build, and stay.
 *
 * The pages of another language, with its words, are kept once a reader opens one
 * of them; whoever reads English loads none of that.
 */
import { common, languages, late, stamp } from "built:precache";

const worker = /** @type {import("./worker-types.js").Worker} */ (/** @type {unknown} */ (self));

const { scope } = worker.registration;
/** Ours alone, where a site has several copies. */
const PREFIX = `aftercare-consensus ${scope} `;
const CACHE = PREFIX + stamp;
/** What one worker tells the next. */
const TAKE_OVER = "aftercare-consensus:take-over";

/** A worker that never takes over must not keep a page from loading. */
let askedToTakeOver = 0;

/**
 * In the place of a page while the next worker takes over. It comes again once
 * that one serves, and not before: a request on its way to a worker that ends is
 * lost in some browsers, and the page with it.
 */
const COMES_AGAIN = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<link rel="icon" href="data:,"><script>
const look = async () => {
  const { active, waiting } = await navigator.serviceWorker.getRegistration() ?? {};
  if (waiting || active?.state === "activating") setTimeout(look, 20);
  else location.reload();
};
look();
</script>`;

worker.addEventListener("install", (event) => event.waitUntil(fill()));

worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

worker.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) {
    worker.skipWaiting();
  }
});

worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) {
    event.respondWith(answer(event.request, name));
  }
});

/** All files, or none: what everybody needs, and the languages that somebody here reads. */
async function fill() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.map(({ url }) => languageOf(nameAt(url)));
  const read = await Promise.all(
    Object.keys(languages).map(
      async (lang) =>
        open.includes(lang) || (await caches.match(new URL(languages[lang].pages[0], scope).href)),
    ),
  );
  await keep([common, ...Object.values(languages).filter((_, place) => read[place])]);
}

/**
 * Everything of some lists, or nothing.
 *
 * @param {import("built:precache").List[]} lists
 */
async function keep(lists) {
  const cache = await caches.open(CACHE);
  const loading = lists.flatMap(({ pages, files }) => [
    ...pages.map((name) => ({ name, answer: page(name) })),
    ...Object.entries(files).map(([name, integrity]) => ({ name, answer: load(name, integrity) })),
  ]);
  await Promise.all(loading.map(({ answer }) => answer));
  await Promise.all(loading.map(async ({ name, answer }) => cache.put(name, await answer)));
}

/** The languages that are on their way into the cache, or there. @type {Map<string, Promise<void>>} */
const learning = new Map();

/**
 * Keeps the pages and the words of a language, unless it has them.
 *
 * @param {string} lang
 */
function learn(lang) {
  const known = learning.get(lang);
  if (known) {
    return known;
  }
  const list = languages[lang];
  const learned = (async () => {
    const cache = await caches.open(CACHE);
    if (!(await cache.match(new URL(list.pages[0], scope).href, { ignoreVary: true }))) {
      await keep([list]);
    }
  })();
  learning.set(lang, learned);
  learned.catch(() => learning.delete(lang));
  return learned;
}

/**
 * @param {import("built:precache").List} list
 * @param {string} name
 */
function lists({ pages, files }, name) {
  return pages.includes(name) || Object.hasOwn(files, name);
}

/**
 * The language whose readers alone need a file.
 *
 * @param {string | undefined} name
 */
function languageOf(name) {
  return Object.keys(languages).find((lang) => name !== undefined && lists(languages[lang], name));
}

/**
 * @param {string} name
 * @param {string} [integrity]
 */
async function load(name, integrity = "") {
  // Past the browser's own cache, which may hold the last build's.
  const response = await fetch(new URL(name, scope), { cache: "reload", integrity });
  if (!response.ok) {
    throw new Error(`${name} answers with ${response.status}`);
  }
  // A page may be asked for by another address than the one it came from.
  const { body, headers, status } = response;
  return response.redirected ? new Response(body, { headers, status }) : response;
}

/**
 * A page by its stamp, since some servers add a line to every page. It stands at
 * the beginning and at the end: a connection may break off without a word.
 *
 * @param {string} name
 */
async function page(name) {
  for (const address of name === "./" ? [name, "index.html"] : [name]) {
    const response = await load(address).catch(() => undefined);
    if (response && (await response.clone().text()).split(stamp).length > 2) {
      return response;
    }
  }
  throw new Error(`${name} is not of this build`);
}

/** The build before stays for a page that is still open; older ones go. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/**
 * The name of a file of ours; nothing for whatever else a page asks for.
 *
 * @param {Request} request
 */
function nameOf({ method, mode, url }) {
  const name = nameAt(url);
  if (name === undefined || method !== "GET" || (new URL(url).search && mode !== "navigate")) {
    return undefined;
  }
  return lists(common, name) || languageOf(name) || isLate(name) ? name : undefined;
}

/**
 * The name of whatever is at an address within reach.
 *
 * @param {string} url
 */
function nameAt(url) {
  const address = new URL(url).href.split(/[?#]/, 1)[0];
  if (!address.startsWith(scope)) {
    return undefined;
  }
  const name = address.slice(scope.length) || "./";
  return name === "index.html" ? "./" : name;
}

/** @param {string} name */
function isLate(name) {
  return late.some((start) => name.startsWith(start));
}

/**
 * @param {Request} request
 * @param {string} name
 */
async function answer(request, name) {
  if (request.mode === "navigate" && askedToTakeOver < 5 && (await isLast(request))) {
    askedToTakeOver += 1;
    worker.registration.waiting?.postMessage(TAKE_OVER);
    // The next worker answers the second time.
    return new Response(COMES_AGAIN, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
  const key = new URL(name, scope).href;
  const lang = languageOf(name);
  if (lang !== undefined) {
    // Where it cannot be kept whole, the network has the one file.
    await learn(lang).catch(() => {});
  }
  const kept = await (await caches.open(CACHE)).match(key, { ignoreVary: true });
  return kept ?? (await older(name, key)) ?? fetch(request);
}

/**
 * Whether a new build waits, and no page but the one that is loaded again uses
 * this one.
 *
 * @param {Request} request
 */
async function isLast({ url }) {
  if (!worker.registration.waiting) {
    return false;
  }
  const clients = await worker.clients.matchAll({ type: "window" });
  const same = (/** @type {string} */ address) => address.split("#", 1)[0] === url.split("#", 1)[0];
  return clients.length < 2 && clients.every((client) => same(client.url));
}

/**
 * @param {string} name
 * @param {string} key
 */
async function older(name, key) {
  return isLate(name) ? caches.match(key, { ignoreVary: true }) : undefined;
}
