/**
 * The class of `<aftercare-consensus>`. Importing it registers nothing, and
 * does not throw where there is no browser.
 *
 * The comment on the class is the source of custom-elements.json and of the
 * README's tables; `cargo xtask api` renews these.
 */
import { CHANGED, FAILED, LOAD, PACK, SAVES, SOURCES } from "./calls.js";
import { guarded } from "./guard.js";
import { documentDoes } from "./own.js";
import { pack } from "./pack.js";
import { Mounted } from "./view.js";
import { View, call } from "./wire.js";

/**
 * @typedef {import("./types.js").Guidance} Guidance
 * @typedef {import("./loader.js").Loader} Loader
 */

const TAG = "aftercare-consensus";

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** Every attribute has a property of the same name, in camelCase. */
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

/**
 * One style sheet for all elements of a document, and what of the rest is in it.
 *
 * @type {WeakMap<Document, { sheet: CSSStyleSheet, rest: string }>}
 */
const sheets = new WeakMap();

/** @type {Loader | undefined} */
let loader;

/** Another version that a script of this page brought. @type {string | undefined} */
let rival;

/**
 * Says where the wasm comes from. Nothing is loaded before an element is on a page.
 *
 * @param {Loader} given
 */
export function connect(given) {
  loader = given;
}

/**
 * Registers the element, where there is a browser. Doing it twice is no error; a
 * second version is, which each element on the page then says.
 */
export function define() {
  if (!globalThis.customElements) {
    return;
  }
  const known = customElements.get(TAG);
  if (!known) {
    customElements.define(TAG, AftercareConsensus);
  } else if (Reflect.get(known, "version") !== AftercareConsensus.version) {
    // Whoever was first draws, and so tells.
    Reflect.get(known, "meet")?.(AftercareConsensus.version);
  }
}

/**
 * What published doctors and instructions say about an activity after a
 * botulinum-toxin treatment.
 *
 * Without `hours` and `treated-at` it asks for treatment and time. Space around
 * a value is ignored; a bad value shows an error that names the attribute, never
 * a silent default.
 *
 * @tag aftercare-consensus
 *
 * @attr {string} treatment - What was injected; the reader chooses where it is
 *   absent. Values: a brand, another brand name or a generic name, in any case
 * @attr {string} activity - What is asked about. Where it is absent, the reader
 *   chooses, or it is exercise where there is nothing else to ask. Values: the
 *   id of an activity
 * @attr {string} hours - Hours since the treatment, for a card that stays as it
 *   is. Not together with `treated-at`. Values: a number from 0 up, such as `14`
 *   or `4.5`
 * @attr {string} treated-at - When the treatment was, for a card that goes with
 *   the clock. Values: a date and a time such as `2026-11-21T17:00`, on the
 *   reader's clock; with `Z` or an offset such as `+01:00` behind it, that very
 *   instant
 * @attr {string} lang - The language; that of the page around it where it is
 *   absent, English where there are no words in that. The words of any other are in
 *   a file beside the script. Values: a language code such as `en`, `es` or `es-MX`
 * @attr {"brand" | "generic" | "class"} [names=brand] - How products are named:
 *   as "Botox", as "onabotulinumtoxinA", or as "your injections", which needs a
 *   `treatment`
 * @attr {string} panels - Whose answers are counted; all where it is absent.
 *   Values: ids of panels, with a space or a comma between them
 * @attr {boolean} [ask=false] - Asks the reader where treatment and time are given,
 *   too, and fills them in. Values: no value at all, `true` or `false`
 * @attr {boolean} [compact=false] - Shows the answer alone, and the rest when the
 *   reader asks for it. Values: no value at all, `true` or `false`
 * @attr {"inline" | "page"} [sources=inline] - Where the sources of the answers
 *   are shown: on the card with links, or on the page of sources, to which the
 *   card then links
 * @attr {string} clinic - The clinic's name. Values: up to 100 letters
 * @attr {string} protocol - The clinic's own waits, which stand before everything
 *   else. Values: an activity and its wait, such as `exercise 24h`; a wait in
 *   `min`, `h` or `d`, or `day-end`; a semicolon before the next
 * @attr {string} contact - The clinic's telephone number, as a link beside its
 *   own word and beside when to get help. Values: a telephone number such as
 *   `+44 20 7946 0000`
 * @attr {string} emergency - The number to call in an emergency; "your emergency
 *   number" where it is absent. Values: a telephone number such as `911`
 *
 * @fires {CustomEvent<ChangeDetail>} aftercare-change - Another answer is shown.
 *   It tells no times, so that a page's analytics learns none.
 * @fires {CustomEvent<ErrorDetail>} aftercare-error - There is no answer, or there
 *   is one and the site's owner should mend something.
 *
 * @slot - A text that is useful on its own. It is shown where the widget cannot be.
 *
 * @csspart root - Everything.
 * @csspart form - What the reader is asked.
 * @csspart card - The answer and all that belongs to it.
 * @csspart answer - The head of the card, where the consensus has it.
 * @csspart status - The answer in a few words, in the head.
 * @csspart summary - The sentence that says who says so, and how many.
 * @csspart clinic - The clinic's own word; the head of the card while its wait runs.
 * @csspart consensus - What the others say, below a wait of the clinic that runs.
 * @csspart panel - The count of one panel.
 * @csspart picture - How the counts change with the hours.
 * @csspart help - When to get help.
 * @csspart error - A sentence that says what is wrong.
 *
 * @cssprop --aftercare-font - The typefaces.
 * @cssprop --aftercare-radius - How round the corners of the boxes are.
 * @cssprop --aftercare-surface - Behind the text.
 * @cssprop --aftercare-ink - The text.
 * @cssprop --aftercare-quiet - Text that matters less.
 * @cssprop --aftercare-line - Lines between parts.
 * @cssprop --aftercare-edge - Around what one can fill in.
 * @cssprop --aftercare-accent - Links, the focus, and the edge of the clinic's word.
 * @cssprop --aftercare-fine - What says fine: headline, icon and marks.
 * @cssprop --aftercare-fine-soft - Behind a headline that says fine.
 * @cssprop --aftercare-wait - What says wait: headline, icon and marks.
 * @cssprop --aftercare-wait-soft - Behind a headline that says wait.
 * @cssprop --aftercare-even - What says that there is no clear majority, and marks of answers that are not clear.
 * @cssprop --aftercare-even-soft - Behind a headline that says so.
 * @cssprop --aftercare-none - What says that there are too few answers.
 * @cssprop --aftercare-none-soft - Behind a headline that says so.
 * @cssprop --aftercare-alarm - Errors, and when to call for help.
 */
export class AftercareConsensus extends Base {
  static observedAttributes = ATTRIBUTES;

  /**
   * The version of the package, `+` and the version of its data.
   *
   * @type {string | undefined}
   */
  static get version() {
    return loader?.version;
  }

  /** @internal @param {string} version */
  static meet(version) {
    rival = version;
    const elements = documentDoes(document, "querySelectorAll", TAG);
    for (let place = 0; place < elements.length; place += 1) {
      const element = elements[place];
      if (element instanceof AftercareConsensus) {
        element.#showRival();
      }
    }
  }

  /** @type {Mounted | undefined} */
  #view;
  /** The attributes as they are drawn, once they are. @type {string | undefined} */
  #drawn;
  /** Counts what is begun, so that what is late can be told. */
  #turn = 0;
  #waiting = false;
  #warned = false;
  #rivalTold = false;
  /** What the last event said. @type {string | undefined} */
  #said;
  /** @type {() => void} */
  #settle = () => {};
  /** @type {Promise<this>} */
  #ready = new Promise((resolve) => {
    this.#settle = () => resolve(this);
  });

  /**
   * Fulfilled with the element once it shows all that it is going to, be it an error, and
   * `guidance` can be read. The answer is on the screen before.
   *
   * @type {Promise<this>}
   */
  get ready() {
    return this.#ready;
  }

  /**
   * The card that is shown, or `null` while there is none; so it is at a first look.
   *
   * @type {Guidance | null}
   */
  get guidance() {
    this.#draw();
    const view = this.#view;
    return view ? view.guidance() : null;
  }

  /**
   * What is asked, as a link says it after its `#`, such as
   * `treatment=dysport&activity=exercise&treated-at=2026-11-21T22:00Z`; `null`
   * while something is missing. It tells when the treatment was: keep or pass it
   * on only where the reader asks for that.
   *
   * @type {string | null}
   */
  get question() {
    this.#draw();
    const view = this.#view;
    return view?.question() ?? null;
  }

  connectedCallback() {
    // Set before the class was there, they would hide the accessors.
    for (let place = 0; place < ATTRIBUTES.length; place += 1) {
      const property = camelCase(ATTRIBUTES[place]);
      if (Object.hasOwn(this, property)) {
        const value = Reflect.get(this, property);
        Reflect.deleteProperty(this, property);
        Reflect.set(this, property, value);
      }
    }
    this.#draw();
  }

  disconnectedCallback() {
    // An element that is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#clear();
      }
    });
  }

  adoptedCallback() {
    this.#clear();
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
    // A host that changes several gets one new card.
    if (before !== after && !this.#waiting) {
      this.#waiting = true;
      queueMicrotask(() => {
        this.#waiting = false;
        this.#draw();
      });
    }
  }

  /** Draws where the attributes are others than before. */
  #draw() {
    if (!this.isConnected || !loader) {
      return;
    }
    const drawn = this.#attributes();
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    this.#turn += 1;
    this.#begin(loader, drawn);
  }

  /**
   * Draws at once where the wasm has started; else what a first look says, then the whole.
   *
   * @param {Loader} loader
   * @param {string} drawn
   */
  #begin(loader, drawn) {
    const turn = this.#turn;
    const whole = () => {
      const starting = loader.start();
      if (starting) {
        if (!this.#view) {
          this.#slot();
        }
        starting.then(
          () => turn === this.#turn && this.#speak(drawn),
          (error) => turn === this.#turn && this.#fail(error),
        );
      } else {
        this.#speak(drawn);
      }
    };
    const first = (/** @type {import("./loader.js").First | undefined} */ look) => {
      const mount = look?.(drawn);
      if (mount) {
        this.#mount(mount, drawn, true);
      } else {
        this.#unmount();
      }
    };
    try {
      const look = loader.look?.();
      if (look && "then" in look) {
        this.#slot();
        void look.then((look) => {
          if (turn === this.#turn) {
            first(look);
            whole();
          }
        });
      } else {
        if (look) {
          first(look);
        }
        whole();
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Mounts once there are words in the language that is asked for, or that of the
   * page; in English where they cannot be had.
   *
   * @param {string} attributes
   */
  #speak(attributes) {
    const asked = this.getAttribute("lang")?.trim() ?? pageLanguage(this);
    const pack = guarded(() => call(PACK, 0, asked));
    const mount = (/** @type {string} */ attributes) => this.#mount(mountWhole, attributes, false);
    if (pack === undefined || !loader) {
      mount(attributes);
      return;
    }
    const turn = this.#turn;
    if (!this.#view) {
      this.#slot();
    }
    loader.loadLanguage(pack).then(
      () => turn === this.#turn && mount(attributes),
      (error) => {
        if (turn === this.#turn) {
          mount(this.#attributes(""));
          queueMicrotask(() => turn === this.#turn && sendError(this, error));
        }
      },
    );
  }

  /**
   * @param {import("./view-types.js").Mount} mount
   * @param {string} attributes
   * @param {boolean} isGlance whether the whole is still to come
   */
  #mount(mount, attributes, isGlance) {
    const root = this.#root();
    const before = this.#view;
    this.#view = undefined;
    root.querySelector("slot")?.remove();
    root.querySelector(".own")?.remove();
    const turn = this.#turn;
    // Told when the element is as it says, and never from within the wasm: a
    // listener may do anything, with this element too.
    const tell = (/** @type {() => void} */ event) => {
      queueMicrotask(() => turn === this.#turn && event());
    };
    const owner = {
      [LOAD]: (/** @type {string} */ lang) => void this.#load(lang),
      [CHANGED]: (/** @type {string} */ told) => {
        root.querySelector("slot")?.remove();
        const [status, treatment, activity, kind] = told.split(" ");
        const clinic = kind ? { waiting: kind === "1" || kind === "3", differs: kind > "1" } : null;
        tell(() => this.#say(told, "aftercare-change", { status, treatment, activity, clinic }));
      },
      [FAILED]: (/** @type {string} */ told) => {
        this.#slot();
        const code = told.slice(0, told.indexOf(" "));
        tell(() => this.#say(told, "aftercare-error", { code, message: told.slice(code.length + 1) }));
      },
      [SOURCES]: () => loader?.sources ?? "",
      // A page in a sandbox has no origin of its own, and saves nothing; neither has a file, which does.
      [SAVES]: () => globalThis.origin !== "null" || location.protocol === "file:",
    };
    try {
      this.#view = new Mounted(mount, root, attributes, owner, before);
      const warning = loader?.warning?.();
      if (warning && !this.#warned) {
        // The reader has an answer; only the site's owner needs to know.
        this.#warned = true;
        tell(() => sendError(this, warning));
      }
      this.#showRival();
      if (!isGlance) {
        tell(() => this.#settle());
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #showRival() {
    if (rival && this.#view) {
      const message = `This page loads two versions of this tool: ${AftercareConsensus.version} and ${rival}. The first one is used. For the owner of this site: keep one.`;
      show(this.#root(), message);
      if (!this.#rivalTold) {
        this.#rivalTold = true;
        queueMicrotask(() => sendError(this, { code: "two_versions", message }));
      }
    }
  }

  /** @param {any} error */
  #fail(error) {
    const code = typeof error?.code === "string" ? error.code : "internal";
    const message = `${error?.message ?? error}`;
    const words = code === "internal" ? "The answer cannot be shown here." : message;
    try {
      // Where the reader has the answer, only the site's owner needs to know.
      if (!this.#view?.stays()) {
        this.#unmount();
        this.#root().querySelector(".root")?.remove();
        this.#slot();
        show(this.#root(), words);
      }
    } catch {
      // Without a shadow root the text inside the element is there as it was.
    }
    const turn = this.#turn;
    queueMicrotask(() => {
      if (turn === this.#turn) {
        this.#say(`${code} ${message}`, "aftercare-error", { code, message });
        this.#settle();
      }
    });
    void error?.again?.then(() => {
      if (turn === this.#turn) {
        this.#drawn = undefined;
        this.#draw();
      }
    });
  }

  /** The text inside the element becomes readable. */
  #slot() {
    const root = this.#root();
    if (!root.querySelector("slot")) {
      root.append(documentDoes(this.ownerDocument, "createElement", "slot"));
    }
  }

  /**
   * The attributes, and the language around the element, as the wasm takes them.
   *
   * @param {string} [lang] in the place of both languages; "" for that of the build
   */
  #attributes(lang) {
    let packed = pack("page-lang", lang ?? pageLanguage(this));
    for (let place = 0; place < ATTRIBUTES.length; place += 1) {
      const name = ATTRIBUTES[place];
      const isReplaced = name === "lang" && lang !== undefined;
      packed += pack(name, isReplaced ? null : this.getAttribute(name));
    }
    return packed;
  }

  #root() {
    let root = this.shadowRoot;
    if (!root) {
      root = this.attachShadow({ mode: "open" });
      // Whatever comes, the text inside the element is never hidden by nothing.
      root.append(documentDoes(this.ownerDocument, "createElement", "slot"));
    }
    const sheet = sheetOf(this.ownerDocument);
    if (sheet) {
      root.adoptedStyleSheets = [sheet];
    }
    return root;
  }

  /**
   * An event, unless the last one was the same.
   *
   * @param {string} said all of it as one text
   * @param {"aftercare-change" | "aftercare-error"} type
   * @param {object} detail
   */
  #say(said, type, detail) {
    if (said !== this.#said) {
      this.#said = said;
      send(this, type, detail);
    }
  }

  #clear() {
    this.#turn += 1;
    this.#unmount();
    this.#drawn = undefined;
    this.#said = undefined;
  }

  #unmount() {
    this.#view?.unmount();
    this.#view = undefined;
  }

  /** @param {string} lang the language that is shown, be it in the place of another */
  async #load(lang) {
    const view = this.#view;
    const texts = await loader?.texts(lang).catch((error) => {
      // The reader is told in the list; this is for the site's owner.
      sendError(this, { code: "details_missing", message: `${error.message}` });
      return undefined;
    });
    // The element may have gone, or begun anew, in the meantime.
    if (view && view === this.#view) {
      view.details(texts);
    }
  }
}

// Every element has a `lang` already.
for (let place = 0; place < ATTRIBUTES.length; place += 1) {
  const name = ATTRIBUTES[place];
  if (name === "lang") {
    continue;
  }
  const isFlag = name === "compact" || name === "ask";
  Object.defineProperty(AftercareConsensus.prototype, camelCase(name), {
    // Nothing that a page has put on the prototype of objects.
    // @ts-expect-error null is a prototype
    __proto__: null,
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      const value = this.getAttribute(name);
      return isFlag ? value !== null && value !== "false" : value;
    },
    /**
     * @this {HTMLElement}
     * @param {unknown} value
     */
    set(value) {
      if (value === null || value === undefined || (isFlag && value === false)) {
        this.removeAttribute(name);
      } else {
        this.setAttribute(name, isFlag && value === true ? "" : written(value));
      }
    },
  });
}

/**
 * Mounts the whole view, be it in the place of a first look.
 *
 * @type {import("./view-types.js").Mount}
 */
function mountWhole(attributes, host, before) {
  return before instanceof View
    ? new View(attributes, host, before)
    : new View(attributes + (before ? pack("drawn", "") : ""), host);
}

/**
 * A property's value as its attribute has it: a number that was worked out has no
 * use for more than six decimals.
 *
 * @param {unknown} value
 */
function written(value) {
  return typeof value === "number" ? `${Math.round(value * 1e6) / 1e6}` : `${value}`;
}

/**
 * The style sheet for the elements of a document; none in a browser that cannot
 * share one, where the card has no style.
 *
 * @param {Document} document
 */
function sheetOf(document) {
  let known = sheets.get(document);
  try {
    const rest = `${loader?.restStyle()}`;
    if (known?.rest !== rest) {
      const sheet = known?.sheet ?? new (document.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(`${loader?.style}${rest}`);
      known = { sheet, rest };
      sheets.set(document, known);
    }
  } catch {
    // As it was.
  }
  return known?.sheet;
}

/**
 * Shows a sentence at the end of an element.
 *
 * @param {ShadowRoot} root
 * @param {string} message
 */
function show(root, message) {
  const old = root.querySelector(".problem.own");
  if (old?.textContent === message) {
    // It is not to be read out again at each new try.
    return;
  }
  const text = old ?? documentDoes(root.ownerDocument, "createElement", "p");
  // There may be no words of another language yet.
  text.setAttribute("lang", "en");
  text.setAttribute("part", "error");
  text.setAttribute("role", "alert");
  text.className = "problem own";
  text.textContent = message;
  root.append(text);
}

/**
 * Tells the page, out of shadow roots too.
 *
 * @param {Element} element
 * @param {string} type
 * @param {object} detail
 */
function send(element, type, detail) {
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}

/**
 * Tells the page of what the site's owner should mend.
 *
 * @param {Element} element
 * @param {import("./element-types.js").ErrorDetail} error
 */
function sendError(element, { code, message }) {
  send(element, "aftercare-error", { code, message });
}

/**
 * The language that the page around an element is in, out of shadow roots too.
 *
 * @param {Element} element
 */
function pageLanguage(element) {
  /** @type {Element | null | undefined} */
  let at = element;
  while ((at = at.parentElement ?? /** @type {ShadowRoot} */ (at.getRootNode()).host)) {
    if (at.hasAttribute("lang")) {
      return at.getAttribute("lang") ?? "";
    }
  }
  return "";
}

/** @param {string} name */
function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
