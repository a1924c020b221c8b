/** How the tallies change with the hours: a chart in which the reader can look at another moment, and the same in numbers. */
import type { Chart as ChartOf, ChartTable, Stance } from "generated/wasm";
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { each } from "./each";
import { Row, opens } from "./elements";
import { useLabels, useSettings } from "./labels";

interface ChartProps {
  chart: ChartOf;
  /** All numbers; none until the reader has opened them. */
  table: ChartTable | null;
  actions: Actions;
}

export function Chart({ chart, table, actions }: ChartProps) {
  const { view } = useLabels();
  return (
    <section class="card body picture" part="picture">
      <h3 class="title">{view.picture}</h3>
      <p class="note pick">{view["picture-hint"]}</p>
      <Legend chart={chart} />
      <div class={chart.withClock ? "chart with-clock" : "chart"}>
        <svg aria-hidden="true" class="above" width="100%" height="20">
          {chart.now && (
            <Sign class="now" anchor={chart.now.anchor} x={chart.now.x} up="-0.4em" text={chart.now.text} />
          )}
        </svg>
        {each(chart.bands, (band) => (
          <Band key={band.name} band={band} chart={chart} />
        ))}
        <Scale chart={chart} />
        <Marker marker={chart.marker} actions={actions} />
      </div>
      <p class="moment">{chart.reading.moment}</p>
      <dl class="times">
        {each(chart.reading.rows, ({ name, value }) => (
          <Row key={name} name={name}>
            {value}
          </Row>
        ))}
      </dl>
      {chart.moved && (
        <button class="link back" type="button" onClick={() => actions.resetMarker()}>
          {chart.withClock ? view["picture-back"] : view["picture-back-card"]}
        </button>
      )}
      {each(chart.beyond, (text) => (
        <p key={text} class="note">
          {text}
        </p>
      ))}
      <details class="exact" {...opens("exact", actions)}>
        <summary>{view["picture-exact"]}</summary>
        {table && <Table table={table} />}
      </details>
    </section>
  );
}

/** In the order of the legend and of the table's columns. */
const SHOWN = ["fine", "silent", "wait"] as const;

/** What the areas and lines are. Each drawing has a size of its own, as an icon has. */
function Legend({ chart }: { chart: ChartOf }) {
  const { stances } = useSettings();
  return (
    <>
      {/* The one place of the textures; a drawing that is not shown at all would take them with it. */}
      <svg aria-hidden="true" class="textures" width="0" height="0">
        <Texture id="hatched" path="M-2 2l4-4M0 8l8-8M6 10l4-4" />
        <Texture id="dotted" path="M2 2h.01M6 6h.01" />
      </svg>
      <p class="legend">
        {each(SHOWN, (stance) => (
          <span key={stance} class="entry">
            <svg aria-hidden="true" class="swatch" width="20" height="16">
              <Area stance={stance} x="0%" y="0%" width="100%" height="100%" />
            </svg>
            <span>{stances[stance]}</span>
          </span>
        ))}
        {chart.clinic && (
          <span class="entry">
            <svg aria-hidden="true" class="swatch" width="20" height="16">
              <Line class="clinic-wait" x="50%" />
            </svg>
            <span>{chart.clinic}</span>
          </span>
        )}
      </p>
    </>
  );
}

const Texture = ({ id, path }: { id: string; path: string }) => (
  <pattern class={id} id={id} patternUnits="userSpaceOnUse" width="8" height="8">
    <path d={path} stroke="currentColor" />
  </pattern>
);

interface AreaProps {
  stance: Stance;
  x: string;
  y: string;
  width: string;
  height: string;
}

/** Told apart by texture, too. */
const TEXTURES: Partial<Record<Stance, string>> = { wait: "url(#hatched)", silent: "url(#dotted)" };

const Area = ({ stance, ...sides }: AreaProps) => <rect class={stance} {...sides} fill={TEXTURES[stance]} />;

/** A line from top to bottom. */
const Line = ({ class: style, x }: { class: string; x: string }) => (
  <line class={style} x1={x} x2={x} y2="100%" stroke="currentColor" />
);

/** The same, to be seen on every area. */
const LineInHalo = ({ class: style, x }: { class: string; x: string }) => (
  <>
    <Line class="halo" x={x} />
    <Line class={style} x={x} />
  </>
);

/** One panel: fine grows from below, wait shrinks from above, and what is not clear lies between them. */
function Band({ band, chart }: { band: ChartOf["bands"][number]; chart: ChartOf }) {
  const areas = useMemo(
    () => each(band.areas, (area) => <Area key={`${area.stance}${area.x}`} {...area} />),
    [band],
  );
  const ticks = useMemo(() => each(chart.ticks, (x) => <Line key={x} class="tick" x={x} />), [chart.ticks]);
  return (
    <>
      <p class="band-name">{band.name}</p>
      <svg aria-hidden="true" class="band" width="100%" height="80">
        {areas}
        {ticks}
        {chart.clinicX && <LineInHalo class="clinic-wait" x={chart.clinicX} />}
        {chart.nowX && <LineInHalo class="now" x={chart.nowX} />}
        <LineInHalo class="at" x={chart.atX} />
      </svg>
    </>
  );
}

interface SignProps {
  class: string;
  anchor: string;
  x: string;
  /** How far above the lower edge. */
  up: string;
  text: string;
}

const Sign = ({ class: style, anchor, x, up, text }: SignProps) => (
  <text class={style} x={x} y="100%" dy={up} text-anchor={anchor}>
    {text}
  </text>
);

/** The lines of a tick from below: the last one stands lowest. */
const HEIGHTS = ["-0.4em", "-1.7em", "-3em"];

/** The hours, and under them day and time of day where there is a clock. */
function Scale({ chart }: { chart: ChartOf }) {
  return (
    <svg aria-hidden="true" class="scale" width="100%" height="56">
      {each(chart.scale, ({ x, anchor, minor, hours, clock }) => {
        const more = minor ? " minor" : "";
        return (
          <Fragment key={x}>
            <Sign class={`hours${more}`} anchor={anchor} x={x} up={HEIGHTS[clock.length]} text={hours} />
            {each(clock, (line, place) => (
              <Sign
                key={place}
                class={`clock${more}`}
                anchor={anchor}
                x={x}
                up={HEIGHTS[clock.length - 1 - place]}
                text={line}
              />
            ))}
          </Fragment>
        );
      })}
    </svg>
  );
}

/** The marker, by which another moment is looked at: a slider that lies over the whole chart. */
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

/** From when on how many say what. With large letters on a small screen it is too wide; the arrow keys move it where it has the focus. */
function Table({ table }: { table: ChartTable }) {
  const { view } = useLabels();
  const { stances } = useSettings();
  return (
    <section class="scroll" aria-label={view["picture-exact"]} tabindex={0}>
      {each(table.panels, ({ name, rows }) => (
        <table key={name}>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{view["picture-from"]}</th>
              {each(SHOWN, (stance) => (
                <th key={stance} scope="col">
                  {stances[stance]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {each(rows, (row) => (
              <tr key={row.from}>
                <th scope="row">{row.from}</th>
                {each(SHOWN, (stance) => (
                  <td key={stance}>{row[stance]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
