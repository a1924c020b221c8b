/** A time for which the reader plans it: what is said then, beside what is said now. */
import type { PlanDay, PlanForm, PlanMoment, PlanResult, Plan as PlanOf } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Icon, Section } from "./elements";
import { FormField, Input } from "./Form";
import { useLabels } from "./labels";
import { memo } from "./memo";
import { Radio } from "./Radio";

interface PlanProps {
  title: string;
  /** None until the reader has opened it. */
  plan: PlanOf | null;
  form: PlanForm;
  actions: Actions;
}

const DAYS: readonly PlanDay[] = ["today", "tomorrow", "other"];

export const Plan = memo(function Plan({ title, plan, form, actions }: PlanProps) {
  const labels = useLabels().plan;
  return (
    <Section name="plan" icon="calendar" title={title} isOpened={plan !== null} actions={actions}>
      {plan && (
        <div class="opened">
          {plan.byHours ? (
            <PlanField
              name="plan-hours"
              label={labels.hours}
              value={form.hours}
              error={plan.errors.hours}
              onType={(hours) => actions.changePlan({ hours })}
              more={{ type: "text", inputmode: "decimal", autocomplete: "off" }}
            />
          ) : (
            <DayAndTime plan={plan} form={form} actions={actions} />
          )}
          <button
            class="button primary"
            type="button"
            onClick={() => actions.changePlan({ isSubmitted: true })}
          >
            {labels.show}
          </button>
          {plan.result && <Planned result={plan.result} actions={actions} />}
        </div>
      )}
    </Section>
  );
});

function DayAndTime({ plan, form, actions }: { plan: PlanOf; form: PlanForm; actions: Actions }) {
  const labels = useLabels().plan;
  return (
    <>
      <div class="segments" role="radiogroup" aria-label={labels.day}>
        {each(DAYS, (day) => (
          <label key={day}>
            <Radio
              class={`plan-${day}`}
              name="plan-day"
              isChosen={form.day === day}
              onChoose={() => actions.changePlan({ day })}
            />
            <span>{labels[day]}</span>
          </label>
        ))}
      </div>
      {form.day === "other" && (
        <PlanField
          name="plan-date"
          label={labels.date}
          value={form.date}
          error={plan.errors.date}
          onType={(date) => actions.changePlan({ date })}
          more={{ type: "date", min: plan.today }}
        />
      )}
      <PlanField
        name="plan-time"
        label={labels.time}
        value={form.time}
        error={plan.errors.time}
        onType={(time) => actions.changePlan({ time })}
        more={{ type: "time" }}
      />
    </>
  );
}

interface PlanFieldProps {
  name: string;
  label: string;
  value: string;
  error: string | null;
  onType: (value: string) => void;
  more: Parameters<typeof Input>[0]["more"];
}

const PlanField = ({ name, label, error, ...rest }: PlanFieldProps) => (
  <FormField id={name} label={label} error={error}>
    <Input name={name} isWrong={error !== null} {...rest} />
  </FormField>
);

/** The clinic's wait comes first; then both moments, and the next one that is better. */
function Planned({ result, actions }: { result: PlanResult; actions: Actions }) {
  const { spoken, clinic, now, plan, better } = result;
  return (
    <div class="planned" part="plan" role="group" aria-label={spoken} tabindex={-1}>
      {clinic && <p class="differ">{clinic}</p>}
      <div class="compare">
        <Moment moment={now} />
        <Moment moment={plan} />
      </div>
      {better && (
        <>
          {better.most && (
            <>
              <p class="better">{better.most}</p>
              <p class="note">{better.after}</p>
            </>
          )}
          <button class="button" type="button" onClick={() => actions.changePlan(better.form)}>
            {better.button}
          </button>
        </>
      )}
    </div>
  );
}

const Moment = ({ moment: { name, when, after, clinic, status, title, counts } }: { moment: PlanMoment }) => (
  <div class="compared" data-status={clinic ? "clinic" : status}>
    <p class="compared-when">
      <span>{name}</span>
      {when && <b>{when}</b>}
      <span>{after}</span>
    </p>
    <p class="compared-status">
      <Icon status={clinic ? "clinic" : status} />
      <span>{title}</span>
    </p>
    <ul>
      {each(counts, (count) => (
        <li key={count}>{count}</li>
      ))}
    </ul>
  </div>
);
