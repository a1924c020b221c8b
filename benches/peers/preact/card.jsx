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
      class="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
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
      <a class="call" href={link.href}>
        {link.text}
      </a>
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
        <p class={first.differs ? "differ" : undefined}>{first.first}</p>
        <Call link={scene.contact} />
      </header>
      <section class="consensus" part="consensus">
        <h3>{say("clinic.consensus")}</h3>
        <p class="panel-status">{card.headline}</p>
        <Words card={card} />
      </section>
    </>
  );
}

/** @param {{ clinicNote: NonNullable<Card["clinicNote"]>, scene: Scene }} props */
function ClinicNote({ clinicNote, scene }) {
  return (
    <section class="clinic" part="clinic">
      {clinicNote.none && <p>{clinicNote.none}</p>}
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
    </section>
  );
}

/**
 * @param {{ card: Card, scene: Scene, go: (selector: string) => void,
 *   children: import("preact").ComponentChildren }} props
 */
export function AnswerCard({ card, scene, go, children }) {
  return (
    <section class="card" part="card">
      {card.clinicNote && <ClinicNote clinicNote={card.clinicNote} scene={scene} />}
      {card.first ? <ClinicFirst card={card} first={card.first} scene={scene} /> : <Answer card={card} />}
      <div class="alarm">
        <p>
          <Calling sentence={scene.alarm} />
        </p>
        <button class="act" type="button" onClick={() => go(".help-title")}>
          {say("view.help")}
        </button>
      </div>
      {card.stale && <p class="stale">{card.stale}</p>}
      {children}
      <p class="note scope">{say("view.scope")}</p>
    </section>
  );
}
