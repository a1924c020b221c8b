/** Small elements that several parts of the view share. */
import type { Count as CountOf, Link, Sentence, Status } from "generated/wasm";
import type { ComponentChildren } from "preact";
import type { Actions } from "./actions";
import { each } from "./each";

/** A status has a shape of its own, and what stands in it; color comes last. */
const DISC = "M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z";
const DIAMOND = "M12 .6 23.4 12 12 23.4.6 12z";
const SQUARE = "M8 2h8a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z";
const CHECK = "m7 12.4 3.4 3.4L17 9";
const CLOCK = "M12 6.6V12l3.4 2.4";
const EQUALS = "M8.2 10.2h7.6M8.2 13.8h7.6";
const QUESTION_MARK = "M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 1.9M12 16.9v.1";

/** Whose word or what view an icon stands for. */
export type Shown = Status | "clinic";

const SHAPES: Record<Shown, readonly [shape: string, glyph: string]> = {
  fine: [DISC, CHECK],
  mostly_fine: [DISC, CHECK],
  divided: [DIAMOND, EQUALS],
  mostly_wait: [DISC, CLOCK],
  wait: [DISC, CLOCK],
  not_enough: [SQUARE, QUESTION_MARK],
  clinic: [SQUARE, CLOCK],
};

/** Drawn with lines. */
const LINES = {
  phone:
    "M5 4h4l1.6 4.4-2.2 1.5a11 11 0 0 0 5.7 5.7l1.5-2.2L20 15v4a1.6 1.6 0 0 1-1.8 1.6A16 16 0 0 1 3.4 5.8 1.6 1.6 0 0 1 5 4z",
  bell: "M6.5 10a5.5 5.5 0 0 1 11 0c0 5 2 6.5 2 6.5h-15s2-1.5 2-6.5zM10.2 20a2 2 0 0 0 3.6 0",
  calendar:
    "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M8.5 3v4M15.5 3v4",
  done: "M20 11.5v.5a8 8 0 1 1-4.7-7.3M20 5.5l-8 8-2.6-2.6",
  question:
    "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9.7 9.7a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.9-1.1 1.6M12 16.3v.1",
  alert: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5v5M12 16.3v.1",
  right: "m9 5 7 7-7 7",
  down: "m5 9 7 7 7-7",
} as const;

/** With a size and colors of its own: there are browsers that take no style sheet of a script. */
const Drawing = ({ children }: { children: ComponentChildren }) => (
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
    {children}
  </svg>
);

export const Icon = ({ status }: { status: Shown }) => (
  <Drawing>
    <path class="disc" fill="currentColor" stroke="none" d={SHAPES[status][0]} />
    <path class="glyph" stroke="#fff" d={SHAPES[status][1]} />
  </Drawing>
);

export const LineIcon = ({ name }: { name: keyof typeof LINES }) => (
  <Drawing>
    <path d={LINES[name]} />
  </Drawing>
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
  <button class="link" type="button" onClick={({ currentTarget }) => actions.goTo(place, currentTarget)}>
    {text}
  </button>
);

/** A telephone number. */
export const Call = ({ class: style = "call link", link }: { class?: string; link: Link | null }) =>
  link && (
    <a class={style} href={link.href}>
      <LineIcon name="phone" />
      <span>{link.text}</span>
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
  <div class="value">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface FieldProps {
  label: string;
  children: ComponentChildren;
}

/** A control with its label. */
export const Field = ({ label, children }: FieldProps) => (
  <div class="field">
    <label>
      <span class="label">{label}</span>
      {children}
    </label>
  </div>
);

/** Numbers in a list, each with the answers behind it. */
export const Counts = ({ counts, actions }: { counts: readonly CountOf[]; actions: Actions }) => (
  <ul>
    {each(counts, (count) => (
      <li key={count.text}>
        <Count count={count} actions={actions} />
      </li>
    ))}
  </ul>
);

interface MoreProps {
  name: string;
  title: string;
  /** Where it is drawn when the reader opens it. */
  actions?: Actions;
  children: ComponentChildren;
}

/** What a compact card keeps behind one line. */
export const More = ({ name, title, actions, children }: MoreProps) => (
  <details class={`card ${name}`} {...(actions && opens(name, actions))}>
    <summary class="row">
      <span>{title}</span>
      <LineIcon name="right" />
    </summary>
    <div class="behind-it">{children}</div>
  </details>
);

interface SectionProps {
  name: string;
  icon?: keyof typeof LINES;
  title: string;
  isOpened: boolean;
  actions: Actions;
  children: ComponentChildren;
}

/** A section that the reader can open. Its content is drawn from the first time on, since most are never opened. */
export const Section = ({ name, icon, title, isOpened, actions, children }: SectionProps) => (
  <details class={name} {...opens(name, actions)}>
    <summary class="row">
      {icon && <LineIcon name={icon} />}
      <h3>{title}</h3>
      <LineIcon name="right" />
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
