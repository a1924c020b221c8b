/** How does an answer look? */
import { memo } from "react";
import { say } from "../engine/card.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").PanelCard} PanelCard
 * @typedef {import("../engine/card.js").Scene} Scene
 */

/** @param {{ path: string }} props */
function Icon({ path }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** @param {{ link: { href: string, text: string } | undefined }} props */
export function Call({ link }) {
  return (
    link && (
      <a className="call" href={link.href}>
        {link.text}
      </a>
    )
  );
}

/** @param {{ remind: import("../engine/card.js").Remind | undefined }} props */
function Remind({ remind }) {
  return (
    remind && (
      <p className="remind">
        <a className="button" href={remind.href} download="reminder.ics">
          {remind.text}
        </a>
        <span className="note">{say("view.remind-note")}</span>
      </p>
    )
  );
}

/** What the others say: the same whether it is the head of the card or not. @param {{ card: Card }} props */
function Words({ card }) {
  return (
    <>
      <p className="summary" part="summary">
        {card.summary}
      </p>
      <p className="next">{card.next}</p>
      {card.proviso && (
        <p className="proviso">
          <button className="count" type="button">
            {card.proviso}
          </button>
        </p>
      )}
      <p className="opinions">{say("view.opinions")}</p>
      <Remind remind={card.remind} />
    </>
  );
}

/** @param {{ card: Card }} props */
function Answer({ card }) {
  return (
    <header className="answer" part="answer" data-status={card.status}>
      <p className="asked">{card.asked}</p>
      <Icon path={card.icon} />
      <h2 className="status" part="status" tabIndex={-1}>
        {card.headline}
      </h2>
      <Words card={card} />
    </header>
  );
}

/** The clinic's own wait, and what the others say. @param {{ card: Card, first: NonNullable<Card["first"]>, scene: Scene }} props */
function ClinicFirst({ card, first, scene }) {
  return (
    <>
      <header className="clinic" part="clinic" data-status={first.status}>
        <p className="asked">{card.asked}</p>
        <Icon path={first.icon} />
        <h2 className="status" tabIndex={-1}>
          {first.title}
        </h2>
        <p className="next">{first.left}</p>
        <Remind remind={first.remind} />
        <p className={first.differs ? "differ" : undefined}>{first.first}</p>
        <Call link={scene.contact} />
      </header>
      <section className="consensus" part="consensus">
        <h3>{say("view.consensus")}</h3>
        <p className="panel-status">{card.headline}</p>
        <Words card={card} />
      </section>
    </>
  );
}

/** @param {{ beside: NonNullable<Card["beside"]>, scene: Scene }} props */
function ClinicBeside({ beside, scene }) {
  return (
    <section className="clinic" part="clinic">
      {beside.none && <p>{beside.none}</p>}
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
    </section>
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

/** @param {{ card: Card, scene: Scene, go: (selector: string) => void }} props */
export function AnswerCard({ card, scene, go }) {
  return (
    <section className="card" part="card">
      {card.beside && <ClinicBeside beside={card.beside} scene={scene} />}
      {card.first ? <ClinicFirst card={card} first={card.first} scene={scene} /> : <Answer card={card} />}
      <div className="alarm">
        <p>{scene.alarm}</p>
        <button className="act" type="button" onClick={() => go(".help-title")}>
          {say("view.help")}
        </button>
      </div>
      <div className="credit">
        {card.isNotClinic && <p>{say("view.not-clinic")}</p>}
        {card.answers && (
          <button className="act" type="button">
            {card.answers}
          </button>
        )}
        <button className="act" type="button">
          {say("deeper.other-things")}
        </button>
      </div>
      {card.differ && <p className="differ">{card.differ}</p>}
      {card.panels.map((panel) => (
        <Panel key={panel.id} panel={panel} />
      ))}
      <p className="note clock">{card.clock}</p>
      {card.stale && <p className="stale">{card.stale}</p>}
      <p className="note scope">{say("view.scope")}</p>
    </section>
  );
}
