/** How does an answer look? */
import { Fragment } from "react";
import { say } from "../engine/card.js";
import { Call, Icon, Items, LineIcon, Row } from "./elements.jsx";

/**
 * @typedef {import("../engine/card.js").Card} Card
 * @typedef {import("../engine/card.js").Page} Page
 */

/** From when, who says so, and what they ask for. @param {{ card: Card }} props */
function Consensus({ card: { next, summary, close, conditions, over } }) {
  return (
    <>
      {next && (
        <p className="next">
          <span>{next.before}</span>
          <time dateTime={next.instant}>{next.when}</time>
          <span className="left">{next.after}</span>
        </p>
      )}
      <p className="summary" part="summary">
        {summary.map(({ before, count }) => (
          <Fragment key={before}>
            {before}
            {count && <b>{count}</b>}
          </Fragment>
        ))}
      </p>
      {close && (
        <p className="close">
          <LineIcon name="alert" />
          <span>{close}</span>
        </p>
      )}
      {conditions && (
        <details className="proviso">
          <summary>
            <span>{conditions.title}</span>
            <LineIcon name="down" />
          </summary>
          <Items texts={conditions.list} />
          <button className="link" type="button">
            {conditions.see}
          </button>
        </details>
      )}
      {over && <p>{over}</p>}
    </>
  );
}

/** @param {{ card: Card, page: Page }} props */
function AnswerFirst({ card, page }) {
  return (
    <>
      {page.clinic && (
        <section className="clinic" part="clinic">
          {card.clinicNone && <p>{card.clinicNone}</p>}
          <p>{page.clinic.first}</p>
          <Call link={page.contact} />
        </section>
      )}
      <header className="verdict" part="answer" data-status={card.status}>
        <h2 className="status" part="status" tabIndex={-1}>
          <Icon status={card.status} />
          <span>{card.title}</span>
        </h2>
        <Consensus card={card} />
        <p className="basis">{page.basis}</p>
      </header>
    </>
  );
}

/** The clinic's own wait. @param {{ clinic: NonNullable<Card["clinic"]>, page: Page }} props */
const ClinicFirst = ({ clinic, page }) => (
  <header className="verdict" part="clinic" data-status="clinic">
    <h2 className="status" tabIndex={-1}>
      <Icon status="clinic" />
      <span>{clinic.title}</span>
    </h2>
    <p className="next">{clinic.left}</p>
    <p>{clinic.first}</p>
    <Call style="call button primary" link={page.contact} />
  </header>
);

/** What the others say, under the clinic's word, in one line that opens. @param {{ card: Card }} props */
const Others = ({ card }) => (
  <details className="card others" part="consensus" data-status={card.status}>
    <summary className="row">
      <Icon status={card.status} />
      <h2>
        <span>{say("clinic.consensus")}</span>
        <b>{card.title}</b>
      </h2>
      <LineIcon name="right" />
    </summary>
    <div className="opened">
      <Consensus card={card} />
      <p className="basis">{say("head.opinions")}</p>
    </div>
  </details>
);

/** @param {{ card: Card, page: Page, unfold: (() => void) | undefined }} props */
export const AnswerCard = ({ card, page, unfold }) => (
  <>
    <section className="card answer" part="card">
      <div className="question">
        <div>
          <p className="asked">{card.asked}</p>
          {card.treated && <p className="treated">{card.treated}</p>}
        </div>
        {unfold && (
          <button className="link" type="button" onClick={unfold}>
            {say("view.change")}
          </button>
        )}
      </div>
      {card.clinic ? (
        <ClinicFirst clinic={card.clinic} page={page} />
      ) : (
        <AnswerFirst card={card} page={page} />
      )}
      <div className="alarm">
        <p>{page.alarm.signs}</p>
        {page.alarm.href ? (
          <Call style="link" link={{ href: page.alarm.href, text: page.alarm.call }} />
        ) : (
          <b>{page.alarm.call}</b>
        )}
      </div>
      {card.remind && (
        <div className="act">
          <div className="remind">
            <p className="saves">
              <a className="button" href={card.remind.href} download="reminder.ics">
                <LineIcon name="bell" />
                <span>{card.remind.text}</span>
              </a>
              <span className="note">{say("view.remind-note")}</span>
            </p>
            <div className="refused" role="status" />
          </div>
        </div>
      )}
      {card.stale && <p className="stale">{card.stale}</p>}
    </section>
    {card.clinic && <Others card={card} />}
  </>
);

/** The clinic's waits where there is no answer yet. @param {{ clinic: NonNullable<Page["clinic"]>, page: Page }} props */
export const ClinicWaits = ({ clinic, page }) => (
  <section className="card body clinic" part="clinic">
    <p>{clinic.first}</p>
    <Call link={page.contact} />
    <dl className="times">
      {clinic.waits.map(({ name, wait }) => (
        <Row key={name} name={name}>
          {wait}
        </Row>
      ))}
    </dl>
  </section>
);
