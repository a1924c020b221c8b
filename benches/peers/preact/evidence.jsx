/** How does what stands under the head look? */
import { useMemo } from "preact/hooks";
import { say } from "../engine/card.js";
import { describeChart } from "../engine/chart.js";
import { describeActivities, describePanels, describeRows, describeSections } from "../engine/evidence.js";
import style from "../evidence.css?inline";
import { Chart } from "./chart.jsx";
import { Icon, LineIcon } from "./elements.jsx";
import { Key, Patterns, Shade } from "./shading.jsx";

/** @typedef {import("../engine/evidence.js").PanelCard} PanelCard */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** A line that opens. What is in it is drawn when it is opened, which no peer does. @param {{ name: string, icon?: string, title: string }} props */
const Section = ({ name, icon, title }) => (
  <details class={name}>
    <summary class="row">
      {icon && <LineIcon name={icon} />}
      <h3>{title}</h3>
      <LineIcon name="right" />
    </summary>
  </details>
);

/** @param {{ activities: import("../engine/evidence.js").OtherActivity[], ask: ((activity: string) => void) | undefined }} props */
const Activities = ({ activities, ask }) => (
  <section class="card what-else" part="activities">
    <h3 class="title">{say("view.what-else")}</h3>
    <p class="note">{say("view.what-else-note")}</p>
    <ul class="rows">
      {activities.map(({ id, name, status, text }) => (
        <li key={id}>
          <button class="row other" type="button" data-status={status} onClick={ask && (() => ask(id))}>
            <Icon status={status} />
            <span>{name}</span>
            <b>{text}</b>
          </button>
        </li>
      ))}
    </ul>
  </section>
);

/** @param {{ panel: PanelCard }} props */
const Panel = ({ panel: { name, status, statusText, bar, counts, none, anyProduct } }) => (
  <section class="card body panel" part="panel">
    <div class="panel-head">
      <h3 class="title">{name}</h3>
      {statusText && (
        <p class="panel-status" data-status={status}>
          <Icon status={status} />
          <span>{statusText}</span>
        </p>
      )}
    </div>
    {bar.length > 0 && (
      <svg aria-hidden="true" class="bar" width="100%" height="12">
        {bar.map((share, place) => (
          <Shade key={place} {...share} />
        ))}
        {bar.map(({ x }, place) => (
          <line key={place} class="gap" x1={x} x2={x} y2="100%" />
        ))}
      </svg>
    )}
    {none && <p class="none">{none}</p>}
    {counts.length > 0 && (
      <ul class="legend">
        {counts.map(({ stance, text }) => (
          <li key={stance} class="entry">
            <Key stance={stance} />
            <button class="count" type="button">
              {text}
            </button>
          </li>
        ))}
      </ul>
    )}
    {anyProduct && <p class="note">{say("view.any-product")}</p>}
  </section>
);

/** @param {{ card: import("../engine/card.js").Card, ask: ((activity: string) => void) | undefined }} props */
export default function Evidence({ card, ask }) {
  return useMemo(() => {
    const { panels, differ, anyProduct } = describePanels(card);
    const chart = describeChart(card);
    return (
      <>
        <div class="card rows next-steps">
          {describeRows(card).map((row) => (
            <Section key={row.name} {...row} />
          ))}
        </div>
        <Activities activities={describeActivities(card)} ask={ask} />
        <div class="panels">
          <Patterns />
          {panels.map((panel) => (
            <Panel key={panel.id} panel={panel} />
          ))}
          {differ && <p class="note differ">{differ}</p>}
          {anyProduct && <p class="note">{say("view.any-product")}</p>}
        </div>
        {chart && <Chart chart={chart} />}
        <details class="card behind">
          <summary class="row">
            <span>{say("view.behind")}</span>
            <LineIcon name="right" />
          </summary>
          <div class="behind-it">
            <div class="rows">
              {describeSections(card).map((section) => (
                <Section key={section.name} {...section} />
              ))}
            </div>
          </div>
        </details>
      </>
    );
  }, [card, ask]);
}
