/** What the reader is asked: treatment, activity and time, as far as the page's owner has not said it. */
import type { Choice, ChoiceGroup, Form, PartOfDay, SettingsView, TreatmentDay, View } from "generated/wasm";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Actions } from "./actions";
import { each } from "./each";
import { LineIcon } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";
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
export const AskForm = memo(function AskForm({ settings, form, view, isFolded, actions }: FormProps) {
  const labels = useLabels().view;
  const { asks } = settings;
  const { errors } = view;
  return (
    <section class="card body ask" part="form" hidden={isFolded}>
      <div class="fields">
        {settings.linkIncomplete && (
          <p class="error" role="alert">
            {settings.linkIncomplete}
          </p>
        )}
        {asks.treatment && (
          <FormField
            id="treatment"
            label={labels.treatment}
            hint={labels["not-fillers"]}
            error={errors.treatment}
          >
            <Select
              name="treatment"
              groups={settings.treatments}
              first={labels.choose}
              value={form.treatment}
              isWrong={errors.treatment !== null}
              onChoose={(treatment) => actions.changeForm({ treatment })}
            />
          </FormField>
        )}
        {asks.activity && (
          <FormField id="activity" label={labels.activity} error={null}>
            <Select
              name="activity"
              choices={settings.activities}
              preset={settings.defaultActivity}
              value={form.activity}
              onChoose={(activity) => actions.changeForm({ activity })}
            />
          </FormField>
        )}
        {asks.when && <When form={form} view={view} actions={actions} />}
        <button class="button primary show" type="button" onClick={() => actions.showAnswer()}>
          {labels["show-answer"]}
        </button>
      </div>
    </section>
  );
});

interface FormFieldProps {
  /** Of the control. */
  id: string;
  label: string;
  hint?: string;
  /** What is missing or wrong. */
  error: string | null;
  children: ComponentChildren;
}

/** A control with its label, and between them what is to be mended. */
export function FormField({ id, label, hint, error, children }: FormFieldProps) {
  const labels = useLabels().view;
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          <LineIcon name="alert" />
          <span class="unseen">{labels.error}</span>
          <span>{error}</span>
        </p>
      )}
      {children}
    </div>
  );
}

/** What a control says of its field. */
const described = (id: string, isWrong: boolean, hasHint = false) => ({
  id,
  "aria-invalid": isWrong ? ("true" as const) : undefined,
  "aria-describedby": isWrong ? `${id}-error` : hasHint ? `${id}-hint` : undefined,
});

interface SelectProps {
  /** Its class, and in the form its id. */
  name: string;
  choices?: readonly Choice[];
  /** Choices, some of them under a name. */
  groups?: readonly ChoiceGroup[];
  /** What stands for no choice. */
  first?: string;
  /** What is chosen before the reader does. */
  preset?: string;
  value: string;
  isWrong?: boolean;
  onChoose: (value: string) => void;
}

/** The attribute `selected`, which does not change what is chosen. */
const PRESET = { defaultSelected: true };

const NONE: readonly never[] = [];

interface OptionsProps {
  choices: readonly Choice[];
  groups: readonly ChoiceGroup[];
  first: string | undefined;
  preset: string | undefined;
}

/** The choices of a list, drawn again only when they are others; a hook would keep the tree of their first drawing. */
const Options = memo(function Options({ choices, groups, first, preset }: OptionsProps) {
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
});

/** A list to choose from. Browsers send `input` and `change` for a choice; a tool that helps a person may send one alone. */
export function Select(props: SelectProps) {
  const { name, choices = NONE, groups = NONE, first, preset, value, isWrong, onChoose } = props;
  const choose = ({ currentTarget }: { currentTarget: HTMLSelectElement }) => {
    if (currentTarget.value !== value) {
      onChoose(currentTarget.value);
    }
  };
  return (
    <span class="select">
      <select
        class={name}
        value={value}
        {...described(name, isWrong ?? false, first !== undefined)}
        onInput={choose}
        onChange={choose}
      >
        <Options choices={choices} groups={groups} first={first} preset={preset} />
      </select>
      <LineIcon name="down" />
    </span>
  );
}

const DAYS: readonly TreatmentDay[] = ["today", "yesterday", "earlier"];
const PARTS: readonly PartOfDay[] = ["morning", "afternoon", "evening"];

function When({ form, view, actions }: Pick<FormProps, "form" | "view" | "actions">) {
  const labels = useLabels().view;
  const isByHours = form.mode === "hours";
  return (
    <fieldset class="field when">
      <legend>{labels.when}</legend>
      {isByHours ? (
        <Hours form={form} view={view} actions={actions} />
      ) : (
        <DayAndTime form={form} view={view} actions={actions} />
      )}
      <button
        class="link switch"
        type="button"
        onClick={({ currentTarget }) => {
          actions.changeForm({ mode: isByHours ? "clock" : "hours" });
          // It has come before the button.
          currentTarget.parentElement?.querySelector<HTMLElement>("input.hours")?.focus();
        }}
      >
        {labels[isByHours ? "by-clock" : "by-hours"]}
      </button>
    </fieldset>
  );
}

function Hours({ form, view, actions }: Pick<FormProps, "form" | "view" | "actions">) {
  const labels = useLabels().view;
  return (
    <FormField id="hours" label={labels["hours-since"]} error={view.errors.hours}>
      <div class="with-unit">
        <Input
          name="hours"
          value={form.hours}
          isWrong={view.errors.hours !== null}
          onType={(hours) => actions.changeForm({ hours })}
          more={{ type: "text", inputmode: "decimal", autocomplete: "off" }}
        />
        <span>{labels["hours-unit"]}</span>
      </div>
    </FormField>
  );
}

function DayAndTime({ form, view, actions }: Pick<FormProps, "form" | "view" | "actions">) {
  const labels = useLabels().view;
  const { errors, parts, today } = view;
  return (
    <>
      <div class="segments" role="radiogroup" aria-label={labels.day}>
        {each(DAYS, (day) => (
          <label key={day}>
            <Radio
              class={day}
              name="day"
              isChosen={form.day === day}
              onChoose={() => actions.changeForm({ day })}
            />
            <span>{labels[`day-${day}`]}</span>
          </label>
        ))}
      </div>
      {form.day === "earlier" && (
        <FormField id="date" label={labels.date} error={errors.date}>
          <Input
            name="date"
            value={form.date}
            isWrong={errors.date !== null}
            onType={(date) => actions.changeForm({ date })}
            // A page may stay open over midnight.
            more={{ type: "date", max: today }}
          />
        </FormField>
      )}
      <FormField id="time" label={labels.time} error={errors.time}>
        <Input
          name="time"
          value={form.time}
          isWrong={errors.time !== null}
          isEmptied={form.part !== null}
          onType={(time) => actions.changeForm({ time })}
          more={{ type: "time" }}
        />
      </FormField>
      <div class="or">
        <p class="note" id="part-careful">
          {labels["part-careful"]}
        </p>
        <div class="chips" role="radiogroup" aria-label={labels.part} aria-describedby="part-careful">
          {each(PARTS, (part) => (
            <label key={part}>
              <Radio
                class={part}
                name="part"
                isChosen={form.part === part}
                isDisabled={!parts.includes(part)}
                onChoose={() => actions.changeForm({ part })}
              />
              <span>{labels[`part-${part}`]}</span>
              <small>{labels[`part-${part}-span`]}</small>
            </label>
          ))}
        </div>
      </div>
    </>
  );
}

interface InputProps {
  name: string;
  value: string;
  isWrong: boolean;
  /** Whether something else was chosen in its place: half a time goes, too. */
  isEmptied?: boolean;
  onType: (value: string) => void;
  more:
    | { type: "date"; min?: string; max?: string }
    | { type: "time" }
    | { type: "text"; inputmode: "decimal"; autocomplete: "off" };
}

export function Input({ name, value, isWrong, isEmptied, onType, more }: InputProps) {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isEmptied && ref.current) {
      ref.current.value = "";
    }
  }, [isEmptied]);
  const type = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    if (currentTarget.value !== value) {
      onType(currentTarget.value);
    }
  };
  return (
    <input
      class={name}
      {...more}
      {...described(name, isWrong)}
      value={value}
      onInput={type}
      onChange={type}
      ref={ref}
    />
  );
}
