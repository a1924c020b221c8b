/** How does the chart look, and the table under it? */
import { Fragment } from "react";
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
  <line className={style} x1={x} x2={x} y1={y} y2="100%" stroke="currentColor" />
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
  <ul className="legend">
    {STANCES.map((stance) => (
      <li key={stance} className="entry">
        <Key stance={stance} />
        <span>{say(`view.picture-${stance}`)}</span>
      </li>
    ))}
    {clinic && (
      <li className="entry">
        <svg aria-hidden="true" className="key" width="14" height="14">
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
    <div className="band-head">
      <h4>{band.name}</h4>
      {band.beyond && (
        <p aria-hidden="true" className="beyond">
          {band.beyond}
        </p>
      )}
    </div>
    {now && (
      <div aria-hidden="true" className={`now-row ${now.anchor}`}>
        <svg width={now.x} height="1" />
        <span className="pill">{now.text}</span>
      </div>
    )}
    <svg aria-hidden="true" className="band" width="100%" height="72">
      {/* One that changes is patched, and not made anew. */}
      {band.areas.map((area, place) => (
        <Shade key={place} {...area} />
      ))}
      {ticks.map((x, place) => (
        <Line key={place} style="tick" x={x} />
      ))}
      {levels.map(({ y, text }) => (
        <text key={y} className="level" x="-8" y={y} dy="0.35em" textAnchor="end">
          {text}
        </text>
      ))}
      <line className="most" x2="100%" y1={mostY} y2={mostY} stroke="currentColor" />
      {band.flags.map(({ x }, place) => (
        <Fragment key={place}>
          <LineInHalo style="pole" x={x} y={ABOVE} />
          <rect className="pennant" x={x} y={ABOVE} width="0.6em" height="0.5em" />
        </Fragment>
      ))}
      {clinicX && <LineInHalo style="clinic-wait" x={clinicX} />}
      {nowX && <LineInHalo style="now" x={nowX} y={ABOVE} />}
      {band.flags.map(
        ({ x, anchor, text }, place) =>
          text && (
            <text
              key={place}
              className="flag"
              x={x}
              y="-0.5em"
              dx={anchor === "end" ? "-0.4em" : "0.9em"}
              textAnchor={anchor}
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
  <svg aria-hidden="true" className="scale" width="100%" height="64">
    {scale.map(({ x, isMinor, hours, clock }, place) => (
      <Fragment key={place}>
        {[hours, ...clock].map((line, place) => (
          <text
            key={LINES[place]}
            className={place === 0 ? "hours" : isMinor ? "clock minor" : "clock"}
            x={x}
            y={LINES[place]}
            textAnchor="middle"
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
  <section className="card body chart" part="picture">
    <h3 className="title">{say("view.picture")}</h3>
    <p className="note about">{chart.about}</p>
    <p className="note pick">{say("view.picture-hint")}</p>
    <Legend clinic={chart.clinic} />
    <div className={`draw lines-${chart.scale.at(-1)?.clock.length}`}>
      {chart.bands.map((band, place) => (
        <Band key={band.name} band={band} chart={chart} now={place === 0 ? chart.now : undefined} />
      ))}
      <Scale scale={chart.scale} />
      <input
        className="look-at"
        type="range"
        min="0"
        max={chart.marker.max}
        step={chart.marker.step}
        value={chart.marker.value}
        readOnly
        aria-label={say("view.picture-look")}
        aria-valuetext={chart.marker.text}
      />
    </div>
    <div className="reading of-now">
      <p className="moment">{chart.reading.moment}</p>
      <dl>
        {chart.reading.rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
    <table className="times">
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
                  <button className="count" type="button">
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
