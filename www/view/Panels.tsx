/** The counts of each panel: one mark for each answer, what the marks mean, and its times. */
import type { AnswerText, PanelDisplay } from "generated/wasm";
import type { Actions } from "./actions";
import { Author, Reference, Summary } from "./Answers";
import { each } from "./each";
import { Count, Row } from "./elements";
import { useLabels } from "./labels";
import { Radio } from "./Radio";

interface PanelProps {
  panel: PanelDisplay;
  /** The answer whose mark is chosen. */
  chosen: AnswerText | undefined;
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  actions: Actions;
}

export function Panel({ panel, chosen, sources, actions }: PanelProps) {
  const { view } = useLabels();
  const mark = chosen && panel.marks.find(({ id }) => id === chosen.id);
  return (
    <section class="card body panel" part="panel">
      <h3 class="title">{panel.name}</h3>
      <p class="panel-status">{panel.status}</p>
      <Marks panel={panel} chosen={chosen?.id} actions={actions} />
      <p class="legend">
        {each(panel.legend, ({ stance, count }) => (
          <span key={stance} class="entry">
            <span class={`mark ${stance}`} />
            <Count count={count} actions={actions} />
          </span>
        ))}
      </p>
      {mark && chosen ? (
        <div class="named">
          <p class="whose">{mark.name}</p>
          <Author tag="p" answer={chosen} />
          <Summary answer={chosen} />
          <Reference answer={chosen} sources={sources} />
        </div>
      ) : (
        <p class="note pick">{view["mark-pick"]}</p>
      )}
      {!panel.stable && <p class="note">{view.unstable}</p>}
      {panel.anyProduct && <p class="note">{view["any-product"]}</p>}
      {panel.times && (
        <dl class="times">
          {each(panel.times, ({ id, value, filter }) => (
            <Row key={id} name={view[TIMES[id]]}>
              <Count count={{ text: value, filter }} actions={actions} />
            </Row>
          ))}
        </dl>
      )}
    </section>
  );
}

/** The labels of the times. */
const TIMES = { first: "from-first", most: "from-most", all: "from-all", longest: "longest" } as const;

interface MarksProps {
  panel: PanelDisplay;
  chosen: string | undefined;
  actions: Actions;
}

/** Radio buttons: one stop for the Tab key, and the arrow keys go from mark to mark, in every browser by itself. */
function Marks({ panel, chosen, actions }: MarksProps) {
  return (
    <div class="bar" role="radiogroup" aria-label={panel.label}>
      {each(panel.marks, ({ id, stance, name }) => (
        <Radio
          key={id}
          class={`mark ${stance} ${id}`}
          name={panel.id}
          value={id}
          label={name}
          isChosen={id === chosen}
          isDefault={id === chosen}
          onChoose={() => actions.choose(panel.id, id)}
          // What has the focus is chosen, so that nobody needs a second key.
          onFocus={() => actions.choose(panel.id, id)}
        />
      ))}
    </div>
  );
}
