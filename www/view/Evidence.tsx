/** What stands under the answer: who says so, how many, hour by hour, other activities, the list of answers. */
import type {
  Activity,
  AnswerList,
  AnswerText,
  Chart as ChartOf,
  ChartTable,
  Filter,
  Panels as PanelsOf,
  Sections as SectionsOf,
} from "generated/wasm";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { Activities } from "./Activities";
import { Answers } from "./Answers";
import { Chart } from "./Chart";
import { each } from "./each";
import { LineIcon } from "./elements";
import { useLabels } from "./labels";
import { Panel } from "./Panels";
import { Done, Result, Sections } from "./Sections";

/** All that the core has worked out; a part that is the same as before is not drawn again. */
export interface Parts {
  panels: PanelsOf;
  /** The answers whose marks are chosen, by panel. */
  chosen: ReadonlyMap<string, AnswerText>;
  chart: ChartOf | null;
  table: ChartTable | null;
  activities: readonly Activity[];
  answers: AnswerList | null;
  sections: SectionsOf;
}

interface EvidenceProps {
  parts: Parts;
  filter: Filter;
  opened: readonly string[];
  canGoBack: boolean;
  isCompact: boolean;
  sources: string;
  actions: Actions;
}

export function Evidence(props: EvidenceProps) {
  const { view } = useLabels();
  const { parts, filter, opened, canGoBack, isCompact, sources, actions } = props;
  const { panels, chosen, chart, table, activities, answers, sections } = parts;
  // How many sections are opened changes with each that is.
  const drawn = opened.length;
  const rows = (
    <div class="next-steps">
      {/* The plan stands before these two. */}
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
  const content = (
    <>
      {useMemo(
        () => (
          <Activities activities={activities} actions={actions} />
        ),
        [activities, actions],
      )}
      <div class="panels">
        {useMemo(
          () =>
            each(panels.panels, (panel) => (
              <Panel
                key={panel.id}
                panel={panel}
                chosen={chosen.get(panel.id)}
                sources={sources}
                actions={actions}
              />
            )),
          [panels, chosen, sources, actions],
        )}
        {panels.differ && <p class="differ">{panels.differ}</p>}
        <p class="note clock">{panels.clock}</p>
      </div>
      {useMemo(
        () => chart && <Chart chart={chart} table={table} actions={actions} />,
        [chart, table, actions],
      )}
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
  return (
    <>
      {rows}
      {isCompact ? <More title={view.more}>{content}</More> : content}
    </>
  );
}

const More = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <details class="card more">
    <summary class="row">
      <span>{title}</span>
      <LineIcon name="right" />
    </summary>
    {children}
  </details>
);
