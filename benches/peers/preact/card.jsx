/** How does an answer look? */
import { say } from "../engine/card.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").PanelCard} PanelCard
 * @typedef {import("../engine/card.js").Scene} Scene
 */

/** @param {{ path: string }} props */
function Icon({ path }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** @param {{ link: { href: string, text: string } | undefined }} props */
export function Call({ link }) {
  return (
    link && (
      <a class="call" href={link.href}>
        {link.text}
      </a>
    )
  );
}

/** @param {{ remind: import("../engine/card.js").Remind | undefined }} props */
function Remind({ remind }) {
  return (
    remind && (
      <p class="remind">
        <a class="button" href={remind.href} download="reminder.ics">
          {remind.text}
        </a>
        <span class="note">{say("view.remind-note")}</span>
      </p>
    )
  );
}

/** What the others say: the same whether it is the head of the card or not. @param {{ card: Card }} props */
function Words({ card }) {
  return (
    <>
      <p class="summary" part="summary">
        {card.summary}
      </p>
      <p class="next">{card.next}</p>
      {card.proviso && (
        <p class="proviso">
          <button class="count" type="button">
            {card.proviso}
          </button>
        </p>
      )}
      <p class="opinions">{say("view.opinions")}</p>
      <Remind remind={card.remind} />
    </>
  );
}

/** @param {{ card: Card }} props */
function Answer({ card }) {
  return (
    <header class="answer" part="answer" data-status={card.status}>
      <p class="asked">{card.asked}</p>
      <Icon path={card.icon} />
      <h2 class="status" part="status" tabindex={-1}>
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
      <header class="clinic" part="clinic" data-status={first.status}>
        <p class="asked">{card.asked}</p>
        <Icon path={first.icon} />
        <h2 class="status" tabindex={-1}>
          {first.title}
        </h2>
        <p class="next">{first.left}</p>
        <Remind remind={first.remind} />
        <p class={first.differs ? "differ" : undefined}>{first.first}</p>
        <Call link={scene.contact} />
      </header>
      <section class="consensus" part="consensus">
        <h3>{say("view.consensus")}</h3>
        <p class="panel-status">{card.headline}</p>
        <Words card={card} />
      </section>
    </>
  );
}

/** @param {{ beside: NonNullable<Card["beside"]>, scene: Scene }} props */
function ClinicBeside({ beside, scene }) {
  return (
    <section class="clinic" part="clinic">
      {beside.none && <p>{beside.none}</p>}
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
    </section>
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

/** @param {{ card: Card, scene: Scene, go: (selector: string) => void }} props */
export function AnswerCard({ card, scene, go }) {
  return (
    <section class="card" part="card">
      {card.beside && <ClinicBeside beside={card.beside} scene={scene} />}
      {card.first ? <ClinicFirst card={card} first={card.first} scene={scene} /> : <Answer card={card} />}
      <div class="alarm">
        <p>{scene.alarm}</p>
        <button class="act" type="button" onClick={() => go(".help-title")}>
          {say("view.help")}
        </button>
      </div>
      <div class="credit">
        {card.isNotClinic && <p>{say("view.not-clinic")}</p>}
        {card.answers && (
          <button class="act" type="button">
            {card.answers}
          </button>
        )}
        <button class="act" type="button">
          {say("deeper.other-things")}
        </button>
      </div>
      {card.differ && <p class="differ">{card.differ}</p>}
      {card.panels.map((panel) => (
        <Panel key={panel.id} panel={panel} />
      ))}
      <p class="note clock">{card.clock}</p>
      {card.stale && <p class="stale">{card.stale}</p>}
      <p class="note scope">{say("view.scope")}</p>
    </section>
  );
}
