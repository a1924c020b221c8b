/** The head of a card: the answer, or the clinic's own wait while it has the first word. */
import type { Answer, SettingsView } from "generated/wasm";
import type { ComponentChildren } from "preact";
import type { Actions } from "./actions";
import { each } from "./each";
import { Call, Calling, Count, GoTo, Icon, Row } from "./elements";
import { useLabels } from "./labels";

interface CardProps {
  answer: Answer;
  settings: SettingsView;
  actions: Actions;
  children: ComponentChildren;
}

export function Card({ answer, settings, actions, children }: CardProps) {
  const { view } = useLabels();
  return (
    <section class="card" part="card">
      {answer.clinic ? (
        <ClinicFirst answer={answer} clinic={answer.clinic} settings={settings} actions={actions} />
      ) : (
        <AnswerFirst answer={answer} settings={settings} actions={actions} />
      )}
      <div class="alarm">
        <p>
          <Calling sentence={settings.alarm} />
        </p>
        <GoTo place=".help-title" text={view.help} actions={actions} />
      </div>
      {answer.stale && <p class="stale">{answer.stale}</p>}
      {children}
      <p class="note scope">{view.scope}</p>
    </section>
  );
}

interface HeadProps {
  answer: Answer;
  settings: SettingsView;
  actions: Actions;
}

/** The answer has the head; a clinic that names no wait for this activity stands before it. */
function AnswerFirst({ answer, settings: { clinic }, actions }: HeadProps) {
  const { head } = answer;
  return (
    <>
      {clinic && (
        <section class="clinic" part="clinic">
          {answer.clinicNone && <p>{answer.clinicNone}</p>}
          <p>{clinic.first}</p>
          <Call link={clinic.call} />
        </section>
      )}
      <header class="answer" part="answer" data-status={head.status}>
        <p class="asked">{head.asked}</p>
        <Icon status={head.status} />
        <h2 class="status" part="status" tabindex={-1}>
          {head.title}
        </h2>
        <Consensus answer={answer} actions={actions} />
      </header>
    </>
  );
}

interface ClinicProps extends HeadProps {
  clinic: NonNullable<Answer["clinic"]>;
}

/** The clinic's wait has the head; its end is not to be read as "fine". */
function ClinicFirst({ answer, clinic, settings, actions }: ClinicProps) {
  const { head } = answer;
  return (
    <>
      <header class="clinic" part="clinic" data-status={clinic.waiting ? "wait" : "not_enough"}>
        <p class="asked">{head.asked}</p>
        <Icon status="wait" />
        <h2 class="status" tabindex={-1}>
          {clinic.title}
        </h2>
        <p class="next">{clinic.left}</p>
        <p class={clinic.differs ? "differ" : undefined}>{clinic.first}</p>
        <Call link={settings.clinic?.call ?? null} />
      </header>
      <section class="consensus" part="consensus">
        <h3>{clinic.consensus}</h3>
        <p class="panel-status">{head.title}</p>
        <Consensus answer={answer} actions={actions} />
      </section>
    </>
  );
}

/** Who says so, and from when. */
function Consensus({ answer: { head }, actions }: { answer: Answer; actions: Actions }) {
  const { view } = useLabels();
  return (
    <>
      <p class="summary" part="summary">
        {head.summary}
      </p>
      <p class="next">{head.next}</p>
      {head.proviso && (
        <p class="proviso">
          <Count count={head.proviso} actions={actions} />
        </p>
      )}
      <p class="opinions">{view.opinions}</p>
    </>
  );
}

/** The clinic's waits where there is no answer yet. */
export const ClinicWaits = ({ clinic }: { clinic: NonNullable<SettingsView["clinic"]> }) => (
  <section class="clinic" part="clinic">
    <p>{clinic.first}</p>
    <Call link={clinic.call} />
    <dl class="times">
      {each(clinic.waits, ({ name, wait }) => (
        <Row key={name} name={name}>
          {wait}
        </Row>
      ))}
    </dl>
  </section>
);
