/** Does the element show a card or say what is wrong, whatever is done to it? */
import fc from "fast-check";
import { make, texts, values } from "./values.js";

/** @typedef {import("./world.js").World} World */

const TAG = "aftercare-consensus";

const ATTRIBUTES = [
  "treatment",
  "activity",
  "hours",
  "treated-at",
  "lang",
  "names",
  "panels",
  "ask",
  "compact",
  "sources",
  "clinic",
  "protocol",
  "contact",
  "emergency",
];

/** A sound set of attributes, so that there is something to spoil. */
const SOUND = [
  { treatment: "dysport", hours: "14" },
  { treatment: "botox", "treated-at": "2026-11-21T17:00", clinic: "Elm Street", protocol: "exercise 24h" },
  { treatment: "xeomin", "treated-at": "2026-11-21T17:00Z", ask: "", compact: "" },
  { names: "generic" },
];

const which = fc.nat(3);
const attribute = fc.constantFrom(...ATTRIBUTES);

/** Something that a page, a reader or the clock does. */
export const changes = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("set"), which, attribute, text: texts }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("sound"), which, of: fc.nat(SOUND.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("drop"), which, attribute }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("property"), which, attribute, value: values }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom("remove", "append", "move", "shadow", "fragment", "frame", "clone", "read"),
      which,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("click", "focus", "type", "toggle", "fire"),
      which,
      control: fc.nat(60),
      text: texts,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("listen"),
      type: fc.constantFrom(
        "focusout",
        "focusin",
        "blur",
        "input",
        "change",
        "click",
        "aftercare-change",
        "aftercare-error",
      ),
      then: fc.constantFrom("read", "set", "remove", "ask"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("wait"), milliseconds: fc.integer({ min: -1e11, max: 1e11 }) }),
  },
);

/** @type {[string, EventListener][]} */
let heard = [];

const all = () => [...document.querySelectorAll(`${TAG}.tried`)];

/** @param {number} place */
function elementAt(place) {
  const known = all();
  if (known.length > place) {
    return known[place];
  }
  const made = document.createElement(TAG);
  made.className = "tried";
  made.append("Ask your clinic when exercise is OK.");
  document.querySelector("main")?.append(made);
  return made;
}

/**
 * @param {World} world
 * @param {any} step
 */
export async function carryOut(world, step) {
  const { does } = step;
  if (does === "listen") {
    listen(world, step);
  } else if (does === "wait") {
    Reflect.get(window, "__advance")(step.milliseconds);
    document.dispatchEvent(new Event("visibilitychange"));
  } else {
    try {
      change(world, /** @type {any} */ (elementAt(step.which)), step);
    } catch (error) {
      // A listener of `blur` has moved what the browser was about to move; a frame has errors of its own.
      if (/** @type {any} */ (error)?.name !== "NotFoundError") {
        throw error;
      }
    }
  }
  // It draws in the next microtask.
  await undefined;
  await undefined;
}

/**
 * @param {World} world
 * @param {any} step
 */
function listen(world, { type, then }) {
  const listener = (/** @type {Event} */ event) => {
    const own = event.composedPath().find((one) => one instanceof Element && one.localName === TAG);
    const element = /** @type {any} */ (own ?? elementAt(0));
    try {
      if (then === "set") {
        element.setAttribute("hours", `${Math.round(event.timeStamp) % 100}`);
      } else if (then === "remove") {
        element.remove();
      } else if (then === "ask") {
        world.assertHonest();
      } else {
        void element.guidance;
        void element.question;
      }
    } catch (error) {
      world.faults.push(`in a listener of ${type}: ${error}`);
    }
  };
  document.addEventListener(type, listener, true);
  heard.push([type, listener]);
}

/**
 * @param {World} world
 * @param {any} element
 * @param {any} step
 */
function change(world, element, { does, attribute, text, value, of, control }) {
  switch (does) {
    case "set":
      element.setAttribute(attribute, text);
      return;
    case "drop":
      element.removeAttribute(attribute);
      return;
    case "sound":
      for (const name of ATTRIBUTES) {
        element.removeAttribute(name);
      }
      for (const [name, good] of Object.entries(SOUND[of])) {
        element.setAttribute(name, good);
      }
      return;
    case "property":
      setProperty(world, element, attribute, value);
      return;
    case "remove":
      element.remove();
      return;
    case "append":
      document.body.append(element);
      return;
    case "move":
      document.querySelector("main")?.prepend(element);
      return;
    case "shadow": {
      const host = document.body.appendChild(document.createElement("div"));
      host.className = "host";
      host.attachShadow({ mode: "open" }).append(element);
      return;
    }
    case "fragment":
      document.createDocumentFragment().append(element);
      return;
    case "frame": {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.className = "host";
      frame.contentDocument?.body.append(element);
      return;
    }
    case "clone":
      document.querySelector("main")?.append(element.cloneNode(true));
      return;
    case "read":
      read(element);
      return;
    default:
      touch(element, does, control, text);
  }
}

/**
 * A property is set as that of any element: what the value's own conversion to
 * text throws comes through, and a symbol has none.
 *
 * @param {World} world
 * @param {any} element
 * @param {string} attribute
 * @param {any} recipe
 */
function setProperty(world, element, attribute, recipe) {
  const property = attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  // An honest element of the browser says what is to be expected.
  const usual = document.createElement("p");
  const outcome = (/** @type {() => void} */ set) => {
    try {
      set();
      return "set";
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  };
  // Both are made before one of them can do anything to the page.
  const [one, other] = [make(recipe, world.act), make(recipe, world.act)];
  const honest = outcome(() => usual.setAttribute("title", one));
  world.clean();
  const own = outcome(() => {
    element[property] = other;
  });
  world.clean();
  if (own !== "set" && own !== honest) {
    throw new Error(`setting ${property} throws ${own}, where an element of the browser says ${honest}`);
  }
}

/** @param {any} element */
function read(element) {
  const card = element.guidance;
  const { question } = element;
  if (card !== null && !(card.status && card.summary)) {
    throw new Error(`the element has no card, but ${JSON.stringify(card)}`);
  }
  if (card === null && question !== null && !element.isConnected) {
    throw new Error(`an element outside of the page asks ${question}`);
  }
}

/**
 * As a reader does it, in what the element shows.
 *
 * @param {Element} element
 * @param {string} does
 * @param {number} control
 * @param {string} text
 */
function touch(element, does, control, text) {
  // A link would lead away.
  const controls = element.shadowRoot?.querySelectorAll("input, select, button, summary, [tabindex]") ?? [];
  const found = /** @type {any} */ (controls[control % Math.max(1, controls.length)]);
  if (!found) {
    return;
  }
  switch (does) {
    case "click":
      found.click();
      return;
    case "focus":
      found.focus();
      return;
    case "toggle": {
      const details = found.closest("details");
      if (details) {
        details.open = !details.open;
      }
      return;
    }
    case "type":
      if (found.localName === "select") {
        found.selectedIndex = control % (found.options.length + 1);
      } else if ("value" in found && found.type !== "file") {
        found.value = text;
      }
      for (const type of ["input", "change"]) {
        found.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
      return;
    default:
      for (const type of ["pointermove", "mousemove", "mouseleave", "keydown", "toggle", "reset", "submit"]) {
        found.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      }
  }
}

/** The page's next turn, without the delay that browsers give to timers. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * After all that: nobody listens any more, and an honest question to an element
 * that has been through it is answered as a call is.
 *
 * @param {World} world
 */
export async function settle(world) {
  for (const [type, listener] of heard) {
    document.removeEventListener(type, listener, true);
  }
  heard = [];
  for (const element of all()) {
    const root = element.shadowRoot;
    const shown = root?.querySelector(".root, slot");
    if (element.isConnected && root && !shown) {
      throw new Error(`an element shows nothing at all: ${element.outerHTML.slice(0, 300)}`);
    }
    read(element);
  }
  const element = /** @type {any} */ (elementAt(0));
  change(world, element, { does: "sound", of: 0 });
  const wanted = JSON.stringify(world.api.guidance("dysport", 14));
  const shows = () => JSON.stringify(element.guidance);
  // The module's wasm comes by promises, and so may the words of a language.
  for (let attempt = 0; attempt < 2000 && shows() !== wanted; attempt += 1) {
    await turn();
  }
  if (shows() !== wanted) {
    throw new Error(`an element with a sound question shows ${shows().slice(0, 200)}`);
  }
  for (const gone of [...all().slice(4), ...document.querySelectorAll(".host")]) {
    gone.remove();
  }
  world.assertHonest();
}
