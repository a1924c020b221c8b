/** What is the reader asked? */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { corpus, say } from "../engine/card.js";
import { missing, quickFill } from "../engine/form.js";

/**
 * @typedef {import("./main.js").AftercarePeer} Host
 * @typedef {import("../engine/form.js").Form} Form
 */

/** @param {string} label @param {unknown} control */
const field = (label, control) =>
  html`<div class="field"><label><span class="label">${say(`view.${label}`)}</span>${control}</label></div>`;

const treatments = [{ id: "", name: say("view.choose") }, ...corpus.treatments];

/** @param {{ id: string, name: string }[]} choices @param {string} chosen */
const options = (choices, chosen) =>
  choices.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`);

/** @param {Host} host */
export function askForm(host) {
  const { settings, form, scene } = host;
  const change = (/** @type {keyof Form} */ key) => (/** @type {{ target: HTMLSelectElement }} */ event) =>
    host.change({ [key]: event.target.value });
  const { asks } = settings;
  return html`
    <details
      class="ask"
      part="form"
      ?open=${live(form.open)}
      @toggle=${(/** @type {{ target: HTMLDetailsElement }} */ event) => host.change({ open: event.target.open })}
    >
      <summary class="told">
        ${scene.told ? html`<span>${scene.told}</span>` : nothing}<span class="change"
          >${say("view.change")}</span
        >
      </summary>
      <div class="fields">
        <div class="pair">
          ${
            asks.treatment
              ? field(
                  "treatment",
                  html`<select
                    class="treatment"
                    .value=${live(form.treatment)}
                    @change=${change("treatment")}
                  >
                    ${options(treatments, form.treatment)}
                  </select>`,
                )
              : nothing
          }
          ${
            asks.activity
              ? field(
                  "activity",
                  html`<select class="activity" @change=${change("activity")}>
                    ${options(corpus.activities, form.activity)}
                  </select>`,
                )
              : nothing
          }
        </div>
        ${asks.when ? when(host) : nothing}
        <button
          class="show"
          type="button"
          @click=${() => (scene.card ? host.lead() : host.go(missing(settings, form)))}
        >
          ${say("view.show-answer")}
        </button>
      </div>
    </details>
  `;
}

/** @param {Host} host */
function when(host) {
  const { form, scene } = host;
  const invalid = (/** @type {boolean} */ isAsked) => `${isAsked && scene.wrong !== ""}`;
  const change =
    (/** @type {(value: string) => Partial<Form>} */ part) =>
    (/** @type {{ target: HTMLInputElement }} */ event) =>
      host.change(part(event.target.value));
  return html`
    <fieldset class="when">
      <legend class="label">${say("view.when")}</legend>
      <div class="quick" role="group" aria-label=${say("view.quick")} aria-describedby="careful">
        ${repeat(
          scene.quick,
          ({ name }) => name,
          (quick) => html`
            <button class="choice" type="button" @click=${() => host.lead(quickFill(quick, Date.now()))}>
              ${say(`view.quick-${quick.name}`)}
            </button>
          `,
        )}
      </div>
      <p class="note" id="careful">${say("view.quick-careful")}</p>
      <div class="modes">
        <label class="mode">
          <input
            class="by-clock"
            type="radio"
            name="mode"
            .checked=${live(!form.byHours)}
            @change=${() => host.change({ byHours: false })}
          />
          <span>${say("view.by-clock")}</span>
        </label>
        <label class="mode">
          <input
            class="by-hours"
            type="radio"
            name="mode"
            .checked=${live(form.byHours)}
            @change=${() => host.change({ byHours: true })}
          />
          <span>${say("view.by-hours")}</span>
        </label>
      </div>
      <div class="pair" ?hidden=${form.byHours}>
        ${field(
          "date",
          html`<input
            class="date"
            type="date"
            aria-describedby="error"
            aria-invalid=${invalid(!form.byHours)}
            max=${scene.today}
            .value=${live(form.date)}
            @input=${change((date) => ({ date }))}
          />`,
        )}
        ${field(
          "time",
          html`<input
            class="time"
            type="time"
            aria-describedby="error"
            aria-invalid=${invalid(!form.byHours)}
            .value=${live(form.time)}
            @input=${change((time) => ({ time }))}
          />`,
        )}
      </div>
      <div class="since" ?hidden=${!form.byHours}>
        ${field(
          "hours-since",
          html`<input
            class="hours"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-describedby="error"
            aria-invalid=${invalid(form.byHours)}
            .value=${live(form.hours)}
            @input=${change((hours) => ({ hours, typedAt: Date.now() }))}
          />`,
        )}
      </div>
      <p class="error" id="error" role="alert">${scene.wrong}</p>
    </fieldset>
  `;
}
