/** All that is on the screen: the form, the card, when to get help. */
import type { Help as HelpOf, Sheet as SheetOf } from "generated/wasm";
import type { ComponentChildren } from "preact";
import type { Actions } from "./actions";
import { AskForm } from "./Form";
import { More } from "./elements";
import { Card, ClinicWaits } from "./Head";
import { Help } from "./Help";
import { SettingsContext, useLabels } from "./labels";
import { Sheet } from "./Sheet";
import type { State } from "./state";

interface WidgetProps {
  state: State;
  actions: Actions;
  /** The answer as it is printed, and the page's address; none before the first time. */
  sheet: SheetOf | null;
  address: string;
  /** What stands under the answer. */
  children: ComponentChildren;
}

export const Widget = (props: WidgetProps) => (
  <SettingsContext.Provider value={props.state.settings}>
    <Content {...props} />
  </SettingsContext.Provider>
);

function Content({ state, actions, sheet, address, children }: WidgetProps) {
  const { view: labels } = useLabels();
  const { settings, form, view, help, isFolded, said } = state;
  const { answer, problem } = view;
  const { asks, clinic } = settings;
  const isAsked = asks.treatment || asks.when;
  return (
    <div class={settings.compact ? "page compact" : "page"}>
      {sheet && <Sheet sheet={sheet} address={address} />}
      {settings.compact && !answer && <h2 class="title">{settings.heading}</h2>}
      {!answer && <slot name="lead" />}
      {isAsked && (
        <AskForm
          settings={settings}
          form={form}
          view={view}
          isFolded={isFolded && answer !== null}
          actions={actions}
        />
      )}
      {answer ? (
        <>
          <Card answer={answer} settings={settings} canChange={isAsked && isFolded} actions={actions} />
          {children}
        </>
      ) : (
        <>
          <p class="hint">{problem ? problem.text : labels.ask}</p>
          {clinic && <ClinicWaits clinic={clinic} />}
        </>
      )}
      {help && (
        <Rest title={labels.help} isCompact={settings.compact}>
          <Help help={help} />
          <Foot help={help} />
        </Rest>
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}

interface RestProps {
  title: string;
  isCompact: boolean;
  children: ComponentChildren;
}

/** What stands under every card. */
const Rest = ({ title, isCompact, children }: RestProps) =>
  isCompact ? (
    <More name="more-help" title={title}>
      {children}
    </More>
  ) : (
    children
  );

/** What the page is, and how old its data are. */
function Foot({ help: { notice, corpus, checked } }: { help: HelpOf }) {
  const { view } = useLabels();
  return (
    <footer class="foot">
      <p>
        {view.scope} <span class="notice">{notice}</span>
      </p>
      <p>
        {corpus} {checked}
      </p>
    </footer>
  );
}
