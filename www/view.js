/** The page's side of a view: it hears the reader, reads the form and shows the card. */
import { calendar, now, parse, write } from "./calendar.js";
import {
  ACT,
  ANSWER,
  CALENDAR,
  CARD,
  DETAILS,
  FIND,
  FREE,
  MISS,
  NOW,
  OPEN,
  OVER,
  PAINT,
  PARSE,
  QUESTION,
  TOUCH,
  UPDATE,
  WRITE,
} from "./calls.js";
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

/**
 * @typedef {import("./view-types.js").Owner} Owner
 */

/** A view in an element of the page, until it is unmounted. */
export class Mounted {
  /** What is drawn is in here. @type {HTMLElement} */
  #container;
  /** @type {import("./view-types.js").AnyView} */
  #view;
  /** Whether it is unmounted: by its element, or since its page is no more. */
  #ended = false;
  /** A button that was pressed before the whole was there. @type {Element | undefined} */
  #pressed;
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
    const pressed = before && before.#pressed;
    if (pressed) {
      this.#act(pressed);
    }
  }

  /** Looks at the form and the clock, and shows what has changed. */
  update() {
    this.#view.ask(UPDATE);
  }

  /** Whether its page is no more, since the frame that held it is not. */
  gone() {
    return !this.#container.ownerDocument.defaultView;
  }

  due() {
    return this.#view.due();
  }

  guidance() {
    return this.#ended ? null : answered(() => this.#view.ask(CARD));
  }

  question() {
    return this.#ended ? undefined : guarded(() => this.#view.ask(QUESTION));
  }

  /** Whether it is an answer of a first look, which stays where the whole could not be loaded. */
  stays() {
    return this.#view.ask(MISS) !== undefined;
  }

  /** @param {string | undefined} packed the texts of the answers */
  details(packed) {
    if (!this.#ended) {
      guarded(() => this.#view.ask(DETAILS, packed, packed === undefined ? 0 : 1));
    }
  }

  /** Leaves nothing running and nothing drawn. */
  unmount() {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#leave();
    this.#view.ask(FREE);
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

  /** What a view can do to the page. */
  #hands() {
    return {
      [PAINT]: (/** @type {string} */ markup) => {
        const lang = markup.slice(0, markup.indexOf("\x01"));
        // Even the same language, set again, makes a browser work out the style of everything.
        if (this.#container.lang !== lang) {
          this.#container.lang = lang;
        }
        paint(this.#container, markup.slice(lang.length));
      },
      [TOUCH]: (/** @type {string} */ told) => this.#touch(told),
      [NOW]: now,
      [PARSE]: parse,
      [CALENDAR]: (/** @type {string} */ _, /** @type {number} */ at) => calendar(at),
      [WRITE]: write,
      [FIND]: (/** @type {string} */ name) => this.#find(name),
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

  /**
   * Reads, fills in and does what the wasm says, so that it needs no hand for each. U+0002
   * ends each order, U+0001 stands between its parts: a name for what is read, a
   * selector, a member of the elements that are found, and what is given to it. What is
   * read is packed; of a place on the screen, left and width.
   *
   * @param {string} orders
   */
  #touch(orders) {
    let packed = "";
    const lines = orders.split("\x02");
    for (let line = 0; line < lines.length - 1; line += 1) {
      const [name, selector, member, ...given] = lines[line].split("\x01");
      const found = this.#container.querySelectorAll(selector);
      for (let place = 0; place < found.length; place += 1) {
        const element = /** @type {any} */ (found[place]);
        if (typeof element[member] === "function") {
          const answer = element[member](...given);
          packed += pack(name, `${answer?.left} ${answer?.width}`);
        } else if (given.length) {
          [element[member]] = given;
        } else {
          packed += pack(name, element[member]);
        }
      }
    }
    return packed;
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
      const button = target.closest("[data-act]");
      if (button) {
        this.#act(button);
      }
      const section = target.closest("summary")?.parentElement;
      if (section) {
        // It is drawn before it opens, so that nobody sees it empty.
        this.#view.ask(OPEN, section.className);
      }
    } else if (type === "pointermove" || type === "pointerout") {
      const { buttons, clientX } = /** @type {PointerEvent} */ (event);
      // A finger and a pressed button move the marker instead.
      const isOver = type === "pointermove" && !buttons && target.closest(".look-at");
      this.#view.ask(OVER, "", isOver ? clientX : NaN);
    } else if ((type === "input" || type === "change") && target.closest(".ask")) {
      this.#heard = type === "input" ? [target, target.value] : undefined;
      // The answer first: what stands under it comes when that has been painted.
      this.#view.ask(ANSWER);
    } else {
      this.update();
    }
    schedule();
  };

  /**
   * Does what a button says.
   *
   * @param {Element} button
   */
  #act(button) {
    const act = `${button.getAttribute("data-act")}`;
    if (this.#view.isFirst && !act.startsWith("go ")) {
      this.#pressed = button;
      return;
    }
    const place = this.#view.ask(ACT, act);
    if (place) {
      // Within the list there is nothing to go back from.
      if (place.startsWith(".") && !button.closest(".who-says-what")) {
        this.#container.querySelector("[data-origin]")?.removeAttribute("data-origin");
        button.setAttribute("data-origin", "");
      }
      this.update();
      const goal = /** @type {HTMLElement | null} */ (this.#container.querySelector(place));
      goal?.scrollIntoView();
      goal?.focus();
    }
  }
}
