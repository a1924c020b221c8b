/** The root component: the form and the card. */
import { Suspense, lazy, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { dataLine, describe, list, say } from "../engine/card.js";
import { firstForm } from "../engine/form.js";
import { AnswerCard, Call, Calling } from "./card.jsx";
import { AskForm } from "./form.jsx";

/**
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {import("../engine/card.js").Scene} Scene
 * @typedef {import("../engine/settings.js").Settings} Settings
 */

/** The panels are loaded meanwhile. */
export const arriving = import("./panels.jsx");
const PanelsView = lazy(() => arriving);

const MINUTE = 60_000;

/** An answer stands so long before it is read out. */
const PAUSE = 700;

/** The time, which is looked at again at each full minute. @param {boolean} isLive */
function useNow(isLive) {
  const [now, setNow] = useState(() => Date.now());
  const look = useCallback(() => setNow(Date.now()), []);
  useEffect(() => {
    if (!isLive) {
      return undefined;
    }
    const timer = setTimeout(look, MINUTE - (Date.now() % MINUTE));
    return () => clearTimeout(timer);
  }, [isLive, look, now]);
  return /** @type {const} */ ([now, look]);
}

/**
 * What a screen reader is told.
 *
 * @param {string} spoken
 * @param {boolean} isRead whether it is read with the page
 */
function useAnnouncement(spoken, isRead) {
  const [said, setSaid] = useState("");
  const heard = useRef(isRead ? spoken : "");
  useEffect(() => {
    if (spoken === heard.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      heard.current = spoken;
      setSaid(spoken);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [spoken]);
  return { said, hear: (/** @type {string} */ text) => void (heard.current = text) };
}

const Items = memo(
  /** @param {{ of: string }} props */
  ({ of }) => (
    <ul>
      {list(of).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  ),
);

/** @param {{ scene: Scene }} props */
function Help({ scene }) {
  return (
    <section className="help" part="help">
      <h2 className="help-title" tabIndex={-1}>
        {say("view.help")}
      </h2>
      <div className="care emergency">
        <h3>
          <Calling sentence={scene.emergency} />
        </h3>
        <Items of="red-flags.emergency" />
        <Call link={scene.call || undefined} />
      </div>
      <div className="care soon">
        <h3>{say("view.soon")}</h3>
        <Items of="red-flags.soon" />
        <p>{say("view.no-driving")}</p>
        <Call link={scene.contact} />
      </div>
    </section>
  );
}

/** @param {{ waits: { name: string, wait: string }[], scene: Scene }} props */
function ClinicAlone({ waits, scene }) {
  return (
    <section className="clinic" part="clinic">
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
      <dl className="times">
        {waits.map(({ name, wait }) => (
          <div key={name} className="row">
            <dt>{name}</dt>
            <dd>{wait}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** @param {{ settings: Settings }} props */
export function Widget({ settings }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [form, setForm] = useState(() => firstForm(settings, Date.now()));
  const [now, look] = useNow(settings.hasForm || settings.treatedAt !== undefined);
  const scene = useMemo(() => describe(settings, form, now), [settings, form, now]);
  const { said, hear } = useAnnouncement(scene.spoken, !settings.hasForm);
  const [goal, setGoal] = useState("");
  const go = useCallback((/** @type {string} */ selector) => setGoal(selector), []);
  const change = useCallback(
    (/** @type {Partial<Form>} */ part) => {
      setForm((form) => ({ ...form, ...part }));
      look();
    },
    [look],
  );
  const lead = (/** @type {Partial<Form>} */ part = {}) => {
    const next = describe(settings, { ...form, ...part }, Date.now());
    if (next.card) {
      hear(next.spoken);
      go(".status");
    }
    change({ ...part, open: !next.card });
  };
  useEffect(() => {
    if (goal) {
      /** @type {HTMLElement | null | undefined} */ (root.current?.querySelector(goal))?.focus();
      setGoal("");
    }
  }, [goal]);
  return (
    <div className="root" part="root" lang="en" dir="ltr" ref={root}>
      {settings.hasForm && (
        <AskForm settings={settings} form={form} scene={scene} change={change} lead={lead} go={go} />
      )}
      {scene.hint && <p className="hint">{scene.hint}</p>}
      {scene.clinic && <ClinicAlone waits={scene.clinic.waits} scene={scene} />}
      {scene.card && (
        <AnswerCard card={scene.card} scene={scene} go={go}>
          <Suspense fallback={<div className="awaited" aria-busy="true" />}>
            <PanelsView card={scene.card} />
          </Suspense>
        </AnswerCard>
      )}
      <Help scene={scene} />
      <p className="notice">{say("card.notice")}</p>
      <p className="note corpus">{dataLine}</p>
      <p className="note unreviewed">{say("view.unreviewed")}</p>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
