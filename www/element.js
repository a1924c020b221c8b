/**
 * The class of `<aftercare-consensus>`. Importing it registers nothing, and
 * does not throw where there is no browser.
 */
import style from "built:style";
import { LoadError } from "./load-error.js";

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** One style sheet for all elements of a page. @type {CSSStyleSheet | undefined} */
let sheet;

/** @type {import("./loader.js").Loader} */
let loader;

/** @param {import("./loader.js").Loader} given */
export function connect(given) {
  loader = given;
}

export class AftercareConsensus extends Base {
  static get version() {
    return loader.version;
  }

  /** @type {import("./glue.js").View | undefined} */
  #view;

  connectedCallback() {
    if (this.#view) {
      return;
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    root.adoptedStyleSheets = [sheet];
    this.#begin(root);
  }

  /** @param {ShadowRoot} root */
  #begin(root) {
    try {
      const started = loader.start();
      if (started instanceof Promise) {
        // The text inside the element stays readable until then.
        root.replaceChildren(document.createElement("slot"));
        started.then(
          (glue) => this.#mount(root, glue),
          (error) => this.#fail(root, error),
        );
      } else {
        this.#mount(root, started);
      }
    } catch (error) {
      this.#fail(root, error);
    }
  }

  /**
   * @param {ShadowRoot} root
   * @param {import("./glue.js").Glue} glue
   */
  #mount(root, glue) {
    if (!this.isConnected || this.#view) {
      return;
    }
    root.replaceChildren();
    this.#view = glue.View.mount(root, undefined, () => this.#load());
    const warning = loader.warning?.();
    if (warning) {
      report(this, warning);
    }
  }

  /**
   * @param {ShadowRoot} root
   * @param {any} error
   */
  #fail(root, error) {
    const sentence = document.createElement("p");
    sentence.setAttribute("part", "error");
    sentence.setAttribute("role", "alert");
    sentence.textContent = error.message;
    root.replaceChildren(document.createElement("slot"), sentence);
    report(this, error);
    error.again?.then(() => this.isConnected && this.#begin(root));
  }

  disconnectedCallback() {
    this.#view?.unmount();
    this.#view = undefined;
  }

  async #load() {
    const view = this.#view;
    const entries = await loader.details().catch(() => null);
    // The element may have gone, or begun anew, in the meantime.
    if (view && view === this.#view) {
      view.details(entries);
    }
  }
}

/** @param {string} [tag] */
export function define(tag = "aftercare-consensus") {
  const { customElements } = globalThis;
  const there = customElements?.get(tag);
  if (customElements && !there) {
    customElements.define(tag, AftercareConsensus);
  } else if (there && Reflect.get(there, "version") !== AftercareConsensus.version) {
    const message = "Site owner: two versions of this widget are on this page; keep one.";
    for (const element of document.querySelectorAll(tag)) {
      report(element, new LoadError("two_versions", message));
    }
  }
}

/**
 * @param {Element} element
 * @param {LoadError} error
 */
function report(element, { code, message }) {
  element.dispatchEvent(
    new CustomEvent("aftercare-error", { bubbles: true, composed: true, detail: { code, message } }),
  );
}
