/** The root component: the form and the card. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { describe, describeSettings } from "../engine/card.js";
import { changed, firstForm } from "../engine/form.js";
import { AnswerCard, ClinicWaits } from "./card.jsx";
import { AskForm } from "./form.jsx";
import { Help } from "./help.jsx";

/**
 * @typedef {import("../engine/form.js").Form} Form
 * @typedef {import("../engine/settings.js").Settings} Settings
 */

/** What stands under the head is loaded meanwhile. */
export const arriving = import("./evidence.jsx");

const MINUTE = 60_000;

/** What stands under the head, once it is loaded. */
function useEvidence() {
  const [view, setView] = useState(/** @type {Awaited<typeof arriving> | undefined} */ (undefined));
  useEffect(() => void arriving.then(setView), []);
  return view?.default;
}

/** The same a frame later: an effect runs once the head is painted. @template T @param {T} value */
function useAfterPaint(value) {
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  return shown;
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

/** @param {{ settings: Settings }} props */
export function Widget({ settings }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [form, setForm] = useState(() => firstForm(settings, Date.now()));
  const [now, look] = useNow(settings.hasForm || settings.treatedAt !== undefined);
  const page = useMemo(() => describeSettings(settings), [settings]);
  const scene = useMemo(() => describe(settings, form, now), [settings, form, now]);
  const { card } = scene;
  const shown = useAfterPaint(card);
  const { said, hear } = useAnnouncement(card?.spoken ?? "", !settings.hasForm);
  const Evidence = useEvidence();
  const [goal, setGoal] = useState("");
  const change = (/** @type {Partial<Form>} */ part) => {
    setForm((form) => changed({ ...form, isSubmitted: form.isSubmitted && !card }, part, Date.now()));
    look();
  };
  /** To the answer, or to what is missing. @param {Partial<Form>} [part] */
  const lead = (part = {}) => {
    const now = Date.now();
    const next = describe(settings, changed({ ...form, isSubmitted: true }, part, now), now);
    const isThere = next.card !== undefined;
    if (next.card) {
      hear(next.card.spoken);
    }
    change({ ...part, isSubmitted: !isThere, isFolded: isThere });
    setGoal(isThere ? ".status" : "[aria-invalid=true]");
  };
  // The same function at all times, so that what stands under the head is not drawn again.
  const latest = useRef(lead);
  latest.current = lead;
  const ask = useCallback((/** @type {string} */ activity) => latest.current({ activity }), []);
  const unfold = () => {
    change({ isFolded: false });
    setGoal(".ask :is(select,input)");
  };
  useEffect(() => {
    if (goal) {
      /** @type {HTMLElement | null | undefined} */ (root.current?.querySelector(goal))?.focus();
      setGoal("");
    }
  }, [goal]);
  return (
    <div class="root" part="root" lang="en" dir="ltr" ref={root}>
      <div class="page">
        {settings.hasForm && (
          <AskForm settings={settings} form={form} scene={scene} change={change} lead={() => lead()} />
        )}
        {card ? (
          <>
            <AnswerCard
              card={card}
              page={page}
              unfold={settings.hasForm && form.isFolded ? unfold : undefined}
            />
            {Evidence && shown ? (
              <Evidence card={shown} ask={settings.asks.activity ? ask : undefined} />
            ) : (
              <div class="awaited" aria-busy="true" />
            )}
          </>
        ) : (
          <>
            <p class="hint">{scene.hint}</p>
            {page.clinic && <ClinicWaits clinic={page.clinic} page={page} />}
          </>
        )}
        {useMemo(
          () => (
            <Help page={page} />
          ),
          [page],
        )}
        <p class="unseen" role="status">
          {said}
        </p>
      </div>
    </div>
  );
}
