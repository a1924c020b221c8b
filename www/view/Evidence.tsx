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
  /** None in a compact card until the reader has opened it. */
  parts: Parts | null;
  filter: Filter;
  planForm: PlanForm;
  opened: readonly string[];
  canGoBack: boolean;
  isCompact: boolean;
  sources: string;
  actions: Actions;
}

export function Evidence({ parts, ...rest }: EvidenceProps) {
  const { view } = useLabels();
  const all = parts && <All parts={parts} {...rest} />;
  return rest.isCompact ? (
    <More name="more" title={view.more} actions={rest.actions}>
      {all}
    </More>
  ) : (
    all
  );
}

function All(props: EvidenceProps & { parts: Parts }) {
  const { view } = useLabels();
  const { parts, filter, planForm, opened, canGoBack, isCompact, sources, actions } = props;
  const { panels, chart, activities, answers, plan, sections } = parts;
  const behind = (
    <>
      <Answers list={answers} filter={filter} canGoBack={canGoBack} sources={sources} actions={actions} />
      <Sections sections={sections} opened={opened} sources={sources} actions={actions} />
    </>
  );
  return (
    <>
      <div class="card rows next-steps">
        <Plan title={sections.planTitle} plan={plan} form={planForm} actions={actions} />
        <Done sections={sections} opened={opened} actions={actions} />
        <Result sections={sections} opened={opened} actions={actions} />
      </div>
      <Activities activities={activities} actions={actions} />
      <Panels panels={panels} actions={actions} />
      {chart && <Chart chart={chart} actions={actions} />}
      {isCompact ? (
        <div class="card rows">{behind}</div>
      ) : (
        <More name="behind" title={view.behind}>
          <div class="rows">{behind}</div>
        </More>
      )}
    </>
  );
}
