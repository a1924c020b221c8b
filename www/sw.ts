/**
 * The service worker: it caches the page's own files of one build, and nothing else,
 * so that the page is complete offline after one visit.
 *
 * Versions never mix. A build has a cache of its own, which is filled completely, each
 * file checked by its hash, or not at all. A new worker waits until no page uses the
 * old one; when the last such page is reloaded, it takes over first.
 *
 * The pages of another language, with its words, are cached once a reader opens one
 * of them; whoever reads English loads none of that.
 */
import * as precache from "generated/precache";

/** Files that belong together: pages, and other files with their hashes. */
interface List {
  pages: string[];
  files: Record<string, string>;
}

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** The part of a worker's global scope that is used; the compiler knows the page's alone. */
interface Worker {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { type: "window"; includeUncontrolled?: boolean }): Promise<{ url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as Worker;

/** The build's mark, which its pages have; what everybody needs; and what the readers of a language need. */
const stamp: string = precache.stamp;
const common: List = precache.common;
const languages: Record<string, List> = precache.languages;

const { scope } = worker.registration;
/** Where a site has several copies, each has caches of its own. */
const PREFIX = `aftercare-consensus ${scope} `;
const CACHE = PREFIX + stamp;
/** The message by which one worker tells the next to take over. */
const TAKE_OVER = "aftercare-consensus:take-over";

/** A worker that never takes over must not keep a page from loading. */
let takeOverRequests = 0;

/**
 * Served in the place of a page while the next worker takes over. It reloads once
 * that one serves, and not before: a request on its way to a worker that ends is
 * lost in some browsers, and the page with it.
 */
const RELOADING = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<link rel="icon" href="data:,"><script>
const poll = async () => {
  const { active, waiting } = await navigator.serviceWorker.getRegistration() ?? {};
  if (waiting || active?.state === "activating") setTimeout(poll, 20);
  else location.reload();
};
poll();
</script>`;

worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("activate", (event) => event.waitUntil(removeOldCaches()));

worker.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) {
    worker.skipWaiting();
  }
});

worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) {
    event.respondWith(respond(event.request, name));
  }
});

/** Caches what everybody needs, and the languages that somebody here reads. */
async function install(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.map(({ url }) => languageOf(nameAt(url)));
  const lists = [common];
  for (const [lang, list] of Object.entries(languages)) {
    if (open.includes(lang) || (await caches.match(new URL(list.pages[0], scope).href))) {
      lists.push(list);
    }
  }
  await store(lists);
}

/** Caches everything of some lists, or nothing. */
async function store(lists: List[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const loading = lists.flatMap(({ pages, files }) => [
    ...pages.map((name) => ({ name, response: loadPage(name) })),
    ...Object.entries(files).map(([name, integrity]) => ({ name, response: load(name, integrity) })),
  ]);
  await Promise.all(loading.map(({ response }) => response));
  await Promise.all(loading.map(async ({ name, response }) => cache.put(name, await response)));
}

/** The languages that are cached, or being cached. */
const storing = new Map<string, Promise<void>>();

/** Caches the pages and the words of a language, unless they are. */
function storeLanguage(lang: string): Promise<void> {
  const known = storing.get(lang);
  if (known) {
    return known;
  }
  const list = languages[lang];
  const stored = (async () => {
    const cache = await caches.open(CACHE);
    if (!(await cache.match(new URL(list.pages[0], scope).href, { ignoreVary: true }))) {
      await store([list]);
    }
  })();
  storing.set(lang, stored);
  stored.catch(() => storing.delete(lang));
  return stored;
}

function isListed({ pages, files }: List, name: string): boolean {
  return pages.includes(name) || Object.hasOwn(files, name);
}

/** The language whose readers alone need a file. */
function languageOf(name: string | undefined): string | undefined {
  return Object.keys(languages).find((lang) => name !== undefined && isListed(languages[lang], name));
}

async function load(name: string, integrity = ""): Promise<Response> {
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
 * Loads a page and checks it by its stamp, since some servers add a line to every page.
 * The stamp stands at the beginning and at the end: a connection may break off.
 */
async function loadPage(name: string): Promise<Response> {
  for (const address of name === "./" ? [name, "index.html"] : [name]) {
    const response = await load(address).catch(() => undefined);
    if (response && (await response.clone().text()).split(stamp).length > 2) {
      return response;
    }
  }
  throw new Error(`${name} is not of this build`);
}

/** The build before this one stays for a page that is still open; older ones go. */
async function removeOldCaches(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** The name of a file of this build; nothing for any other request. */
function nameOf({ method, mode, url }: Request): string | undefined {
  const name = nameAt(url);
  if (name === undefined || method !== "GET" || (new URL(url).search && mode !== "navigate")) {
    return undefined;
  }
  return isListed(common, name) || languageOf(name) ? name : undefined;
}

/** The name of the file at an address within the worker's scope. */
function nameAt(url: string): string | undefined {
  const address = new URL(url).href.split(/[?#]/, 1)[0];
  if (!address.startsWith(scope)) {
    return undefined;
  }
  const name = address.slice(scope.length) || "./";
  return name === "index.html" ? "./" : name;
}

async function respond(request: Request, name: string): Promise<Response> {
  if (request.mode === "navigate" && takeOverRequests < 5 && (await isLastPage(request))) {
    takeOverRequests += 1;
    worker.registration.waiting?.postMessage(TAKE_OVER);
    // The next worker answers the second time.
    return new Response(RELOADING, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
  const lang = languageOf(name);
  if (lang !== undefined) {
    // When its files cannot all be had, the network serves this one.
    await storeLanguage(lang).catch(() => {});
  }
  const cache = await caches.open(CACHE);
  const cached = await cache.match(new URL(name, scope).href, { ignoreVary: true });
  return cached ?? fetch(request);
}

/** Whether a new build waits, and no page uses this one but the page that is being reloaded. */
async function isLastPage({ url }: Request): Promise<boolean> {
  if (!worker.registration.waiting) {
    return false;
  }
  const clients = await worker.clients.matchAll({ type: "window" });
  const isSame = (address: string) => address.split("#", 1)[0] === url.split("#", 1)[0];
  return clients.length < 2 && clients.every((client) => isSame(client.url));
}
