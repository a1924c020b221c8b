/** All that is on the screen: the form, the card, when to get help. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { AskForm } from "./Form";
import { Card, ClinicWaits } from "./Head";
import { Help } from "./Help";
import { SettingsContext, useLabels } from "./labels";
import type { State } from "./state";

interface WidgetProps {
  state: State;
  actions: Actions;
  /** What stands under the answer. */
  children: ComponentChildren;
}

export const Widget = (props: WidgetProps) => (
  <SettingsContext.Provider value={props.state.settings}>
    <Content {...props} />
  </SettingsContext.Provider>
);

function Content({ state, actions, children }: WidgetProps) {
  const { view: labels } = useLabels();
  const { settings, form, view, isFolded, said } = state;
  const { answer, problem } = view;
  const { asks, clinic } = settings;
  return (
    <>
      {(asks.treatment || asks.when) && (
        <AskForm settings={settings} form={form} view={view} isFolded={isFolded} actions={actions} />
      )}
      {answer ? (
        <Card answer={answer} settings={settings} actions={actions}>
          {children}
        </Card>
      ) : (
        <>
          <p class="hint">{problem ? problem.text : labels.ask}</p>
          {clinic && <ClinicWaits clinic={clinic} />}
        </>
      )}
      {useMemo(
        () => (
          <>
            <Help help={settings.help} />
            <p class="notice">{settings.notice}</p>
            <p class="note corpus">{settings.corpus}</p>
            {!settings.reviewed && <p class="note unreviewed">{labels.unreviewed}</p>}
          </>
        ),
        [settings, labels],
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  );
}
