/** What the reader is asked: treatment, activity and time, as far as the page's owner has not said it. */
import type { Choice, ChoiceGroup, Form, SettingsView, View } from "generated/wasm";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { each } from "./each";
import { Field } from "./elements";
import { useLabels } from "./labels";
import { Radio } from "./Radio";

interface FormProps {
  settings: SettingsView;
  form: Form;
  view: View;
  isFolded: boolean;
  actions: Actions;
}

/**
 * No `<form>`: the answer comes while one chooses, and the Enter key, which sends a
 * form, would leave the page.
 */
export function AskForm({ settings, form, view, isFolded, actions }: FormProps) {
  const labels = useLabels().view;
  const { asks } = settings;
  const { missing } = view;
  return (
    <section class="card body ask" part="form" hidden={isFolded}>
      <div class="fields">
        {settings.linkIncomplete && (
          <p class="error" role="alert">
            {settings.linkIncomplete}
          </p>
        )}
        <div class="pair">
          {asks.treatment && (
            <div class="field">
              <label for="treatment">
                <span class="label">{labels.treatment}</span>
              </label>
              <p class="hint" id="treatment-hint">
                {labels["not-fillers"]}
              </p>
              <Select
                name="treatment"
                id="treatment"
                groups={settings.treatments}
                first={labels.choose}
                value={form.treatment}
                isWrong={missing.treatment !== null}
                describedBy={missing.treatment ? "treatment-error" : "treatment-hint"}
                onChoose={(treatment) => actions.changeForm({ treatment })}
              />
              {missing.treatment && (
                <p class="error" id="treatment-error" role="alert">
                  {missing.treatment}
                </p>
              )}
            </div>
          )}
          {asks.activity && (
            <Field label={labels.activity}>
              <Select
                name="activity"
                choices={settings.activities}
                preset={settings.defaultActivity}
                value={form.activity}
                onChoose={(activity) => actions.changeForm({ activity })}
              />
            </Field>
          )}
        </div>
        {asks.when && <When form={form} view={view} actions={actions} />}
        <button class="button primary show" type="button" onClick={() => actions.showAnswer()}>
          {labels["show-answer"]}
        </button>
      </div>
    </section>
  );
}

interface SelectProps {
  name: string;
  id?: string;
  choices?: readonly Choice[];
  /** Choices, some of them under a name. */
  groups?: readonly ChoiceGroup[];
  /** What stands for no choice. */
  first?: string;
  /** What is chosen before the reader does. */
  preset?: string;
  value: string;
  isWrong?: boolean;
  /** The ids of the sentences that belong to it. */
  describedBy?: string;
  onChoose: (value: string) => void;
}

/** The attribute `selected`, which does not change what is chosen. */
const PRESET = { defaultSelected: true };

const NONE: readonly never[] = [];

/** A list to choose from. Browsers send `input` and `change` for a choice; a tool that helps a person may send one alone. */
export function Select(props: SelectProps) {
  const {
    name,
    id,
    choices = NONE,
    groups = NONE,
    first,
    preset,
    value,
    isWrong,
    describedBy,
    onChoose,
  } = props;
  const options = useMemo(() => {
    const all = (choices: readonly Choice[]) =>
      each(choices, ({ value, name }) => (
        <option
          key={value}
          value={value}
          // Preact leaves the attribute out where it says the same as the text.
          ref={(option) => option?.setAttribute("value", value)}
          {...(value === preset && PRESET)}
        >
          {name}
        </option>
      ));
    return (
      <>
        {first !== undefined && <option value="">{first}</option>}
        {all(choices)}
        {each(groups, ({ name, choices }) =>
          name === null ? (
            all(choices)
          ) : (
            <optgroup key={name} label={name}>
              {all(choices)}
            </optgroup>
          ),
        )}
      </>
    );
  }, [choices, groups, first, preset]);
  const choose = ({ currentTarget }: { currentTarget: HTMLSelectElement }) => {
    if (currentTarget.value !== value) {
      onChoose(currentTarget.value);
    }
  };
  return (
    <select
      class={name}
      id={id}
      value={value}
      aria-invalid={isWrong ? "true" : undefined}
      aria-describedby={describedBy}
      onInput={choose}
      onChange={choose}
    >
      {options}
    </select>
  );
}

function When({ form, view, actions }: Pick<FormProps, "form" | "view" | "actions">) {
  const labels = useLabels().view;
  const isByHours = form.mode === "hours";
  const { missing } = view;
  const isWrong = view.wrong !== null;
  return (
    <fieldset class="when">
      <legend class="label">{labels.when}</legend>
      <div class="quick" role="group" aria-label={labels.quick} aria-describedby="careful">
        {each(view.roughTimes, (name) => (
          <button
            key={name}
            class="button choice"
            type="button"
            onClick={() => actions.chooseRoughTime(name)}
          >
            {labels[`quick-${name}`]}
          </button>
        ))}
      </div>
      <p class="note" id="careful">
        {labels["quick-careful"]}
      </p>
      <div class="modes">
        <label class="mode">
          <Radio
            class="by-clock"
            name="mode"
            isChosen={!isByHours}
            onChoose={() => actions.changeForm({ mode: "clock" })}
          />
          <span>{labels["by-clock"]}</span>
        </label>
        <label class="mode">
          <Radio
            class="by-hours"
            name="mode"
            isChosen={isByHours}
            onChoose={() => actions.changeForm({ mode: "hours" })}
          />
          <span>{labels["by-hours"]}</span>
        </label>
      </div>
      <div class="pair" hidden={isByHours}>
        <Input
          name="date"
          label={labels.date}
          value={form.date}
          missing={missing.date}
          isWrong={isWrong && !isByHours}
          onType={(date) => actions.changeForm({ date })}
          // A page may stay open over midnight.
          more={{ type: "date", max: view.today }}
        />
        <Input
          name="time"
          label={labels.time}
          value={form.time}
          missing={missing.time}
          isWrong={isWrong && !isByHours}
          onType={(time) => actions.changeForm({ time })}
          more={{ type: "time" }}
        />
      </div>
      <div class="since" hidden={!isByHours}>
        <Input
          name="hours"
          label={labels["hours-since"]}
          value={form.hours}
          missing={missing.hours}
          isWrong={isWrong && isByHours}
          onType={(hours) => actions.changeForm({ hours })}
          more={{ type: "text", inputmode: "decimal", autocomplete: "off" }}
        />
      </div>
      <p class="error" id="error" role="alert">
        {view.wrong}
      </p>
    </fieldset>
  );
}

interface InputProps {
  name: string;
  label: string;
  value: string;
  /** What is to be given, where nothing is. */
  missing: string | null;
  /** Whether the sentence under all of them is about this one, too. */
  isWrong: boolean;
  onType: (value: string) => void;
  more:
    | { type: "date"; max: string }
    | { type: "time" }
    | { type: "text"; inputmode: "decimal"; autocomplete: "off" };
}

function Input({ name, label, value, missing, isWrong, onType, more }: InputProps) {
  const errorId = `${name}-error`;
  const type = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    if (currentTarget.value !== value) {
      onType(currentTarget.value);
    }
  };
  return (
    <Field label={label} error={missing} errorId={errorId}>
      <input
        class={name}
        {...more}
        value={value}
        aria-describedby={missing ? errorId : "error"}
        aria-invalid={isWrong || missing ? "true" : "false"}
        onInput={type}
        onChange={type}
      />
    </Field>
  );
}
