/** Small elements that several parts of the view share. */
import type { Count as CountOf, Link, Sentence, Statement, Status } from "generated/wasm";
import type { ComponentChildren } from "preact";
import type { Actions } from "./actions";
import { each } from "./each";

/** The hands of a clock. */
const WAIT = "M12 6v6l4 2.5";
const FINE = "M5 12.5l4.5 4.5L19 7.5";

/** A shape of its own for each direction, so that colour is never alone. */
const ICONS: Record<Status, string> = {
  fine: FINE,
  mostly_fine: FINE,
  divided: "M6 9h12M6 15h12",
  mostly_wait: WAIT,
  wait: WAIT,
  not_enough: "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5v.01",
};

/** With a size and a stroke of its own: there are browsers that take no style sheet of a script. */
export const Icon = ({ status }: { status: Status }) => (
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
    <path d={ICONS[status]} />
  </svg>
);

interface CountProps {
  class?: string;
  count: CountOf;
  actions: Actions;
}

/** A number that leads to the answers behind it; a text when there are none. */
export const Count = ({ class: style = "count", count: { text, filter }, actions }: CountProps) =>
  filter ? (
    <button
      class={style}
      type="button"
      onClick={({ currentTarget }) => actions.showAnswers(filter, currentTarget)}
    >
      {text}
    </button>
  ) : (
    <span>{text}</span>
  );

/** A button that leads to another place of the card. */
export const GoTo = ({ place, text, actions }: { place: string; text: string; actions: Actions }) => (
  <button class="act" type="button" onClick={({ currentTarget }) => actions.goTo(place, currentTarget)}>
    {text}
  </button>
);

/** A telephone number. */
export const Call = ({ link }: { link: Link | null }) =>
  link && (
    <a class="call" href={link.href}>
      {link.text}
    </a>
  );

/** A sentence in which a number can be called. */
export const Calling = ({ sentence: { before, call, after } }: { sentence: Sentence }) => (
  <>
    {before}
    {call && <a href={call.href}>{call.text}</a>}
    {after}
  </>
);

/** A link that leaves the page, and tells the other site nothing. */
export const OutsideLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a href={href} target="_blank" rel="noreferrer noopener">
    {children}
  </a>
);

export const Items = ({ texts }: { texts: readonly string[] }) => (
  <ul>
    {each(texts, (text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);

/** A name and its value, in a list of such. */
export const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="row">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface FieldProps {
  label: string;
  /** What is missing or wrong, and the id by which the control refers to it. */
  error?: string | null;
  errorId?: string;
  children: ComponentChildren;
}

/** A control with its label. */
export const Field = ({ label, error, errorId, children }: FieldProps) => (
  <div class="field">
    <label>
      <span class="label">{label}</span>
      {children}
    </label>
    {error && (
      <p class="error" id={errorId} role="alert">
        {error}
      </p>
    )}
  </div>
);

/** A claim in words, and the answers that make it. */
export const Claim = ({ claim, actions }: { claim: Statement; actions: Actions }) => (
  <>
    <p>{claim.text}</p>
    <p class="counts">
      {each(claim.counts, (count) => (
        <Count key={count.text} count={count} actions={actions} />
      ))}
    </p>
  </>
);

interface SectionProps {
  name: string;
  title: string;
  isOpened: boolean;
  actions: Actions;
  children: ComponentChildren;
}

/** A section that the reader can open. Its content is drawn from the first time on, since most are never opened. */
export const Section = ({ name, title, isOpened, actions, children }: SectionProps) => (
  <details class={name} {...opens(name, actions)}>
    <summary>
      <h3>{title}</h3>
    </summary>
    {isOpened && children}
  </details>
);

/**
 * A section is drawn before it opens, so that nobody sees it empty; a browser opens
 * one by itself where a reader's search finds something in it.
 */
export const opens = (name: string, actions: Actions) => ({
  onClick: ({ target, currentTarget }: { target: EventTarget | null; currentTarget: HTMLDetailsElement }) => {
    if ((target as Element).closest("summary")?.parentElement === currentTarget) {
      actions.open(name);
    }
  },
  onToggle: ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => {
    if (currentTarget.open) {
      actions.open(name);
    }
  },
});
