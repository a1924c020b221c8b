/** What stands under the answer: who says so, how many, hour by hour, other activities, the list of answers. */
import type {
  Activity,
  AnswerList,
  Chart as ChartOf,
  Filter,
  Panels as PanelsOf,
  Plan as PlanOf,
  PlanForm,
  Sections as SectionsOf,
} from "generated/wasm";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { Activities } from "./Activities";
import { Answers } from "./Answers";
import { Chart } from "./Chart";
import { More } from "./elements";
import { useLabels } from "./labels";
import { Panels } from "./Panels";
import { Plan } from "./Plan";
import { Done, Result, Sections } from "./Sections";

/** All that the core has worked out; a part that is the same as before is not drawn again. */
export interface Parts {
  panels: PanelsOf;
  chart: ChartOf | null;
  activities: readonly Activity[];
  answers: AnswerList | null;
  /** None until the reader has opened it. */
  plan: PlanOf | null;
  sections: SectionsOf;
}

interface EvidenceProps {
  parts: Parts;
  filter: Filter;
  planForm: PlanForm;
  opened: readonly string[];
  canGoBack: boolean;
  isCompact: boolean;
  sources: string;
  actions: Actions;
}

export function Evidence(props: EvidenceProps) {
  const { view } = useLabels();
  const { parts, filter, planForm, opened, canGoBack, isCompact, sources, actions } = props;
  const { panels, chart, activities, answers, plan, sections } = parts;
  // How many sections are opened changes with each that is.
  const drawn = opened.length;
  const rows = (
    <div class="card rows next-steps">
      {useMemo(
        () => (
          <Plan title={sections.planTitle} plan={plan} form={planForm} actions={actions} />
        ),
        [sections, plan, planForm, actions],
      )}
      {useMemo(
        () => (
          <Done sections={sections} opened={opened} actions={actions} />
        ),
        [sections, drawn, actions],
      )}
      {useMemo(
        () => (
          <Result sections={sections} opened={opened} actions={actions} />
        ),
        [sections, drawn, actions],
      )}
    </div>
  );
  const behind = (
    <>
      {useMemo(
        () => (
          <Answers list={answers} filter={filter} canGoBack={canGoBack} sources={sources} actions={actions} />
        ),
        [answers, filter, canGoBack, sources, actions],
      )}
      {useMemo(
        () => (
          <Sections sections={sections} opened={opened} sources={sources} actions={actions} />
        ),
        [sections, drawn, sources, actions],
      )}
    </>
  );
  const content = (
    <>
      {useMemo(
        () => (
          <Activities activities={activities} actions={actions} />
        ),
        [activities, actions],
      )}
      {useMemo(
        () => (
          <Panels panels={panels} actions={actions} />
        ),
        [panels, actions],
      )}
      {useMemo(() => chart && <Chart chart={chart} actions={actions} />, [chart, actions])}
      {isCompact ? (
        <div class="card rows">{behind}</div>
      ) : (
        <More name="behind" title={view.behind}>
          <div class="rows">{behind}</div>
        </More>
      )}
    </>
  );
  const all = (
    <>
      {rows}
      {content}
    </>
  );
  return isCompact ? (
    <More name="more" title={view.more}>
      {all}
    </More>
  ) : (
    all
  );
}
