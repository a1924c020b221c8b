/** How the tallies change with the hours: a chart in which the reader can look at another moment, and the times that matter as a table. */
import type { Chart as ChartOf } from "generated/wasm";
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { each } from "./each";
import { Count } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";
import { Key, Shade } from "./Shading";

interface ChartProps {
  chart: ChartOf;
  actions: Actions;
}

export const Chart = memo(function Chart({ chart, actions }: ChartProps) {
  const { view } = useLabels();
  const { moment, rows } = chart.reading;
  return (
    <section class="card body chart" part="picture">
      <h3 class="title">{view.picture}</h3>
      <p class="note about">{chart.about}</p>
      <p class="note pick">{view["picture-hint"]}</p>
      <Legend clinic={chart.clinic} />
      <div class={`draw lines-${chart.scale.at(-1)?.clock.length}`}>
        {each(chart.bands, (band, place) => (
          <Band key={band.name} band={band} chart={chart} now={place === 0 ? chart.now : null} />
        ))}
        <Scale scale={chart.scale} />
        <Marker marker={chart.marker} actions={actions} />
      </div>
      <div class={chart.moved ? "reading" : "reading of-now"}>
        <p class="moment">{moment}</p>
        <dl>
          {each(rows, ([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {chart.moved && (
          <button class="link back" type="button" onClick={() => actions.resetMarker()}>
            {chart.withClock ? view["picture-back"] : view["picture-back-card"]}
          </button>
        )}
      </div>
      <Times chart={chart} actions={actions} />
    </section>
  );
});

/** What the areas and the clinic's line are. */
function Legend({ clinic }: { clinic: string | null }) {
  const { view } = useLabels();
  return (
    <ul class="legend">
      {each(["fine", "silent", "wait"] as const, (stance) => (
        <li key={stance} class="entry">
          <Key stance={stance} />
          <span>{view[`picture-${stance}`]}</span>
        </li>
      ))}
      {clinic && (
        <li class="entry">
          <svg aria-hidden="true" class="key" width="14" height="14">
            <Line class="clinic-wait" x="50%" />
          </svg>
          <span>{clinic}</span>
        </li>
      )}
    </ul>
  );
}

/** A line from top to bottom. */
const Line = ({ class: style, x, y = "0" }: { class: string; x: string; y?: string }) => (
  <line class={style} x1={x} x2={x} y1={y} y2="100%" stroke="currentColor" />
);

/** The same, to be seen on every area. */
const LineInHalo = (line: { class: string; x: string; y?: string }) => (
  <>
    <Line {...line} class="halo" />
    <Line {...line} />
  </>
);

/** Above the areas there is room for a line of letters. */
const ABOVE = "-1.6em";

interface BandProps {
  band: ChartOf["bands"][number];
  chart: ChartOf;
  /** The word for now, which stands over the first band. */
  now: ChartOf["now"];
}

/** One panel: OK grows from below, wait shrinks from above, and who does not say is between them. */
function Band({ band, chart, now }: BandProps) {
  const { levels, ticks, mostY } = chart;
  const areas = useMemo(
    () => (
      <>
        {each(band.areas, (area) => (
          <Shade key={`${area.stance}${area.x}`} {...area} />
        ))}
        {each(ticks, (x) => (
          <Line key={x} class="tick" x={x} />
        ))}
        {each(levels, ([y, text]) => (
          <text key={y} class="level" x="-8" y={y} dy="0.35em" text-anchor="end">
            {text}
          </text>
        ))}
        <line class="most" x2="100%" y1={mostY} y2={mostY} stroke="currentColor" />
      </>
    ),
    [band, levels, ticks, mostY],
  );
  return (
    <>
      <div class="band-head">
        <h4>{band.name}</h4>
        {/* The table says it, too. */}
        {band.beyond && (
          <p aria-hidden="true" class="beyond">
            {band.beyond}
          </p>
        )}
      </div>
      {now && (
        <div aria-hidden="true" class={`now-row ${now.anchor}`}>
          {/* As wide as now is far. */}
          <svg width={now.x} height="1" />
          <span class="pill">{now.text}</span>
        </div>
      )}
      <svg aria-hidden="true" class="band" width="100%" height="72">
        {areas}
        {each(band.flags, ({ x }) => (
          <Fragment key={x}>
            <LineInHalo class="pole" x={x} y={ABOVE} />
            <rect class="pennant" x={x} y={ABOVE} width="0.6em" height="0.5em" />
          </Fragment>
        ))}
        {chart.clinicX && <LineInHalo class="clinic-wait" x={chart.clinicX} />}
        {chart.now && <LineInHalo class="now" x={chart.now.x} y={ABOVE} />}
        {chart.moved && <LineInHalo class="at" x={chart.atX} />}
        {each(
          band.flags,
          ({ x, anchor, text }) =>
            text && (
              // A new text is a new element: whole-text.ts says why.
              <text
                key={`${x}${text}`}
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
}

/** Where the lines of a tick stand: the hours, the day, the time of day. */
const LINES = ["2em", "3.4em", "4.8em"];

/** The hours, and under them day and time of day where there is a clock. */
const Scale = ({ scale }: { scale: ChartOf["scale"] }) => (
  <svg aria-hidden="true" class="scale" width="100%" height="64">
    {each(scale, ({ x, minor, hours, clock }) => (
      <Fragment key={x}>
        {each([hours, ...clock], (line, place) => (
          <text
            key={line}
            class={place === 0 ? "hours" : minor ? "clock minor" : "clock"}
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

/** The marker, by which another moment is looked at: a slider that lies over the whole drawing. */
function Marker({ marker, actions }: { marker: ChartOf["marker"]; actions: Actions }) {
  const { view } = useLabels();
  const move = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    if (currentTarget.value !== `${marker.value}`) {
      actions.moveMarker(currentTarget.valueAsNumber);
    }
  };
  return (
    <input
      class="look-at"
      type="range"
      min="0"
      max={marker.max}
      step={marker.step}
      defaultValue={`${marker.value}`}
      value={`${marker.value}`}
      aria-label={view["picture-look"]}
      aria-valuetext={marker.text}
      onInput={move}
      onChange={move}
      onPointerMove={(event) => actions.hover(minuteUnder(event, marker))}
      onPointerOut={() => actions.hover(null)}
    />
  );
}

/** The minute under a mouse; a finger and a pressed button move the marker instead. */
function minuteUnder(
  { buttons, clientX, currentTarget }: { buttons: number; clientX: number; currentTarget: HTMLInputElement },
  { max, step }: ChartOf["marker"],
): number | null {
  // The marker is wider than the areas by its knob.
  const areas = currentTarget.parentElement?.querySelector(".band")?.getBoundingClientRect();
  if (buttons || !areas?.width) {
    return null;
  }
  const part = Math.min(Math.max((clientX - areas.left) / areas.width, 0), 1);
  return Math.floor((part * max) / step) * step;
}

/** The labels of the times. */
const TIMES = { first: "from-first", most: "from-most", all: "from-all", longest: "longest" } as const;

/** From when they say OK, for each panel: what the flags show, also for those who do not see them. */
function Times({ chart, actions }: ChartProps) {
  const { view } = useLabels();
  return (
    <table class="times">
      <thead>
        <tr>
          <td />
          {each(chart.bands, ({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {each(chart.times, ({ id, cells }) => (
          <tr key={id}>
            <th scope="row">{view[TIMES[id]]}</th>
            {each(cells, ({ panel, value, count }) => (
              <td key={panel} data-label={panel}>
                <span>{`${value} `}</span>
                {count && <Count count={count} actions={actions} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
