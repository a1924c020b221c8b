/** The card in Preact: function components with hooks, in an element of its own. */
import { render } from "preact";
import { ATTRIBUTES, readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { Widget, arriving } from "./widget.jsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

class AftercarePeer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** @type {ShadowRoot | undefined} */
  #root;
  #isWaiting = false;
  #turn = 0;

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    void arriving.then(({ sheet: evidenceSheet }) => (root.adoptedStyleSheets = [sheet, evidenceSheet]));
    this.#root = root;
    this.#render();
  }

  disconnectedCallback() {
    if (this.#root) {
      render(null, this.#root);
    }
    this.#root = undefined;
  }

  attributeChangedCallback() {
    // Several changes make one new card.
    if (this.#root && !this.#isWaiting) {
      this.#isWaiting = true;
      queueMicrotask(() => {
        this.#isWaiting = false;
        this.#render();
      });
    }
  }

  #render() {
    this.#turn += 1;
    const settings = readSettings((name) => this.getAttribute(name));
    if (this.#root) {
      render(<Widget key={settings.hasForm ? this.#turn : "card"} settings={settings} />, this.#root);
    }
  }
}

customElements.define("aftercare-peer", AftercarePeer);
