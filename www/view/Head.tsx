/** The head of a card: the answer, or the clinic's own wait while it has the first word. */
import type { Answer, SettingsView } from "generated/wasm";
import { Fragment } from "preact";
import type { Actions } from "./actions";
import { each } from "./each";
import { Call, Count, Icon, Items, LineIcon, Row } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";
import { Reminder } from "./Reminder";

interface CardProps {
  answer: Answer;
  settings: SettingsView;
  /** Whether the form that asks the question is hidden, and can be shown. */
  canChange: boolean;
  actions: Actions;
}

export const Card = memo(function Card({ answer, settings, canChange, actions }: CardProps) {
  const { head, clinic, reminder } = answer;
  const others = clinic && (
    <details class="card others" part="consensus" data-status={head.status}>
      <summary class="row">
        <Icon status={head.status} />
        <h2>
          <span>{clinic.consensus}</span>
          <b>{head.title}</b>
        </h2>
        <LineIcon name="right" />
      </summary>
      <div class="opened">
        <Consensus head={head} actions={actions} />
        <p class="basis">{settings.opinions}</p>
      </div>
    </details>
  );
  return (
    <>
      <section class="card answer" part="card">
        {settings.compact && <h2 class="title">{answer.heading}</h2>}
        <Question answer={answer} canChange={canChange} actions={actions} />
        {clinic ? (
          <ClinicFirst clinic={clinic} settings={settings} />
        ) : (
          <AnswerFirst answer={answer} settings={settings} actions={actions} />
        )}
        <Alarm alarm={settings.alarm} />
        {reminder && !settings.compact && (
          <div class="act">
            <Reminder reminder={reminder} />
          </div>
        )}
        {answer.stale && <p class="stale">{answer.stale}</p>}
      </section>
      {others}
    </>
  );
});

/** What was asked, in a bar that leads back to the form. */
function Question({ answer, canChange, actions }: Omit<CardProps, "settings">) {
  const { view } = useLabels();
  return (
    <div class="question">
      <div>
        <p class="asked">{answer.head.asked}</p>
        {answer.head.treated && <p class="treated">{answer.head.treated}</p>}
      </div>
      {canChange && (
        <button class="link" type="button" onClick={() => actions.fold(false)}>
          {view.change}
        </button>
      )}
    </div>
  );
}

interface HeadProps {
  answer: Answer;
  settings: SettingsView;
  actions: Actions;
}

/** The answer has the head; a clinic that names no wait for this activity stands before it. */
function AnswerFirst({ answer, settings: { clinic, opinions, basis }, actions }: HeadProps) {
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
      <header class="verdict" part="answer" data-status={head.status}>
        <h2 class="status" part="status" tabindex={-1}>
          <Icon status={head.status} />
          <span>{head.title}</span>
        </h2>
        <Consensus head={head} actions={actions} />
        <p class="basis">{clinic ? opinions : basis}</p>
      </header>
    </>
  );
}

interface ClinicProps {
  clinic: NonNullable<Answer["clinic"]>;
  settings: SettingsView;
}

/** The clinic's wait has the head; its end is not to be read as "fine". */
const ClinicFirst = ({ clinic, settings }: ClinicProps) => (
  <header class="verdict" part="clinic" data-status="clinic">
    <h2 class="status" tabindex={-1}>
      <Icon status="clinic" />
      <span>{clinic.title}</span>
    </h2>
    <p class="next">{clinic.left}</p>
    <p>{clinic.first}</p>
    <Call class="call button primary" link={settings.clinic?.call ?? null} />
  </header>
);

/** From when, who says so, how near that is to another view, and what they ask for. */
function Consensus({ head, actions }: { head: Answer["head"]; actions: Actions }) {
  const { next, close, over } = head;
  return (
    <>
      {next && (
        <p class="next">
          <span>{next.before}</span>
          <time key={next.instant} dateTime={next.instant ?? undefined}>
            {next.when}
          </time>
          <span class="left">{next.after}</span>
        </p>
      )}
      <p class="summary" part="summary">
        {each(head.summary, ([text, count], place) => (
          // By place: each part stays the element that it was, whatever the next answer says.
          <Fragment key={place}>
            <span>{text}</span>
            <b>{count}</b>
          </Fragment>
        ))}
      </p>
      {close && (
        <p class="close">
          <LineIcon name="alert" />
          <span>{close}</span>
        </p>
      )}
      {head.conditions && <AllConditions conditions={head.conditions} actions={actions} />}
      {over && <p>{over}</p>}
    </>
  );
}

interface ConditionsProps {
  conditions: NonNullable<Answer["head"]["conditions"]>;
  actions: Actions;
}

/** In one line, which opens. */
const AllConditions = ({ conditions: { title, list, see }, actions }: ConditionsProps) => (
  <details class="proviso">
    <summary>
      <span>{title}</span>
      <LineIcon name="down" />
    </summary>
    <Items texts={list} />
    <Count class="link" count={see} actions={actions} />
  </details>
);

/** One quiet line: what needs a call at once, and whom to call. */
const Alarm = ({ alarm: { signs, call, href } }: { alarm: SettingsView["alarm"] }) => (
  <div class="alarm">
    <p>{signs}</p>
    {href === null ? <b>{call}</b> : <Call class="link" link={{ href, text: call }} />}
  </div>
);

/** The clinic's waits where there is no answer yet. */
export const ClinicWaits = ({ clinic }: { clinic: NonNullable<SettingsView["clinic"]> }) => (
  <section class="card body clinic" part="clinic">
    <p>{clinic.first}</p>
    <Call link={clinic.call} />
    <dl class="times">
      {each(clinic.waits, ([name, wait]) => (
        <Row key={name} name={name}>
          {wait}
        </Row>
      ))}
    </dl>
  </section>
);
