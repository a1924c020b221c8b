/** How does what stands under the answer look? */
import { memo, useMemo } from "react";
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
      <div className="remind">
        <p className="saves">
          <a className="button" href={remind.href} download="reminder.ics">
            {remind.text}
          </a>
          <span className="note">{say("view.remind-note")}</span>
        </p>
        <div className="refused" role="status" />
      </div>
    )
  );
}

/** One mark is drawn again only where it says something else. */
const Mark = memo(
  /** @param {PanelCard["marks"][number] & { panel: string }} props */
  function Mark({ panel, id, stance, name }) {
    return (
      <input
        className={`mark ${stance} ${id}`}
        type="radio"
        name={panel}
        value={id}
        aria-label={name}
        title={name}
      />
    );
  },
);

/** @param {{ panel: PanelCard }} props */
function Panel({ panel }) {
  return (
    <section className="panel" part="panel">
      <h3>{panel.name}</h3>
      <p className="panel-status">{panel.status}</p>
      <div className="bar" role="radiogroup" aria-label={panel.label}>
        {panel.marks.map((mark) => (
          <Mark key={mark.id} panel={panel.id} {...mark} />
        ))}
      </div>
      <p className="legend">
        {panel.legend.map(({ stance, text, isEmpty }) => (
          <span key={stance} className="entry">
            <span className={`mark ${stance}`} />
            {isEmpty ? (
              <span>{text}</span>
            ) : (
              <button className="count" type="button">
                {text}
              </button>
            )}
          </span>
        ))}
      </p>
      <p className="note pick">{say("view.mark-pick")}</p>
      {panel.unstable && <p className="note">{panel.unstable}</p>}
      {panel.anyProduct && <p className="note">{panel.anyProduct}</p>}
      {panel.rows && (
        <dl className="times">
          {panel.rows.map(({ name, value }) => (
            <div key={name} className="row">
              <dt>{name}</dt>
              <dd>
                <button className="count" type="button">
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
      <div className="credit">
        <Remind remind={view.remind} />
        {view.notClinic && <p>{view.notClinic}</p>}
        {view.answers && (
          <button className="act" type="button">
            {view.answers}
          </button>
        )}
        <button className="act" type="button">
          {say("sections.other-things")}
        </button>
      </div>
      {view.differ && <p className="differ">{view.differ}</p>}
      {view.panels.map((panel) => (
        <Panel key={panel.id} panel={panel} />
      ))}
      <p className="note clock">{view.clock}</p>
    </>
  );
}
