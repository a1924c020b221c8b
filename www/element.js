/**
 * The class of `<aftercare-consensus>`. Importing it registers nothing, and
 * does not throw where there is no browser.
 */
import style from "built:style";

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** One style sheet for all elements of a page. @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * @param {import("./glue.js").Glue} glue
 * @param {import("./types.js").Api["details"]} details
 */
export function createElementClass(glue, details) {
  return class AftercareConsensus extends Base {
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
      try {
        this.#view = glue.View.mount(root, undefined, () => this.#load());
      } catch (error) {
        // The text inside the element stays readable.
        root.replaceChildren(document.createElement("slot"));
        throw error;
      }
    }

    disconnectedCallback() {
      this.#view?.unmount();
      this.#view = undefined;
    }

    async #load() {
      const view = this.#view;
      const entries = await details().catch(() => null);
      // The element may have gone, or begun anew, in the meantime.
      if (view && view === this.#view) {
        view.details(entries);
      }
    }
  };
}
