/** What each panel comes to: its status, one bar of shares, and counts that lead to the answers. */
import type { PanelDisplay, Panels as PanelsOf } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Count, Icon } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";
import { Key, Patterns, Shade } from "./Shading";

export const Panels = memo(function Panels({ panels, actions }: { panels: PanelsOf; actions: Actions }) {
  const { view } = useLabels();
  return (
    <div class="panels">
      <Patterns />
      {each(panels.panels, (panel) => (
        <Panel key={panel.id} panel={panel} actions={actions} />
      ))}
      {panels.differ && <p class="note differ">{panels.differ}</p>}
      {panels.anyProduct && <p class="note">{view["any-product"]}</p>}
    </div>
  );
});

function Panel({ panel, actions }: { panel: PanelDisplay; actions: Actions }) {
  const { view } = useLabels();
  const { status, statusText, bar, counts, none } = panel;
  return (
    <section class="card body panel" part="panel">
      <div class="panel-head">
        <h3 class="title">{panel.name}</h3>
        {statusText && (
          <p class="panel-status" data-status={status}>
            <Icon status={status} />
            <span>{statusText}</span>
          </p>
        )}
      </div>
      {bar.length > 0 && (
        <svg aria-hidden="true" class="bar" width="100%" height="12">
          {each(bar, (share) => (
            <Shade key={share.stance} {...share} />
          ))}
          {each(bar, ({ stance, x }) => (
            <line key={stance} class="gap" x1={x} x2={x} y2="100%" />
          ))}
        </svg>
      )}
      {none && <p class="none">{none}</p>}
      {counts.length > 0 && (
        <ul class="legend">
          {each(counts, ({ stance, count }) => (
            <li key={stance} class="entry">
              <Key stance={stance} />
              <Count count={count} actions={actions} />
            </li>
          ))}
        </ul>
      )}
      {panel.anyProduct && <p class="note">{view["any-product"]}</p>}
    </section>
  );
}
