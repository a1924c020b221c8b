/** How does what stands under the answer look? */
import { useMemo } from "preact/hooks";
import { say } from "../engine/card.js";
import { describePanels } from "../engine/panels.js";
import style from "../panels.css?inline";

/** @typedef {import("../engine/panels.js").PanelCard} PanelCard */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** @param {{ remind: import("../engine/panels.js").Remind | undefined }} props */
function Remind({ remind }) {
  return (
    remind && (
      <div class="remind">
        <p class="saves">
          <a class="button" href={remind.href} download="reminder.ics">
            {remind.text}
          </a>
          <span class="note">{say("view.remind-note")}</span>
        </p>
        <div class="refused" role="status" />
      </div>
    )
  );
}

/** @param {PanelCard["marks"][number] & { panel: string }} props */
function Mark({ panel, id, stance, name }) {
  return (
    <input
      class={`mark ${stance} ${id}`}
      type="radio"
      name={panel}
      value={id}
      aria-label={name}
      title={name}
    />
  );
}

/** @param {{ panel: PanelCard }} props */
function Panel({ panel }) {
  return (
    <section class="panel" part="panel">
      <h3>{panel.name}</h3>
      <p class="panel-status">{panel.status}</p>
      <div class="bar" role="radiogroup" aria-label={panel.label}>
        {panel.marks.map((mark) => (
          <Mark key={mark.id} panel={panel.id} {...mark} />
        ))}
      </div>
      <p class="legend">
        {panel.legend.map(({ stance, text, isEmpty }) => (
          <span key={stance} class="entry">
            <span class={`mark ${stance}`} />
            {isEmpty ? (
              <span>{text}</span>
            ) : (
              <button class="count" type="button">
                {text}
              </button>
            )}
          </span>
        ))}
      </p>
      <p class="note pick">{say("view.mark-pick")}</p>
      {panel.unstable && <p class="note">{panel.unstable}</p>}
      {panel.anyProduct && <p class="note">{panel.anyProduct}</p>}
      {panel.rows && (
        <dl class="times">
          {panel.rows.map(({ name, value }) => (
            <div key={name} class="row">
              <dt>{name}</dt>
              <dd>
                <button class="count" type="button">
                  {value}
                </button>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** @param {{ card: import("../engine/card.js").Card }} props */
export default function PanelsView({ card }) {
  const view = useMemo(() => describePanels(card), [card]);
  return (
    <>
      <div class="credit">
        <Remind remind={view.remind} />
        {view.notClinic && <p>{view.notClinic}</p>}
        {view.answers && (
          <button class="act" type="button">
            {view.answers}
          </button>
        )}
        <button class="act" type="button">
          {say("sections.other-things")}
        </button>
      </div>
      {view.differ && <p class="differ">{view.differ}</p>}
      {view.panels.map((panel) => (
        <Panel key={panel.id} panel={panel} />
      ))}
      <p class="note clock">{view.clock}</p>
    </>
  );
}
