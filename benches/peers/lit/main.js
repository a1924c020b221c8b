/** The card in Lit: a LitElement with reactive properties and html templates. */
import { LitElement, html, nothing, unsafeCSS } from "lit";
import { dataLine, describe, list, say } from "../engine/card.js";
import { firstForm } from "../engine/form.js";
import { readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { answerCard, call, calling } from "./card.js";
import { askForm } from "./form.js";

/** @typedef {import("../engine/form.js").Form} Form */

/** The panels are loaded meanwhile. */
const arriving = import("./panels.js");

const MINUTE = 60_000;

/** An answer stands so long before it is read out. */
const PAUSE = 700;

/** @param {string} of */
const items = (of) =>
  html`<ul>
    ${list(of).map((text) => html`<li>${text}</li>`)}
  </ul>`;

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
    form: { state: true },
    now: { state: true },
    said: { state: true },
    panels: { state: true },
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
    /** @type {typeof import("./panels.js").panels | undefined} */
    this.panels = undefined;
    this.settings = readSettings(() => null);
    /** @type {Form} */
    this.form = firstForm(this.settings, this.now);
    this.scene = describe(this.settings, this.form, this.now);
  }

  firstUpdated() {
    void arriving.then(({ panels, sheet }) => {
      this.shadowRoot?.adoptedStyleSheets.push(sheet);
      this.panels = panels;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#minute);
    clearTimeout(this.#pause);
  }

  /** @param {Partial<Form>} part */
  change(part) {
    this.form = { ...this.form, ...part };
    this.now = Date.now();
  }

  /** @param {string} selector */
  go(selector) {
    this.#goal = selector;
    this.requestUpdate();
  }

  /** To the answer, with what is said last. @param {Partial<Form>} [part] */
  lead(part) {
    this.change({ ...part });
    this.scene = describe(this.settings, this.form, this.now);
    if (this.scene.card) {
      this.change({ open: false });
      this.#spoken = this.scene.spoken;
      this.go(".status");
    }
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    const isState = (/** @type {PropertyKey} */ key) =>
      ["form", "now", "said", "panels"].includes(`${String(key)}`);
    if (!this.hasUpdated || [...changed.keys()].some((key) => !isState(key))) {
      this.settings = readSettings((name) => this.getAttribute(name));
      this.form = firstForm(this.settings, this.now);
    }
    this.scene = describe(this.settings, this.form, this.now);
  }

  updated() {
    const { spoken, isLive } = this.scene;
    if (spoken !== this.#spoken) {
      clearTimeout(this.#pause);
      if (this.#spoken !== undefined || this.settings.hasForm) {
        this.#pause = setTimeout(() => (this.said = spoken), PAUSE);
      }
      this.#spoken = spoken;
    }
    clearTimeout(this.#minute);
    if (isLive && this.isConnected) {
      this.#minute = setTimeout(() => (this.now = Date.now()), MINUTE - (Date.now() % MINUTE));
    }
    if (this.#goal) {
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.#goal))?.focus();
      this.#goal = "";
    }
  }

  render() {
    const { settings, scene } = this;
    return html`
      <div class="root" part="root" lang="en" dir="ltr">
        ${settings.hasForm ? askForm(this) : nothing}
        ${scene.hint ? html`<p class="hint">${scene.hint}</p>` : nothing}
        ${scene.clinic ? this.#clinicAlone(scene.clinic.waits) : nothing}
        ${scene.card ? answerCard(scene.card, scene, (selector) => this.go(selector), this.panels) : nothing}
        <section class="help" part="help">
          <h2 class="help-title" tabindex="-1">${say("view.help")}</h2>
          <div class="care emergency">
            <h3>${calling(scene.emergency)}</h3>
            ${items("red-flags.emergency")} ${call(scene.call)}
          </div>
          <div class="care soon">
            <h3>${say("view.soon")}</h3>
            ${items("red-flags.soon")}
            <p>${say("view.no-driving")}</p>
            ${call(scene.contact)}
          </div>
        </section>
        <p class="notice">${say("card.notice")}</p>
        <p class="note corpus">${dataLine}</p>
        <p class="note unreviewed">${say("view.unreviewed")}</p>
        <p class="unseen" role="status">${this.said}</p>
      </div>
    `;
  }

  /** @param {{ name: string, wait: string }[]} waits */
  #clinicAlone(waits) {
    return html`
      <section class="clinic" part="clinic">
        <p>${this.scene.clinicFirst}</p>
        ${call(this.scene.contact)}
        <dl class="times">
          ${waits.map(
            ({ name, wait }) =>
              html`<div class="row">
                <dt>${name}</dt>
                <dd>${wait}</dd>
              </div>`,
          )}
        </dl>
      </section>
    `;
  }
}

customElements.define("aftercare-peer", AftercarePeer);
