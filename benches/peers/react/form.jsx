/** What is the reader asked? */
import { memo } from "react";
import { corpus, say, treatmentChoices } from "../engine/card.js";
import { DAYS, PARTS } from "../engine/form.js";
import { LineIcon } from "./elements.jsx";

/**
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {import("../engine/card.js").Scene} Scene
 * @typedef {import("../engine/settings.js").Settings} Settings
 * @typedef {import("react").ReactNode} Children
 */

const Activities = memo(() =>
  corpus.activities.map(({ id, choice }) => (
    <option key={id} value={id}>
      {choice}
    </option>
  )),
);

const Treatments = memo(() => (
  <>
    <option value="">{say("view.choose")}</option>
    {treatmentChoices.map(({ name, choices }) => (
      <optgroup key={name} label={name}>
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </optgroup>
    ))}
  </>
));

/** @param {{ id: string, label: string, hint?: string, error?: string | undefined, children: Children }} props */
const Field = ({ id, label, hint, error, children }) => (
  <div className={error ? "field wrong" : "field"}>
    <label htmlFor={id}>{label}</label>
    {hint && (
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p className="error" id={`${id}-error`} role="alert">
        <LineIcon name="alert" />
        <span className="unseen">{say("view.error")}</span>
        <span>{error}</span>
      </p>
    )}
    {children}
  </div>
);

/** What a control says of its field. @param {string} id @param {string} [error] @param {string} [hint] */
const described = (id, error, hint) => ({
  id,
  className: id,
  "aria-invalid": error ? /** @type {const} */ ("true") : undefined,
  "aria-describedby": error ? `${id}-error` : hint,
});

/**
 * @param {{ settings: Settings, form: Form, scene: Scene, change: (part: Partial<Form>) => void,
 *   lead: () => void }} props
 */
export function AskForm({ settings, form, scene, change, lead }) {
  const { asks } = settings;
  const { errors } = scene;
  return (
    <section className="card body ask" part="form" hidden={form.isFolded && scene.card !== undefined}>
      <div className="fields">
        {asks.treatment && (
          <Field
            id="treatment"
            label={say("view.treatment")}
            hint={say("view.not-fillers")}
            error={errors.treatment}
          >
            <span className="select">
              <select
                {...described("treatment", errors.treatment, "treatment-hint")}
                value={form.treatment}
                onChange={(event) => change({ treatment: event.target.value })}
              >
                <Treatments />
              </select>
              <LineIcon name="down" />
            </span>
          </Field>
        )}
        {asks.activity && (
          <Field id="activity" label={say("view.activity")}>
            <span className="select">
              <select
                {...described("activity")}
                value={form.activity}
                onChange={(event) => change({ activity: event.target.value })}
              >
                <Activities />
              </select>
              <LineIcon name="down" />
            </span>
          </Field>
        )}
        {asks.when && (
          <fieldset className="field when">
            <legend>{say("view.when")}</legend>
            {form.byHours ? (
              <Hours form={form} scene={scene} change={change} />
            ) : (
              <DayAndTime form={form} scene={scene} change={change} />
            )}
            <button className="link switch" type="button" onClick={() => change({ byHours: !form.byHours })}>
              {say(form.byHours ? "view.by-clock" : "view.by-hours")}
            </button>
          </fieldset>
        )}
        <button className="button primary show" type="button" onClick={lead}>
          {say("view.show-answer")}
        </button>
      </div>
    </section>
  );
}

/** @param {{ form: Form, scene: Scene, change: (part: Partial<Form>) => void }} props */
const Hours = ({ form, scene: { errors }, change }) => (
  <Field id="hours" label={say("view.hours-since")} error={errors.hours}>
    <div className="with-unit">
      <input
        {...described("hours", errors.hours)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={form.hours}
        onChange={(event) => change({ hours: event.target.value })}
      />
      <span>{say("view.hours-unit")}</span>
    </div>
  </Field>
);

/** @param {{ form: Form, scene: Scene, change: (part: Partial<Form>) => void }} props */
const DayAndTime = ({ form, scene: { errors, parts, today }, change }) => (
  <>
    <div className="segments" role="radiogroup" aria-label={say("view.day")}>
      {DAYS.map((day) => (
        <label key={day}>
          <input
            className={day}
            type="radio"
            name="day"
            checked={form.day === day}
            onChange={() => change({ day })}
          />
          <span>{say(`view.day-${day}`)}</span>
        </label>
      ))}
    </div>
    {form.day === "earlier" && (
      <Field id="date" label={say("view.date")} error={errors.date}>
        <input
          {...described("date", errors.date)}
          type="date"
          max={today}
          value={form.date}
          onChange={(event) => change({ date: event.target.value })}
        />
      </Field>
    )}
    <Field id="time" label={say("view.time")} error={errors.time}>
      <input
        {...described("time", errors.time)}
        type="time"
        value={form.time}
        onChange={(event) => change({ time: event.target.value })}
      />
    </Field>
    <div className="or">
      <p className="note" id="part-careful">
        {say("view.part-careful")}
      </p>
      <div className="chips" role="radiogroup" aria-label={say("view.part")} aria-describedby="part-careful">
        {PARTS.map((part) => (
          <label key={part}>
            <input
              className={part}
              type="radio"
              name="part"
              checked={form.part === part}
              disabled={!parts.includes(part)}
              onChange={() => change({ part })}
            />
            <span>{say(`view.part-${part}`)}</span>
            <small>{say(`view.part-${part}-span`)}</small>
          </label>
        ))}
      </div>
    </div>
  </>
);
