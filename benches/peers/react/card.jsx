/** How does an answer look? */
import { say } from "../engine/card.js";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Scene} Scene
 */

/** @param {{ path: string }} props */
function Icon({ path }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** A sentence that may name a number to call. @param {{ sentence: Scene["alarm"] }} props */
export function Calling({ sentence: { before, call, after } }) {
  return (
    <>
      {before}
      {call && <a href={call.href}>{call.text}</a>}
      {after}
    </>
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
        <p className={first.differs ? "differ" : undefined}>{first.first}</p>
        <Call link={scene.contact} />
      </header>
      <section className="consensus" part="consensus">
        <h3>{say("clinic.consensus")}</h3>
        <p className="panel-status">{card.headline}</p>
        <Words card={card} />
      </section>
    </>
  );
}

/** @param {{ clinicNote: NonNullable<Card["clinicNote"]>, scene: Scene }} props */
function ClinicNote({ clinicNote, scene }) {
  return (
    <section className="clinic" part="clinic">
      {clinicNote.none && <p>{clinicNote.none}</p>}
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
    </section>
  );
}

/**
 * @param {{ card: Card, scene: Scene, go: (selector: string) => void,
 *   children: import("react").ReactNode }} props
 */
export function AnswerCard({ card, scene, go, children }) {
  return (
    <section className="card" part="card">
      {card.clinicNote && <ClinicNote clinicNote={card.clinicNote} scene={scene} />}
      {card.first ? <ClinicFirst card={card} first={card.first} scene={scene} /> : <Answer card={card} />}
      <div className="alarm">
        <p>
          <Calling sentence={scene.alarm} />
        </p>
        <button className="act" type="button" onClick={() => go(".help-title")}>
          {say("view.help")}
        </button>
      </div>
      {card.stale && <p className="stale">{card.stale}</p>}
      {children}
      <p className="note scope">{say("view.scope")}</p>
    </section>
  );
}
