/** What is the reader asked? */
import { html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { corpus, say, treatmentChoices } from "../engine/card.js";
import { DAYS, PARTS } from "../engine/form.js";
import { lineIcon } from "./elements.js";

/**
 * @typedef {import("./main.js").AftercarePeer} Host
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {{ label: string, hint?: string, error?: string | undefined }} Labels
 */

/** @param {string} id @param {Labels} labels @param {unknown} control */
const field = (id, { label, hint, error }, control) => html`
  <div class=${error ? "field wrong" : "field"}>
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="note" id="${id}-hint">${hint}</p>` : nothing}
    ${
      error
        ? html`<p class="error" id="${id}-error" role="alert">
            ${lineIcon("alert")}<span class="unseen">${say("view.error")}</span><span>${error}</span>
          </p>`
        : nothing
    }
    ${control}
  </div>
`;

/** What a control is described by. @param {string} id @param {string | undefined} error @param {string} [hint] */
const described = (id, error, hint) => ifDefined(error ? `${id}-error` : hint);

/** @param {string | undefined} error */
const invalid = (error) => (error ? "true" : nothing);

/** @param {{ value: string, name: string }[]} choices @param {string} chosen */
const options = (choices, chosen) =>
  choices.map(
    ({ value, name }) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
  );

const activityChoices = corpus.activities.map(({ id, choice }) => ({ value: id, name: choice }));

/** @typedef {{ target: HTMLSelectElement & HTMLInputElement }} Changed */

/** @param {Host} host */
export function askForm(host) {
  const { settings, form, scene } = host;
  const { errors } = scene;
  const { asks } = settings;
  return html`
    <section class="card body ask" part="form" ?hidden=${form.isFolded && scene.card !== undefined}>
      <div class="fields">
        ${
          asks.treatment
            ? field(
                "treatment",
                { label: say("view.treatment"), hint: say("view.not-fillers"), error: errors.treatment },
                html`<span class="select"
                  ><select
                    id="treatment"
                    class="treatment"
                    aria-invalid=${invalid(errors.treatment)}
                    aria-describedby=${described("treatment", errors.treatment, "treatment-hint")}
                    .value=${live(form.treatment)}
                    @change=${(/** @type {Changed} */ { target }) => host.change({ treatment: target.value })}
                  >
                    ${options([{ value: "", name: say("view.choose") }], form.treatment)}
                    ${treatmentChoices.map(
                      ({ name, choices }) =>
                        html`<optgroup label=${name}>${options(choices, form.treatment)}</optgroup>`,
                    )}
                  </select>${lineIcon("down")}</span
                >`,
              )
            : nothing
        }
        ${
          asks.activity
            ? field(
                "activity",
                { label: say("view.activity") },
                html`<span class="select"
                  ><select
                    id="activity"
                    class="activity"
                    @change=${(/** @type {Changed} */ { target }) => host.change({ activity: target.value })}
                  >
                    ${options(activityChoices, form.activity)}
                  </select>${lineIcon("down")}</span
                >`,
              )
            : nothing
        }
        ${
          asks.when
            ? html`<fieldset class="field when">
                <legend>${say("view.when")}</legend>
                ${form.byHours ? hours(host) : dayAndTime(host)}
                <button
                  class="link switch"
                  type="button"
                  @click=${() => host.change({ byHours: !form.byHours })}
                >
                  ${say(form.byHours ? "view.by-clock" : "view.by-hours")}
                </button>
              </fieldset>`
            : nothing
        }
        <button class="button primary show" type="button" @click=${() => host.lead()}>
          ${say("view.show-answer")}
        </button>
      </div>
    </section>
  `;
}

/** @param {Host} host */
const hours = (host) => {
  const { hours: error } = host.scene.errors;
  return field(
    "hours",
    { label: say("view.hours-since"), error },
    html`<div class="with-unit">
      <input
        id="hours"
        class="hours"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${invalid(error)}
        aria-describedby=${described("hours", error)}
        .value=${live(host.form.hours)}
        @input=${(/** @type {Changed} */ { target }) => host.change({ hours: target.value })}
      />
      <span>${say("view.hours-unit")}</span>
    </div>`,
  );
};

/** @param {Host} host */
const dayAndTime = (host) => {
  const { form, scene } = host;
  const { errors, parts, today } = scene;
  return html`
    <div class="segments" role="radiogroup" aria-label=${say("view.day")}>
      ${DAYS.map(
        (day) =>
          html`<label
            ><input
              class=${day}
              type="radio"
              name="day"
              .checked=${live(form.day === day)}
              @change=${() => host.change({ day })}
            /><span>${say(`view.day-${day}`)}</span></label
          >`,
      )}
    </div>
    ${
      form.day === "earlier"
        ? field(
            "date",
            { label: say("view.date"), error: errors.date },
            html`<input
              id="date"
              class="date"
              type="date"
              max=${today}
              aria-invalid=${invalid(errors.date)}
              aria-describedby=${described("date", errors.date)}
              .value=${live(form.date)}
              @input=${(/** @type {Changed} */ { target }) => host.change({ date: target.value })}
            />`,
          )
        : nothing
    }
    ${field(
      "time",
      { label: say("view.time"), error: errors.time },
      html`<input
        id="time"
        class="time"
        type="time"
        aria-invalid=${invalid(errors.time)}
        aria-describedby=${described("time", errors.time)}
        .value=${live(form.time)}
        @input=${(/** @type {Changed} */ { target }) => host.change({ time: target.value })}
      />`,
    )}
    <div class="or">
      <p class="note" id="part-careful">${say("view.part-careful")}</p>
      <div class="chips" role="radiogroup" aria-label=${say("view.part")} aria-describedby="part-careful">
        ${PARTS.map(
          (part) =>
            html`<label
              ><input
                class=${part}
                type="radio"
                name="part"
                .checked=${live(form.part === part)}
                ?disabled=${!parts.includes(part)}
                @change=${() => host.change({ part })}
              /><span>${say(`view.part-${part}`)}</span><small>${say(`view.part-${part}-span`)}</small></label
            >`,
        )}
      </div>
    </div>
  `;
};
