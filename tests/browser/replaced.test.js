/**
 * Pages that have replaced the browser's own objects: a patient reads the card, or the text inside
 * the element; never nothing, and never the answer to another question.
 */
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { module } from "../node/dist.js";
import { startBrowser } from "./browser.js";

const { guidance } = await module();
const [FIRST, SECOND] = [14, 38].map((hours) => guidance("dysport", hours).summary);

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());

/** Classes and functions of the page that the script uses, and their neighbours. */
const GLOBALS =
  "Document Element Node HTMLElement ShadowRoot DocumentFragment EventTarget CSSStyleSheet HTMLSlotElement SVGElement HTMLScriptElement Event CustomEvent AbortController Window Navigator Location Object Array Map Set WeakMap Symbol Promise Date RegExp URL TextDecoder TextEncoder Uint8Array DataView queueMicrotask setTimeout clearTimeout requestAnimationFrame addEventListener removeEventListener getComputedStyle".split(
    " ",
  );

/** Methods, and what is read and set, of what the script makes and asks. @type {Record<string, string>} */
const MEMBERS = {
  Document:
    "createElement createElementNS createTextNode querySelector currentScript baseURI hidden defaultView readyState",
  Element:
    "attachShadow shadowRoot getAttribute setAttribute removeAttribute hasAttribute closest querySelector remove append prepend replaceChildren className",
  HTMLElement: "hidden lang dir dataset innerText focus attachShadow remove",
  Node: "appendChild insertBefore removeChild parentNode childNodes firstChild nextSibling isConnected ownerDocument getRootNode textContent parentElement nodeName nodeValue",
  DocumentFragment: "append prepend querySelector replaceChildren",
  ShadowRoot: "host adoptedStyleSheets",
  EventTarget: "addEventListener removeEventListener dispatchEvent",
  CSSStyleSheet: "replaceSync",
  CharacterData: "data",
};

/** What a page may put in the place of something: a function that does nothing, and one that throws. */
const OWN = ["function () {}", 'function () { throw new Error("replaced"); }'];

/** Lines of pages, each of which replaces one thing. */
const LINES = OWN.flatMap((own) => [
  ...GLOBALS.map((name) => `window.${name} = ${own};`),
  ...Object.entries(MEMBERS).flatMap(([name, keys]) =>
    keys.split(" ").map((key) => {
      const replacement = `{ configurable: true, ...(known?.get ? { get: own, set: own } : { value: own }) }`;
      return `const own = ${own}; const known = Object.getOwnPropertyDescriptor(${name}.prototype, "${key}"); Object.defineProperty(${name}.prototype, "${key}", ${replacement});`;
    }),
  ),
]);

/**
 * What is seen in a frame whose page runs a line: before the script, between it and the element, or
 * when the card is there and another question follows.
 *
 * @typedef {"card" | "text" | "both" | "nothing" | "another answer"} Seen
 * @param {"before" | "between" | "afterwards"} when
 * @param {string[]} some
 * @returns {Promise<[string, Seen][]>}
 */
const seen = (when, some) =>
  browser.run(
    async (
      /** @type {string[]} */ lines,
      /** @type {string} */ at,
      /** @type {[string, string]} */ texts,
    ) => {
      /** By this page's own methods, whatever the frame's page has done. @type {(type: any, name: string, of: unknown, ...args: unknown[]) => any} */
      const ask = ({ prototype }, name, of, ...args) => {
        const own = Object.getOwnPropertyDescriptor(prototype, name);
        return Reflect.apply(own?.value ?? own?.get, of, args);
      };
      const isSeen = (/** @type {Node} */ content) => {
        const range = ask(Document, "createRange", ask(Node, "ownerDocument", content));
        ask(Range, "selectNodeContents", range, content);
        return ask(Range, "getBoundingClientRect", range).height > 0;
      };
      const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
      const see = async (/** @type {string} */ line) => {
        const frame = document.createElement("iframe");
        const own = '<script src="/aftercare/aftercare-consensus.iife.js"></script>';
        const page = `<script>{ ${line} }</script>`;
        const scripts = { before: page + own, between: own + page }[at] ?? own;
        frame.srcdoc = `<!doctype html><html lang="en"><body>${scripts}<aftercare-consensus treatment="dysport"
          hours="14"><p>Ask your clinic.</p></aftercare-consensus>`;
        const loaded = new Promise((resolve) => {
          frame.onload = resolve;
        });
        document.body.append(frame);
        await loaded;
        const element = ask(
          Document,
          "querySelector",
          /** @type {Document} */ (frame.contentDocument),
          "aftercare-consensus",
        );
        const look = (/** @type {[string, string]} */ [right, wrong]) => {
          const root = ask(Element, "shadowRoot", element);
          const shown = root && isSeen(root) ? ask(Node, "textContent", root) : "";
          const isText = isSeen(element);
          if (shown.includes(wrong)) {
            return "another answer";
          }
          return shown.includes(right) ? (isText ? "both" : "card") : isText ? "text" : "nothing";
        };
        const shows = async (/** @type {[string, string]} */ expected) => {
          let what = look(expected);
          for (let turn = 0; turn < 25 && what !== "card"; turn += 1) {
            await pause(20);
            what = look(expected);
          }
          return what;
        };
        let what = await shows(texts);
        if (at === "afterwards") {
          Reflect.get(/** @type {Window} */ (frame.contentWindow), "eval")(`{ ${line} }`);
          ask(Element, "setAttribute", element, "hours", "38");
          what = await shows([texts[1], texts[0]]);
        }
        frame.remove();
        return what;
      };
      /** @type {[string, string][]} */
      const outcome = [];
      const left = [...lines];
      const work = async () => {
        for (let line = left.pop(); line; line = left.pop()) {
          outcome.push([line, await see(line)]);
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      return /** @type {any} */ (outcome);
    },
    some,
    when,
    [FIRST, SECOND],
  );

for (const [when, title] of /** @type {const} */ ([
  ["before", "before the script comes"],
  ["between", "between the script and the element"],
  ["afterwards", "when there is a card, and then asks another question"],
])) {
  it(`a page that replaces one of ${LINES.length} things ${title} shows the card or the text inside`, async () => {
    await browser.open("/hosts/replaced-classes/empty.html");
    const outcome = [];
    // A driver waits for a script half a minute.
    for (let place = 0; place < LINES.length; place += 30) {
      outcome.push(...(await seen(when, LINES.slice(place, place + 30))));
    }
    assert.equal(outcome.length, LINES.length);
    const wrong = outcome.filter(([, what]) => what === "nothing" || what === "another answer");
    assert.deepEqual(wrong, []);
    // What holds no answer together is missed by none of them.
    const cards = outcome.filter(([, what]) => what === "card");
    assert.ok(cards.length > LINES.length / 2, `${cards.length} of ${LINES.length} show the card`);
    for (const name of ["Document", "Element", "Node", "HTMLElement", "CSSStyleSheet"]) {
      assert.ok(
        cards.some(([line]) => line.startsWith(`window.${name} = `)),
        `the card without ${name}`,
      );
    }
  });
}
