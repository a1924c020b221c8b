/** What is the reader asked? */
import { memo } from "react";
import { corpus, say } from "../engine/card.js";
import { missing, quickFill } from "../engine/form.js";

/**
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {import("../engine/card.js").Scene} Scene
 * @typedef {import("../engine/settings.js").Settings} Settings
 */

const Activities = memo(() =>
  corpus.activities.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  )),
);

const Treatments = memo(() => (
  <>
    <option value="">{say("view.choose")}</option>
    {corpus.treatments.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </>
));

/** @param {{ label: string, children: import("react").ReactNode }} props */
function Field({ label, children }) {
  return (
    <div className="field">
      <label>
        <span className="label">{say(`view.${label}`)}</span>
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
      className="ask"
      part="form"
      open={form.open}
      onToggle={(event) => change({ open: event.currentTarget.open })}
    >
      <summary className="told">
        {scene.told && <span>{scene.told}</span>}
        <span className="change">{say("view.change")}</span>
      </summary>
      <div className="fields">
        <div className="pair">
          {asks.treatment && (
            <Field label="treatment">
              <select
                className="treatment"
                value={form.treatment}
                onChange={(event) => change({ treatment: event.target.value })}
              >
                <Treatments />
              </select>
            </Field>
          )}
          {asks.activity && (
            <Field label="activity">
              <select
                className="activity"
                value={form.activity}
                onChange={(event) => change({ activity: event.target.value })}
              >
                <Activities />
              </select>
            </Field>
          )}
        </div>
        {asks.when && <When form={form} scene={scene} change={change} lead={lead} />}
        <button
          className="show"
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
    <fieldset className="when">
      <legend className="label">{say("view.when")}</legend>
      <div className="quick" role="group" aria-label={say("view.quick")} aria-describedby="careful">
        {scene.quick.map((quick) => (
          <button
            key={quick.name}
            className="choice"
            type="button"
            onClick={() => lead(quickFill(quick, Date.now()))}
          >
            {say(`view.quick-${quick.name}`)}
          </button>
        ))}
      </div>
      <p className="note" id="careful">
        {say("view.quick-careful")}
      </p>
      <div className="modes">
        <label className="mode">
          <input
            className="by-clock"
            type="radio"
            name="mode"
            checked={!form.byHours}
            onChange={() => change({ byHours: false })}
          />
          <span>{say("view.by-clock")}</span>
        </label>
        <label className="mode">
          <input
            className="by-hours"
            type="radio"
            name="mode"
            checked={form.byHours}
            onChange={() => change({ byHours: true })}
          />
          <span>{say("view.by-hours")}</span>
        </label>
      </div>
      <div className="pair" hidden={form.byHours}>
        <Field label="date">
          <input
            className="date"
            type="date"
            max={scene.today}
            value={form.date}
            {...described(!form.byHours)}
            onChange={(event) => change({ date: event.target.value })}
          />
        </Field>
        <Field label="time">
          <input
            className="time"
            type="time"
            value={form.time}
            {...described(!form.byHours)}
            onChange={(event) => change({ time: event.target.value })}
          />
        </Field>
      </div>
      <div className="since" hidden={!form.byHours}>
        <Field label="hours-since">
          <input
            className="hours"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={form.hours}
            {...described(form.byHours)}
            onChange={(event) => change({ hours: event.target.value, typedAt: Date.now() })}
          />
        </Field>
      </div>
      <p className="error" id="error" role="alert">
        {scene.wrong}
      </p>
    </fieldset>
  );
}
