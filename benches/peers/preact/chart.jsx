/** How does the chart look, and the table under it? */
import { Fragment } from "preact";
import { say } from "../engine/card.js";
import { Key, Shade } from "./shading.jsx";

/** @typedef {import("../engine/chart.js").Chart} ChartOf */

const STANCES = /** @type {const} */ (["fine", "silent", "wait"]);

/** Above the areas there is room for a line of letters. */
const ABOVE = "-1.6em";

/** Where the lines of a tick stand. */
const LINES = ["2em", "3.4em", "4.8em"];

/** @param {{ style: string, x: string, y?: string | undefined }} props */
const Line = ({ style, x, y = "0" }) => (
  <line class={style} x1={x} x2={x} y1={y} y2="100%" stroke="currentColor" />
);

/** The same, to be seen on every area. @param {{ style: string, x: string, y?: string | undefined }} props */
const LineInHalo = ({ style, x, y }) => (
  <>
    <Line style="halo" x={x} y={y} />
    <Line style={style} x={x} y={y} />
  </>
);

/** @param {{ clinic: string | undefined }} props */
const Legend = ({ clinic }) => (
  <ul class="legend">
    {STANCES.map((stance) => (
      <li key={stance} class="entry">
        <Key stance={stance} />
        <span>{say(`view.picture-${stance}`)}</span>
      </li>
    ))}
    {clinic && (
      <li class="entry">
        <svg aria-hidden="true" class="key" width="14" height="14">
          <Line style="clinic-wait" x="50%" />
        </svg>
        <span>{clinic}</span>
      </li>
    )}
  </ul>
);

/** @param {{ band: import("../engine/chart.js").Band, chart: ChartOf, now: ChartOf["now"] }} props */
const Band = ({ band, chart: { ticks, levels, mostY, clinicX, nowX }, now }) => (
  <>
    <div class="band-head">
      <h4>{band.name}</h4>
      {band.beyond && (
        <p aria-hidden="true" class="beyond">
          {band.beyond}
        </p>
      )}
    </div>
    {now && (
      <div aria-hidden="true" class={`now-row ${now.anchor}`}>
        <svg width={now.x} height="1" />
        <span class="pill">{now.text}</span>
      </div>
    )}
    <svg aria-hidden="true" class="band" width="100%" height="72">
      {/* One that changes is patched, and not made anew. */}
      {band.areas.map((area, place) => (
        <Shade key={place} {...area} />
      ))}
      {ticks.map((x, place) => (
        <Line key={place} style="tick" x={x} />
      ))}
      {levels.map(({ y, text }) => (
        <text key={y} class="level" x="-8" y={y} dy="0.35em" text-anchor="end">
          {text}
        </text>
      ))}
      <line class="most" x2="100%" y1={mostY} y2={mostY} stroke="currentColor" />
      {band.flags.map(({ x }, place) => (
        <Fragment key={place}>
          <LineInHalo style="pole" x={x} y={ABOVE} />
          <rect class="pennant" x={x} y={ABOVE} width="0.6em" height="0.5em" />
        </Fragment>
      ))}
      {clinicX && <LineInHalo style="clinic-wait" x={clinicX} />}
      {nowX && <LineInHalo style="now" x={nowX} y={ABOVE} />}
      {band.flags.map(
        ({ x, anchor, text }, place) =>
          text && (
            <text
              key={place}
              class="flag"
              x={x}
              y="-0.5em"
              dx={anchor === "end" ? "-0.4em" : "0.9em"}
              text-anchor={anchor}
            >
              {text}
            </text>
          ),
      )}
    </svg>
  </>
);

/** @param {{ scale: ChartOf["scale"] }} props */
const Scale = ({ scale }) => (
  <svg aria-hidden="true" class="scale" width="100%" height="64">
    {scale.map(({ x, isMinor, hours, clock }, place) => (
      <Fragment key={place}>
        {[hours, ...clock].map((line, place) => (
          <text
            key={LINES[place]}
            class={place === 0 ? "hours" : isMinor ? "clock minor" : "clock"}
            x={x}
            y={LINES[place]}
            text-anchor="middle"
          >
            {line}
          </text>
        ))}
      </Fragment>
    ))}
  </svg>
);

/** @param {{ chart: ChartOf }} props */
export const Chart = ({ chart }) => (
  <section class="card body chart" part="picture">
    <h3 class="title">{say("view.picture")}</h3>
    <p class="note about">{chart.about}</p>
    <p class="note pick">{say("view.picture-hint")}</p>
    <Legend clinic={chart.clinic} />
    <div class={`draw lines-${chart.scale.at(-1)?.clock.length}`}>
      {chart.bands.map((band, place) => (
        <Band key={band.name} band={band} chart={chart} now={place === 0 ? chart.now : undefined} />
      ))}
      <Scale scale={chart.scale} />
      <input
        class="look-at"
        type="range"
        min="0"
        max={chart.marker.max}
        step={chart.marker.step}
        value={chart.marker.value}
        aria-label={say("view.picture-look")}
        aria-valuetext={chart.marker.text}
      />
    </div>
    <div class="reading of-now">
      <p class="moment">{chart.reading.moment}</p>
      <dl>
        {chart.reading.rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
    <table class="times">
      <thead>
        <tr>
          <td />
          {chart.bands.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.times.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map(({ panel, value, count }) => (
              <td key={panel} data-label={panel}>
                <span>{value}</span>{" "}
                {count && (
                  <button class="count" type="button">
                    {count}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
