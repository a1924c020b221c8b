/** The card in React: function components with hooks, in an element of its own. */
import { createRoot } from "react-dom/client";
import { ATTRIBUTES, readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { Widget, arriving } from "./widget.jsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

class AftercarePeer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** @type {import("react-dom/client").Root | undefined} */
  #root;
  #isWaiting = false;
  #turn = 0;

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    void arriving.then(({ sheet: evidenceSheet }) => (root.adoptedStyleSheets = [sheet, evidenceSheet]));
    this.#root = createRoot(root);
    this.#render();
  }

  disconnectedCallback() {
    this.#root?.unmount();
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
    this.#root?.render(<Widget key={settings.hasForm ? this.#turn : "card"} settings={settings} />);
  }
}

customElements.define("aftercare-peer", AftercarePeer);
