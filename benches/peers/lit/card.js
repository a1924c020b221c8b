/** How does an answer look? */
import { html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { say } from "../engine/card.js";
import { call, icon, items, lineIcon, paragraph } from "./elements.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Page} Page
 */

/** From when, who says so, and what they ask for. @param {Card} card */
const consensus = ({ next, summary, close, conditions, over }) => html`
  ${
    next
      ? html`<p class="next">
          <span>${next.before}</span><time datetime=${ifDefined(next.instant)}>${next.when}</time
          ><span class="left">${next.after}</span>
        </p>`
      : nothing
  }
  <p class="summary" part="summary">
    ${summary.map(({ before, count }) => html`${before}${count ? html`<b>${count}</b>` : nothing}`)}
  </p>
  ${close ? html`<p class="close">${lineIcon("alert")}<span>${close}</span></p>` : nothing}
  ${
    conditions
      ? html`<details class="proviso">
          <summary><span>${conditions.title}</span>${lineIcon("down")}</summary>
          ${items(conditions.list)}<button class="link" type="button">${conditions.see}</button>
        </details>`
      : nothing
  }
  ${paragraph(over, "")}
`;

/** @param {Card} card @param {Page} page */
const answerFirst = (card, page) => html`
  ${
    page.clinic
      ? html`<section class="clinic" part="clinic">
          ${paragraph(card.clinicNone, "")}
          <p>${page.clinic.first}</p>
          ${call(page.contact)}
        </section>`
      : nothing
  }
  <header class="verdict" part="answer" data-status=${card.status}>
    <h2 class="status" part="status" tabindex="-1">${icon(card.status)}<span>${card.title}</span></h2>
    ${consensus(card)}
    <p class="basis">${page.basis}</p>
  </header>
`;

/** The clinic's own wait. @param {NonNullable<Card["clinic"]>} clinic @param {Page} page */
const clinicFirst = (clinic, page) => html`
  <header class="verdict" part="clinic" data-status="clinic">
    <h2 class="status" tabindex="-1">${icon("clinic")}<span>${clinic.title}</span></h2>
    <p class="next">${clinic.left}</p>
    <p>${clinic.first}</p>
    ${call(page.contact, "call button primary")}
  </header>
`;

/** What the others say, under the clinic's word, in one line that opens. @param {Card} card */
const others = (card) => html`
  <details class="card others" part="consensus" data-status=${card.status}>
    <summary class="row">
      ${icon(card.status)}
      <h2><span>${say("clinic.consensus")}</span><b>${card.title}</b></h2>
      ${lineIcon("right")}
    </summary>
    <div class="opened">
      ${consensus(card)}
      <p class="basis">${say("head.opinions")}</p>
    </div>
  </details>
`;

/** @param {NonNullable<Card["remind"]>} link */
const remind = (link) => html`
  <div class="act">
    <div class="remind">
      <p class="saves">
        <a class="button" href=${link.href} download="reminder.ics">${lineIcon("bell")}<span>${link.text}</span></a
        ><span class="note">${say("view.remind-note")}</span>
      </p>
      <div class="refused" role="status"></div>
    </div>
  </div>
`;

/** @param {Page["alarm"]} alarm */
const alarmLine = ({ signs, call: text, href }) => html`
  <div class="alarm">
    <p>${signs}</p>
    ${href ? call({ href, text }, "link") : html`<b>${text}</b>`}
  </div>
`;

/** @param {Card} card @param {Page} page @param {(() => void) | undefined} unfold */
export const answerCard = (card, page, unfold) => html`
  <section class="card answer" part="card">
    <div class="question">
      <div>
        <p class="asked">${card.asked}</p>
        ${paragraph(card.treated, "treated")}
      </div>
      ${
        unfold
          ? html`<button class="link" type="button" @click=${unfold}>${say("view.change")}</button>`
          : nothing
      }
    </div>
    ${card.clinic ? clinicFirst(card.clinic, page) : answerFirst(card, page)} ${alarmLine(page.alarm)}
    ${card.remind ? remind(card.remind) : nothing} ${paragraph(card.stale, "stale")}
  </section>
  ${card.clinic ? others(card) : nothing}
`;

/** The clinic's waits where there is no answer yet. @param {NonNullable<Page["clinic"]>} clinic @param {Page} page */
export const clinicWaits = (clinic, page) => html`
  <section class="card body clinic" part="clinic">
    <p>${clinic.first}</p>
    ${call(page.contact)}
    <dl class="times">
      ${clinic.waits.map(
        ({ name, wait }) =>
          html`<div class="value">
            <dt>${name}</dt>
            <dd>${wait}</dd>
          </div>`,
      )}
    </dl>
  </section>
`;
