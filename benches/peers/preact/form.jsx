/** What is the reader asked? */
import { corpus, say } from "../engine/card.js";
import { missing, quickFill } from "../engine/form.js";

/**
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {import("../engine/card.js").Scene} Scene
 * @typedef {import("../engine/settings.js").Settings} Settings
 */

// Elements that are the same as before are left alone.
const activities = corpus.activities.map(({ id, name }) => (
  <option key={id} value={id}>
    {name}
  </option>
));

const treatments = (
  <>
    <option value="">{say("view.choose")}</option>
    {corpus.treatments.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </>
);

/** @param {{ label: string, children: import("preact").ComponentChildren }} props */
function Field({ label, children }) {
  return (
    <div class="field">
      <label>
        <span class="label">{say(`view.${label}`)}</span>
        {children}
      </label>
    </div>
  );
}

/**
 * @param {{ settings: Settings, form: Form, scene: Scene, change: (part: Partial<Form>) => void,
 *   lead: (form?: Partial<Form>) => void, go: (selector: string) => void }} props
 */
export function AskForm({ settings, form, scene, change, lead, go }) {
  const { asks } = settings;
  return (
    <details
      class="ask"
      part="form"
      open={form.open}
      onToggle={(event) => change({ open: event.currentTarget.open })}
    >
      <summary class="told">
        {scene.told && <span>{scene.told}</span>}
        <span class="change">{say("view.change")}</span>
      </summary>
      <div class="fields">
        <div class="pair">
          {asks.treatment && (
            <Field label="treatment">
              <select
                class="treatment"
                value={form.treatment}
                onChange={(event) => change({ treatment: event.currentTarget.value })}
              >
                {treatments}
              </select>
            </Field>
          )}
          {asks.activity && (
            <Field label="activity">
              <select
                class="activity"
                value={form.activity}
                onChange={(event) => change({ activity: event.currentTarget.value })}
              >
                {activities}
              </select>
            </Field>
          )}
        </div>
        {asks.when && <When form={form} scene={scene} change={change} lead={lead} />}
        <button
          class="show"
          type="button"
          onClick={() => (scene.card ? lead() : go(missing(settings, form)))}
        >
          {say("view.show-answer")}
        </button>
      </div>
    </details>
  );
}

/**
 * @param {{ form: Form, scene: Scene, change: (part: Partial<Form>) => void,
 *   lead: (form?: Partial<Form>) => void }} props
 */
function When({ form, scene, change, lead }) {
  const described = (/** @type {boolean} */ isAsked) =>
    /** @type {const} */ ({
      "aria-describedby": "error",
      "aria-invalid": isAsked && scene.wrong ? "true" : "false",
    });
  return (
    <fieldset class="when">
      <legend class="label">{say("view.when")}</legend>
      <div class="quick" role="group" aria-label={say("view.quick")} aria-describedby="careful">
        {scene.quick.map((quick) => (
          <button
            key={quick.name}
            class="choice"
            type="button"
            onClick={() => lead(quickFill(quick, Date.now()))}
          >
            {say(`view.quick-${quick.name}`)}
          </button>
        ))}
      </div>
      <p class="note" id="careful">
        {say("view.quick-careful")}
      </p>
      <div class="modes">
        <label class="mode">
          <input
            class="by-clock"
            type="radio"
            name="mode"
            checked={!form.byHours}
            onChange={() => change({ byHours: false })}
          />
          <span>{say("view.by-clock")}</span>
        </label>
        <label class="mode">
          <input
            class="by-hours"
            type="radio"
            name="mode"
            checked={form.byHours}
            onChange={() => change({ byHours: true })}
          />
          <span>{say("view.by-hours")}</span>
        </label>
      </div>
      <div class="pair" hidden={form.byHours}>
        <Field label="date">
          <input
            class="date"
            type="date"
            max={scene.today}
            value={form.date}
            {...described(!form.byHours)}
            onInput={(event) => change({ date: event.currentTarget.value })}
          />
        </Field>
        <Field label="time">
          <input
            class="time"
            type="time"
            value={form.time}
            {...described(!form.byHours)}
            onInput={(event) => change({ time: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div class="since" hidden={!form.byHours}>
        <Field label="hours-since">
          <input
            class="hours"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            value={form.hours}
            {...described(form.byHours)}
            onInput={(event) => change({ hours: event.currentTarget.value, typedAt: Date.now() })}
          />
        </Field>
      </div>
      <p class="error" id="error" role="alert">
        {scene.wrong}
      </p>
    </fieldset>
  );
}
