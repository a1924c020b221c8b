/** The card in plain JavaScript: pieces of markup that are copied, and kept up to date by hand. */
import { dataLine, describe, list, say } from "../engine/card.js";
import { firstForm } from "../engine/form.js";
import { ATTRIBUTES, readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { createCalling } from "./calling.js";
import { arriving, createCard, optionalCall } from "./card.js";
import { blueprint, each, find, optional, optionalText, setText } from "./dom.js";
import { createForm } from "./form.js";

/**
 * @typedef {object} State
 * @property {import("../engine/settings.js").Settings} settings
 * @property {import("../engine/form.js").Form} form
 * @property {import("../engine/card.js").Scene} scene
 */

const MINUTE = 60_000;

/** An answer stands so long before it is read out. */
const PAUSE = 700;

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const items = (/** @type {string} */ key) =>
  list(key)
    .map((text) => `<li>${text}</li>`)
    .join("");

const page = blueprint(`
  <div class="root" part="root" lang="en" dir="ltr">
    <i data-at="hint"></i><i data-at="clinic"></i><i data-at="card"></i>
    <section class="help" part="help">
      <h2 class="help-title" tabindex="-1">${say("view.help")}</h2>
      <div class="care emergency">
        <h3></h3><ul>${items("red-flags.emergency")}</ul><i data-at="call"></i>
      </div>
      <div class="care soon">
        <h3>${say("view.soon")}</h3><ul>${items("red-flags.soon")}</ul>
        <p>${say("view.no-driving")}</p><i data-at="contact"></i>
      </div>
    </section>
    <p class="notice">${say("card.notice")}</p>
    <p class="note corpus">${dataLine}</p>
    <p class="note unreviewed">${say("view.unreviewed")}</p>
    <p class="unseen" role="status"></p>
  </div>`);

const clinicAlone = blueprint(`
  <section class="clinic" part="clinic"><p></p><i data-at="contact"></i><dl class="times"></dl></section>`);
const wait = blueprint(`<div class="row"><dt></dt><dd></dd></div>`);

class AftercarePeer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #minute;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {string | undefined} */
  #spoken;
  /** @type {(() => void) | undefined} */
  #update;
  #isWaiting = false;

  connectedCallback() {
    this.#mount();
  }

  disconnectedCallback() {
    clearTimeout(this.#minute);
    clearTimeout(this.#pause);
    this.#update = undefined;
  }

  attributeChangedCallback() {
    // Several changes make one new card.
    if (this.#update && !this.#isWaiting) {
      this.#isWaiting = true;
      queueMicrotask(() => {
        this.#isWaiting = false;
        if (this.isConnected) {
          this.#mount();
        }
      });
    }
  }

  #mount() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    void arriving.then(({ sheet: panelSheet }) => {
      root.adoptedStyleSheets = [sheet, panelSheet];
      this.#update?.();
    });
    const settings = readSettings((name) => this.getAttribute(name));
    const now = Date.now();
    const form = firstForm(settings, now);
    /** @type {State} */
    const state = { settings, form, scene: describe(settings, form, now) };
    const node = page();
    const status = find(node, ".unseen");
    const change = (/** @type {Partial<State["form"]>} */ part) => {
      state.form = { ...state.form, ...part };
      this.#update?.();
    };
    const go = (/** @type {string} */ selector) => find(node, selector).focus();
    const lead = () => {
      change({ open: false });
      this.#spoken = state.scene.spoken;
      clearTimeout(this.#pause);
      go(".status");
    };
    const ownForm = settings.hasForm ? createForm(state, change, lead) : undefined;
    if (ownForm) {
      node.prepend(ownForm.node);
    }
    const hint = optionalText(node, "hint", "p", "hint");
    const clinic = optional(node, "clinic", createClinicAlone);
    const card = optional(node, "card", () => createCard(go));
    const emergency = createCalling(find(node, ".emergency h3"));
    const call = optionalCall(node, "call");
    const contact = optionalCall(node, "contact");
    const draw = () => {
      const { scene } = state;
      ownForm?.update();
      hint(scene.hint);
      clinic(scene.clinic && { scene, waits: scene.clinic.waits });
      card(scene.card && { card: scene.card, scene });
      emergency(scene.emergency);
      call(scene.call || undefined);
      contact(scene.contact);
      this.#announce(scene.spoken, status, !settings.hasForm);
      this.#schedule(scene.isLive);
    };
    this.#spoken = undefined;
    this.#update = () => {
      state.scene = describe(settings, state.form, Date.now());
      draw();
    };
    draw();
    root.replaceChildren(node);
  }

  /**
   * @param {string} spoken
   * @param {HTMLElement} status
   * @param {boolean} isRead whether it is read with the page
   */
  #announce(spoken, status, isRead) {
    if (spoken !== this.#spoken) {
      clearTimeout(this.#pause);
      if (this.#spoken !== undefined || !isRead) {
        this.#pause = setTimeout(() => setText(status, spoken), PAUSE);
      }
      this.#spoken = spoken;
    }
  }

  /** @param {boolean} isLive */
  #schedule(isLive) {
    clearTimeout(this.#minute);
    if (isLive) {
      this.#minute = setTimeout(() => this.#update?.(), MINUTE - (Date.now() % MINUTE));
    }
  }
}

function createClinicAlone() {
  const node = clinicAlone();
  const words = find(node, "p");
  const contact = optionalCall(node, "contact");
  const waits = each(
    find(node, "dl"),
    (/** @type {{ name: string }} */ { name }) => name,
    (/** @type {{ name: string, wait: string }} */ { name, wait: text }) => {
      const node = wait();
      setText(find(node, "dt"), name);
      setText(find(node, "dd"), text);
      return { node, update() {} };
    },
  );
  return {
    node,
    /** @param {{ scene: State["scene"], waits: { name: string, wait: string }[] }} shown */
    update({ scene, waits: own }) {
      setText(words, scene.clinicFirst);
      contact(scene.contact);
      waits(own);
    },
  };
}

customElements.define("aftercare-peer", AftercarePeer);
