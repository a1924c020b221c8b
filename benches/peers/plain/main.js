/** The card in plain JavaScript: pieces of markup that are copied, and kept up to date by hand. */
import { describe, describeSettings } from "../engine/card.js";
import { changed, firstForm } from "../engine/form.js";
import { ATTRIBUTES, readSettings } from "../engine/settings.js";
import style from "../style.css?inline";
import { createCard, createClinicWaits, createOthers } from "./card.js";
import { blueprint, find, optional, setText } from "./dom.js";
import { createForm } from "./form.js";
import { createHelp } from "./help.js";

/**
 * @typedef {object} State
 * @property {import("../engine/settings.js").Settings} settings
 * @property {import("../engine/form.js").Form} form
 * @property {import("../engine/card.js").Scene} scene
 */

const MINUTE = 60_000;

/** An answer stands so long before it is read out. */
const PAUSE = 700;

/** What stands under the head is loaded meanwhile. @type {typeof import("./evidence.js") | undefined} */
let evidence;
const arriving = import("./evidence.js").then((loaded) => (evidence = loaded));

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const shapes = {
  root: blueprint(`
    <div class="root" part="root" lang="en" dir="ltr">
      <div class="page">
        <i data-at="hint"></i><i data-at="clinic"></i><i data-at="card"></i><i data-at="others"></i>
        <i data-at="awaited"></i>
        <p class="unseen" role="status"></p>
      </div>
    </div>`),
  hint: blueprint(`<p class="hint"></p>`),
  awaited: blueprint(`<div class="awaited" aria-busy="true"></div>`),
};

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
    void arriving.then(({ sheet: evidenceSheet }) => {
      root.adoptedStyleSheets = [sheet, evidenceSheet];
      this.#update?.();
    });
    const settings = readSettings((name) => this.getAttribute(name));
    const now = Date.now();
    const form = firstForm(settings, now);
    /** @type {State} */
    const state = { settings, form, scene: describe(settings, form, now) };
    const page = describeSettings(settings);
    const node = shapes.root();
    const status = find(node, ".unseen");
    const help = createHelp(page);
    status.before(...help);
    const change = (/** @type {Partial<State["form"]>} */ part) => {
      const isSubmitted = state.form.isSubmitted && !state.scene.card;
      state.form = changed({ ...state.form, isSubmitted }, part, Date.now());
      this.#update?.();
    };
    const go = (/** @type {string} */ selector) =>
      /** @type {HTMLElement | null} */ (node.querySelector(selector))?.focus();
    const lead = (/** @type {Partial<State["form"]>} */ part = {}) => {
      const now = Date.now();
      const { card } = describe(settings, changed({ ...state.form, isSubmitted: true }, part, now), now);
      if (card) {
        this.#spoken = card.spoken;
        clearTimeout(this.#pause);
      }
      change({ ...part, isSubmitted: !card, isFolded: card !== undefined });
      go(card ? ".status" : "[aria-invalid=true]");
    };
    const unfold = () => {
      change({ isFolded: false });
      go(".ask :is(select,input)");
    };
    const ask = (/** @type {string} */ activity) => {
      if (settings.asks.activity) {
        lead({ activity });
      }
    };
    const ownForm = settings.hasForm ? createForm(state, change, () => lead()) : undefined;
    if (ownForm) {
      node.firstElementChild?.prepend(ownForm.node);
    }
    const hint = optional(node, "hint", () => {
      const node = shapes.hint();
      return { node, update: (/** @type {string} */ text) => setText(node, text) };
    });
    const clinic = optional(node, "clinic", () => createClinicWaits(page));
    const card = optional(node, "card", () => createCard(unfold));
    const others = optional(node, "others", createOthers);
    const awaited = optional(node, "awaited", () => ({ node: shapes.awaited(), update() {} }));
    /** @type {import("./evidence.js").EvidenceView | undefined} */
    let view;
    /** @type {State["scene"]["card"]} */
    let shown;
    const drawEvidence = () => {
      shown = state.scene.card;
      awaited(shown && !evidence ? true : undefined);
      if (!shown) {
        view?.remove();
        view = undefined;
      } else if (evidence) {
        if (!view) {
          view = evidence.createEvidence(ask);
          help[0].before(...view.nodes);
        }
        view.update(shown);
      }
    };
    const draw = () => {
      const { scene, form } = state;
      ownForm?.update();
      hint(scene.card ? undefined : scene.hint);
      clinic(scene.card || !page.clinic ? undefined : true);
      card(scene.card && { card: scene.card, page, isFolded: settings.hasForm && form.isFolded });
      others(scene.card?.clinic && scene.card);
      if (!view || !scene.card) {
        drawEvidence();
      } else if (scene.card !== shown) {
        // It follows when the head is on the screen.
        requestAnimationFrame(() => setTimeout(() => scene === state.scene && drawEvidence()));
      }
      this.#announce(scene.card?.spoken ?? "", status, !settings.hasForm);
      this.#schedule(settings.hasForm || settings.treatedAt !== undefined);
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

customElements.define("aftercare-peer", AftercarePeer);
