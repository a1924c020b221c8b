/** The page's side of a view: it hears the reader, reads the form and shows the card. */
import { calendar, now, parse, tick, when } from "./calendar.js";
import { LISTS, readControls } from "./controls.js";
import { answered, guarded } from "./guard.js";
import { documentDoes } from "./own.js";
import { pack } from "./pack.js";
import { paint, release } from "./paint.js";
import { add, remove, schedule } from "./ticker.js";

/**
 * What makes a view look again. Every browser sends both of the first two for a
 * choice in a list, but not every tool that helps a person to make one; what comes
 * twice is looked at once. The focus is
 * for a mark, which says whose answer it is as soon as it has it; the last two are
 * for the picture's numbers under a mouse.
 */
const HEARD = ["input", "change", "toggle", "click", "focusin", "pointermove", "pointerout"];

/** The places of the picture's marker, in minutes; `STEP` in `src/view/picture.rs` is the same. */
const STEP = 30;

/**
 * @typedef {import("./view-types.js").Owner} Owner
 */

/** A view in an element of the page, until it is unmounted. */
export class Mounted {
  /** What is drawn is in here. @type {HTMLElement} */
  #container;
  /** @type {import("./view-types.js").AnyView} */
  #view;
  /** The button that has led the reader to another place of the card. @type {HTMLElement | undefined} */
  #origin;
  /** Whether it is unmounted: by its element, or since its page is no more. */
  #ended = false;
  /** Whether the reader has moved the picture's marker. */
  #moved = false;
  /** The classes of the sections that the reader has opened at some time. */
  #opened = "";
  /** The moment in the picture over which a mouse is. @type {number | undefined} */
  #over;
  /** The control that was heard last, and what was in it. @type {[EventTarget, string] | undefined} */
  #heard;

  /**
   * @param {import("./view-types.js").Mount} mount
   * @param {ShadowRoot} root
   * @param {string} attributes
   * @param {Owner} owner
   * @param {Mounted | undefined} before what is drawn already: for other attributes, or
   *   at a first look
   */
  constructor(mount, root, attributes, owner, before) {
    if (before && before.#ended) {
      before = undefined;
    }
    if (before) {
      before.#leave();
    }
    this.#container = before ? before.#container : documentDoes(root.ownerDocument, "createElement", "div");
    this.#container.className = "root";
    this.#container.setAttribute("part", "root");
    this.#container.dir = "ltr";
    // What is moved loses the focus.
    if (!before) {
      root.append(this.#container);
    }
    const host = { ...this.#hands(), ...owner };
    this.#view = guarded(() => mount(attributes, host, before && before.#view));
    // On their way down, since `toggle` does not come up.
    for (let place = 0; place < HEARD.length; place += 1) {
      this.#container.addEventListener(HEARD[place], this.#hear, true);
    }
    add(this);
  }

  /** Looks at the form and the clock, and shows what has changed. */
  update() {
    this.#view.update();
  }

  /** Whether its page is no more, since the frame that held it is not. */
  gone() {
    return !this.#container.ownerDocument.defaultView;
  }

  due() {
    return this.#view.due();
  }

  guidance() {
    return this.#ended ? null : answered(() => this.#view.guidance());
  }

  question() {
    return this.#ended ? undefined : guarded(() => this.#view.question());
  }

  /** Whether it is a first look, which stays where the whole could not be loaded. */
  stays() {
    this.#view.miss?.();
    return Boolean(this.#view.miss);
  }

  /** @param {string | undefined} packed the texts of the answers */
  details(packed) {
    if (!this.#ended) {
      guarded(() => this.#view.details(packed));
    }
  }

  /** Leaves nothing running and nothing drawn. */
  unmount() {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#leave();
    this.#view.free();
    release(this.#container);
    this.#container.remove();
  }

  /** Leaves nothing running; what is drawn stays. */
  #leave() {
    remove(this);
    for (let place = 0; place < HEARD.length; place += 1) {
      this.#container.removeEventListener(HEARD[place], this.#hear, true);
    }
  }

  /** What the wasm can do to the page. */
  #hands() {
    return {
      now,
      parse,
      calendar: (/** @type {string} */ _, /** @type {number} */ at) => calendar(at),
      when,
      tick,
      fraction: (/** @type {string} */ _, /** @type {number} */ number) => `${number}`,
      paint: (/** @type {string} */ markup) => {
        const lang = markup.slice(0, markup.indexOf("\x01"));
        // Even the same language, set again, makes a browser work out the style of everything.
        if (this.#container.lang !== lang) {
          this.#container.lang = lang;
        }
        paint(this.#container, markup.slice(lang.length));
        // A slider that was moved once no longer goes where its default goes.
        const marker = this.#find("look-at");
        if (marker) {
          marker.value = marker.defaultValue;
        }
      },
      read: () => this.#read(),
      find: (/** @type {string} */ name) => this.#find(name),
      fill: (/** @type {string} */ told) => {
        const space = told.indexOf(" ");
        const control = this.#find(told.slice(0, space));
        if (control) {
          control.value = told.slice(space + 1);
        }
      },
      choose: (/** @type {string} */ name) => {
        const control = this.#find(name);
        if (control) {
          control.checked = true;
        }
      },
      fold: () => this.#find("ask")?.removeAttribute("open"),
    };
  }

  /**
   * The element of a class.
   *
   * @param {string} name
   * @returns {HTMLInputElement | null}
   */
  #find(name) {
    return this.#container.querySelector(`.${name}`);
  }

  #read() {
    const open = this.#container.querySelectorAll("details[open]");
    for (let place = 0; place < open.length; place += 1) {
      this.#note(open[place]);
    }
    const marker = this.#find("look-at");
    // It was painted at its default value, so somebody has moved it.
    this.#moved = marker !== null && (this.#moved || marker.value !== marker.defaultValue);
    return (
      readControls(this.#container) +
      pack("opened", this.#opened) +
      pack("look-at", this.#moved ? marker?.value : undefined) +
      pack("over", this.#over === undefined ? undefined : `${this.#over}`) +
      pack("came", this.#origin && "")
    );
  }

  /**
   * What is opened is drawn, and stays so.
   *
   * @param {Element} section
   */
  #note(section) {
    const { className } = section;
    if (!` ${this.#opened} `.includes(` ${className} `)) {
      this.#opened += `${this.#opened && " "}${className}`;
    }
  }

  /** One listener for everything: what it does is to look at everything again. */
  #hear = (/** @type {Event} */ event) => {
    const { type } = event;
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (type === "change" && this.#heard?.[0] === target && this.#heard[1] === target.value) {
      this.#heard = undefined;
      return;
    }
    if (type === "click") {
      const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
      if (button) {
        this.#act(button, button.getAttribute("data-act") ?? "");
      }
      const section = target.closest("summary")?.parentElement;
      if (section) {
        // It is drawn before it opens, so that nobody sees it empty.
        this.#note(section);
        this.update();
      }
    } else if (type === "pointermove" || type === "pointerout") {
      const over = this.#under(/** @type {PointerEvent} */ (event));
      if (over === this.#over) {
        return;
      }
      this.#over = over;
      this.update();
    } else if ((type === "input" || type === "change") && target.closest(".ask")) {
      this.#heard = type === "input" ? [target, target.value] : undefined;
      // The answer first: what stands under it comes when that has been painted.
      this.#view.answer();
    } else {
      this.update();
    }
    schedule();
  };

  /**
   * Does what a button says.
   *
   * @param {HTMLElement} button
   * @param {string} act
   */
  #act(button, act) {
    const space = act.indexOf(" ");
    const what = space < 0 ? act : act.slice(0, space);
    const how = act.slice(what.length + 1);
    if (what === "quick") {
      this.#view.quick(how);
      if (this.#find("status")) {
        this.#answer();
      }
    } else if (what === "answer") {
      this.#answer();
    } else if (what === "show") {
      this.#show(button, how);
    } else if (what === "go") {
      this.#go(button, how);
    } else if (what === "back") {
      const origin = this.#origin;
      this.#origin = undefined;
      this.update();
      reach(origin);
    } else if (what === "now") {
      this.#moved = false;
      const marker = this.#find("look-at");
      if (marker) {
        marker.value = marker.defaultValue;
      }
      this.update();
      // The button goes with its reason.
      marker?.focus();
    }
  }

  /** Tells the question in one line and goes to the answer; or to what is still to be said. */
  #answer() {
    if (this.#find("status")) {
      this.#find("ask")?.removeAttribute("open");
      this.update();
      this.#view.heard();
      this.#find("status")?.focus();
      return;
    }
    const isOpen = this.#find("treatment")?.value === "";
    const when = this.#find("by-hours")?.checked ? "hours" : "time";
    this.#find(isOpen ? "treatment" : when)?.focus();
  }

  /**
   * Opens the list of answers with these choices, and leads there.
   *
   * @param {HTMLElement} button
   * @param {string} choices one for each list, with a space between
   */
  #show(button, choices) {
    this.#find("more")?.setAttribute("open", "");
    this.#find("who-says-what")?.setAttribute("open", "");
    this.update();
    let rest = choices;
    for (let place = 0; place < LISTS.length; place += 1) {
      const space = rest.indexOf(" ");
      const choice = space < 0 ? rest : rest.slice(0, space);
      rest = rest.slice(choice.length + 1);
      const list = this.#find(LISTS[place]);
      if (list) {
        list.value = choice;
      }
      if (choice) {
        // Nobody is to wonder what is left out.
        list?.closest("details")?.setAttribute("open", "");
      }
    }
    this.#go(button, ".found-title");
  }

  /**
   * Leads from a button to a place of the card.
   *
   * @param {HTMLElement} button
   * @param {string} place
   */
  #go(button, place) {
    // Within the list there is nothing to go back from.
    if (!button.closest(".who-says-what")) {
      this.#origin = button;
    }
    this.update();
    reach(this.#container.querySelector(place));
  }

  /**
   * The moment of the picture under the mouse. A finger and a pressed button move
   * the marker instead.
   *
   * @param {PointerEvent} event
   */
  #under({ type, buttons, target, clientX }) {
    const over = /** @type {Element} */ (target);
    const marker = type === "pointermove" && buttons === 0 ? over.closest(".look-at") : null;
    // The marker is wider than the areas by its knob.
    const areas = marker && this.#find("band")?.getBoundingClientRect();
    if (!areas) {
      return undefined;
    }
    const part = Math.min(Math.max((clientX - areas.left) / areas.width, 0), 1);
    const at = Math.floor(part * Number(/** @type {HTMLInputElement} */ (marker).max));
    return at - (at % STEP);
  }
}

/** @param {HTMLElement | null | undefined} place */
function reach(place) {
  place?.scrollIntoView();
  place?.focus();
}
