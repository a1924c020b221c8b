/** The card in Lit: a LitElement with reactive properties and html templates. */
import { LitElement, html, nothing, unsafeCSS } from "lit";
import { guard } from "lit/directives/guard.js";
import { describe, describeSettings } from "../engine/card.js";
import { changed, firstForm } from "../engine/form.js";
import { readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { answerCard, clinicWaits } from "./card.js";
import { askForm } from "./form.js";
import { help } from "./help.js";

/** @typedef {import("../engine/form.js").Form} Form */

/** What stands under the head is loaded meanwhile. */
const arriving = import("./evidence.js");

const MINUTE = 60_000;

/** An answer stands so long before it is read out. */
const PAUSE = 700;

/** What is no attribute. */
const STATE = ["form", "now", "said", "evidence", "shown"];

export class AftercarePeer extends LitElement {
  static styles = unsafeCSS(style);

  static properties = {
    treatment: {},
    activity: {},
    hours: {},
    treatedAt: { attribute: "treated-at" },
    ask: {},
    clinic: {},
    protocol: {},
    contact: {},
    emergency: {},
    ...Object.fromEntries(STATE.map((name) => [name, { state: true }])),
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #minute;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {string | undefined} */
  #spoken;
  /** Where the focus goes with the next update. */
  #goal = "";

  constructor() {
    super();
    this.now = Date.now();
    this.said = "";
    /** @type {typeof import("./evidence.js").evidence | undefined} */
    this.evidence = undefined;
    this.settings = readSettings(() => null);
    this.page = describeSettings(this.settings);
    this.form = firstForm(this.settings, this.now);
    this.scene = describe(this.settings, this.form, this.now);
    /** The answer of what stands under the head, which follows it. */
    this.shown = this.scene.card;
  }

  firstUpdated() {
    void arriving.then(({ evidence, sheet }) => {
      this.shadowRoot?.adoptedStyleSheets.push(sheet);
      this.evidence = evidence;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#minute);
    clearTimeout(this.#pause);
  }

  /** @param {Partial<Form>} part */
  change(part) {
    this.now = Date.now();
    const isSubmitted = this.form.isSubmitted && !this.scene.card;
    this.form = changed({ ...this.form, isSubmitted }, part, this.now);
  }

  /** @param {string} selector */
  go(selector) {
    this.#goal = selector;
    this.requestUpdate();
  }

  /** To the answer, or to what is missing. @param {Partial<Form>} [part] */
  lead(part = {}) {
    this.change({ ...part, isSubmitted: true });
    const { card } = describe(this.settings, this.form, this.now);
    if (card) {
      this.change({ isSubmitted: false, isFolded: true });
      this.#spoken = card.spoken;
    }
    this.go(card ? ".status" : "[aria-invalid=true]");
  }

  /** @param {string} activity */
  askActivity(activity) {
    if (this.settings.asks.activity) {
      this.lead({ activity });
    }
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (!this.hasUpdated || [...changed.keys()].some((key) => !STATE.includes(`${String(key)}`))) {
      this.settings = readSettings((name) => this.getAttribute(name));
      this.page = describeSettings(this.settings);
      this.form = firstForm(this.settings, this.now);
    } else if (!changed.has("form") && !changed.has("now")) {
      return;
    }
    this.scene = describe(this.settings, this.form, this.now);
  }

  updated() {
    const { card } = this.scene;
    const spoken = card?.spoken ?? "";
    if (spoken !== this.#spoken) {
      clearTimeout(this.#pause);
      if (this.#spoken !== undefined || this.settings.hasForm) {
        this.#pause = setTimeout(() => (this.said = spoken), PAUSE);
      }
      this.#spoken = spoken;
    }
    if (this.shown !== card) {
      requestAnimationFrame(() => setTimeout(() => (this.shown = this.scene.card)));
    }
    clearTimeout(this.#minute);
    if ((this.settings.hasForm || this.settings.treatedAt) && this.isConnected) {
      this.#minute = setTimeout(() => (this.now = Date.now()), MINUTE - (Date.now() % MINUTE));
    }
    if (this.#goal) {
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.#goal))?.focus();
      this.#goal = "";
    }
  }

  #unfold() {
    this.change({ isFolded: false });
    this.go(".ask :is(select,input)");
  }

  render() {
    const { settings, form, scene, page, shown } = this;
    const { card } = scene;
    const unfold = settings.hasForm && form.isFolded ? () => this.#unfold() : undefined;
    return html`
      <div class="root" part="root" lang="en" dir="ltr">
        <div class="page">
          ${settings.hasForm ? askForm(this) : nothing}
          ${
            card
              ? html`${answerCard(card, page, unfold)}
                ${
                  this.evidence && shown
                    ? this.evidence(shown, (activity) => this.askActivity(activity))
                    : html`<div class="awaited" aria-busy="true"></div>`
                }`
              : html`<p class="hint">${scene.hint}</p>
                  ${page.clinic ? clinicWaits(page.clinic, page) : nothing}`
          }
          ${guard([page], () => help(page))}
          <p class="unseen" role="status">${this.said}</p>
        </div>
      </div>
    `;
  }
}

customElements.define("aftercare-peer", AftercarePeer);
