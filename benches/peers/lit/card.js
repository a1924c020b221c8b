/** How does an answer look? */
import { html, nothing } from "lit";
import { say } from "../engine/card.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Scene} Scene
 */

/** @param {string} path */
const icon = (path) =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d=${path}></path></svg>`;

/** @param {{ href: string, text: string } | "" | undefined} link */
export const call = (link) => (link ? html`<a class="call" href=${link.href}>${link.text}</a>` : nothing);

/** @param {string | undefined} text @param {string} className */
export const paragraph = (text, className) =>
  text ? html`<p class=${className || nothing}>${text}</p>` : nothing;

/** What the others say: the same whether it is the head of the card or not. @param {Card} card */
const words = (card) => html`
  <p class="summary" part="summary">${card.summary}</p>
  <p class="next">${card.next}</p>
  ${
    card.proviso
      ? html`<p class="proviso"><button class="count" type="button">${card.proviso}</button></p>`
      : nothing
  }
  <p class="opinions">${say("view.opinions")}</p>
`;

/** @param {Card} card */
const answer = (card) => html`
  <header class="answer" part="answer" data-status=${card.status}>
    <p class="asked">${card.asked}</p>
    ${icon(card.icon)}
    <h2 class="status" part="status" tabindex="-1">${card.headline}</h2>
    ${words(card)}
  </header>
`;

/** The clinic's own wait, and what the others say. @param {Card} card @param {NonNullable<Card["first"]>} first @param {Scene} scene */
const clinicFirst = (card, first, scene) => html`
  <header class="clinic" part="clinic" data-status=${first.status}>
    <p class="asked">${card.asked}</p>
    ${icon(first.icon)}
    <h2 class="status" tabindex="-1">${first.title}</h2>
    <p class="next">${first.left}</p>
    ${paragraph(first.first, first.differs ? "differ" : "")} ${call(scene.contact)}
  </header>
  <section class="consensus" part="consensus">
    <h3>${say("clinic.consensus")}</h3>
    <p class="panel-status">${card.headline}</p>
    ${words(card)}
  </section>
`;

/** @param {NonNullable<Card["clinicNote"]>} clinicNote @param {Scene} scene */
const clinicNote = (clinicNote, scene) => html`
  <section class="clinic" part="clinic">
    ${paragraph(clinicNote.none, "")}
    <p>${scene.clinicFirst}</p>
    ${call(scene.contact)}
  </section>
`;

/** A sentence that may name a number to call. @param {Scene["alarm"]} sentence */
export const calling = ({ before, call, after }) =>
  html`${before}${call ? html`<a href=${call.href}>${call.text}</a>` : nothing}${after}`;

/**
 * @param {Card} card
 * @param {Scene} scene
 * @param {(selector: string) => void} go
 * @param {typeof import("./panels.js").panels | undefined} panels once they are loaded
 */
export const answerCard = (card, scene, go, panels) => html`
  <section class="card" part="card">
    ${card.clinicNote ? clinicNote(card.clinicNote, scene) : nothing}
    ${card.first ? clinicFirst(card, card.first, scene) : answer(card)}
    <div class="alarm">
      <p>${calling(scene.alarm)}</p>
      <button class="act" type="button" @click=${() => go(".help-title")}>${say("view.help")}</button>
    </div>
    ${paragraph(card.stale, "stale")}
    ${panels ? panels(card) : html`<div class="awaited" aria-busy="true"></div>`}
    <p class="note scope">${say("view.scope")}</p>
  </section>
`;
