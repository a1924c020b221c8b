/** The root component: the form and the card. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
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

const MINUTE = 60_000;

/** The panels, once they are loaded. */
function usePanels() {
  const [view, setView] = useState(/** @type {Awaited<typeof arriving> | undefined} */ (undefined));
  useEffect(() => void arriving.then(setView), []);
  return view?.default;
}

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

/** @param {{ of: string }} props */
function Items({ of }) {
  return (
    <ul>
      {list(of).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** @param {{ scene: Scene }} props */
function Help({ scene }) {
  return (
    <section class="help" part="help">
      <h2 class="help-title" tabindex={-1}>
        {say("view.help")}
      </h2>
      <div class="care emergency">
        <h3>
          <Calling sentence={scene.emergency} />
        </h3>
        <Items of="red-flags.emergency" />
        <Call link={scene.call || undefined} />
      </div>
      <div class="care soon">
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
    <section class="clinic" part="clinic">
      <p>{scene.clinicFirst}</p>
      <Call link={scene.contact} />
      <dl class="times">
        {waits.map(({ name, wait }) => (
          <div key={name} class="row">
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
  const PanelsView = usePanels();
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
    <div class="root" part="root" lang="en" dir="ltr" ref={root}>
      {settings.hasForm && (
        <AskForm settings={settings} form={form} scene={scene} change={change} lead={lead} go={go} />
      )}
      {scene.hint && <p class="hint">{scene.hint}</p>}
      {scene.clinic && <ClinicAlone waits={scene.clinic.waits} scene={scene} />}
      {scene.card && (
        <AnswerCard card={scene.card} scene={scene} go={go}>
          {PanelsView ? <PanelsView card={scene.card} /> : <div class="awaited" aria-busy="true" />}
        </AnswerCard>
      )}
      <Help scene={scene} />
      <p class="notice">{say("card.notice")}</p>
      <p class="note corpus">{dataLine}</p>
      <p class="note unreviewed">{say("view.unreviewed")}</p>
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
