/**
 * The class of `<aftercare-consensus>`. Importing it registers nothing, and does not
 * throw where there is no browser.
 *
 * The comment on the class is the source of custom-elements.json and of the tables in
 * the documents.
 */
import { build } from "generated/facts";
import type { Names, View } from "generated/wasm";
import { documentCall, documentHas, elementClass } from "../core/document";
import { onLanguage, refusalOf, unavailable } from "../core/languages";
import { LoadError } from "../core/load-error";
import type { Guidance } from "../core/types";
import { nextTask } from "../core/next-task";
import { Steps, type Work } from "../core/steps";
import { canCall, isRunning, loadWarning, start } from "../core/wasm";
import { MountedView } from "../view/mount";
import { State } from "../view/state";
import {
  ATTRIBUTES,
  attributesOf,
  defineProperties,
  pageLanguage,
  textOf,
  upgradeProperties,
} from "./attributes";
import { addToClock, removeFromClock, schedule } from "./clock";
import {
  type AftercareConsensusEventMap,
  type ChangeDetail,
  type ErrorDetail,
  type Listener,
  errorOf,
  sendChange,
  sendError,
} from "./events";
import { onPageLanguage, stopPageLanguage } from "./page-language";
import { Shadow, hasText, holdsPage, prerendered } from "./shadow";
import { languageFile, sourcesBeside } from "./sources";

export const TAG = "aftercare-consensus";

/** On a server there is no such class, and never an element. */
const Base: typeof globalThis extends { HTMLElement: infer Class extends new () => HTMLElement }
  ? Class
  : new () => HTMLElement = elementClass() ?? (class {} as typeof HTMLElement);

/** In a microtask, which a page cannot replace. */
async function later(run: () => void): Promise<void> {
  await null;
  run();
}

/**
 * While the wasm is compiled: the first format of a browser loads its calendar, which takes
 * longer than any step of ours and cannot be divided.
 */
async function loadCalendar(): Promise<void> {
  await nextTask();
  try {
    new Intl.DateTimeFormat();
  } catch {
    // A page may have taken it away: the core does without.
  }
}

/** The elements that are on a page. */
const connected = new Set<AftercareConsensus>();

/** Whether an element of this page has been drawn. */
let isWarm = false;

/** Another version that a script of this page brought. */
let rival: string | undefined;

/**
 * What published doctors and instructions say about an activity after a
 * botulinum-toxin treatment.
 *
 * Without `hours` and `treated-at` it asks for treatment and time. Space around
 * a value is ignored; a bad value shows an error that names the attribute, never
 * a silent default.
 *
 * @tag aftercare-consensus
 *
 * @attr {string} treatment - What was injected; the reader chooses where it is
 *   absent. Values: a brand, another brand name or a generic name, in any case, or
 *   `any` where the product is not known
 * @attr {string} activity - What is asked about. Where it is absent, the reader
 *   chooses, or it is exercise where there is nothing else to ask. Values: the
 *   id of an activity
 * @attr {string} hours - Hours since the treatment, for a card that stays as it
 *   is. Not together with `treated-at`. Values: a number from 0 up, such as `14`
 *   or `4.5`
 * @attr {string} treated-at - When the treatment was, for a card that goes with
 *   the clock. Values: a date and a time such as `2026-11-21T17:00`, on the
 *   reader's clock; with `Z` or an offset such as `+01:00` behind it, that very
 *   instant; with `~` behind all of it where it is only about then
 * @attr {string} lang - The language; that of the page around it where it is
 *   absent, English where there are no words in that. Any other is a script of its own
 *   beside the element's. Values: a language code such as `en`, `es` or `es-MX`
 * @attr {"brand" | "generic" | "class"} [names=brand] - How products are named:
 *   as "Botox", as "onabotulinumtoxinA", or as "your injections", which needs a
 *   `treatment`
 * @attr {string} panels - Whose answers are counted; all where it is absent.
 *   Values: ids of panels, with a space or a comma between them
 * @attr {boolean} [ask=false] - Asks the reader where treatment and time are given,
 *   too, and fills them in. Values: no value at all, `true` or `false`
 * @attr {boolean} [compact=false] - Shows the answer alone, and the rest when the
 *   reader asks for it. Values: no value at all, `true` or `false`
 * @attr {string} [sources=inline] - Where the sources of the answers are shown: on
 *   the card with links, or on the page of sources, to which the card then links.
 *   Values: `inline`; `page`, the one beside the classic script; or the address of
 *   one, such as `/aftercare/sources.html`
 * @attr {string} clinic - The clinic's name. Values: up to 100 letters
 * @attr {string} protocol - The clinic's own waits, which stand before everything
 *   else. Values: an activity and its wait, such as `exercise 24h`; a wait in
 *   `min`, `h` or `d`, or `day-end`; a semicolon before the next
 * @attr {string} contact - The clinic's telephone number, as a link beside its
 *   own word and beside when to get help. Values: a telephone number such as
 *   `+44 20 7946 0000`
 * @attr {string} emergency - The number to call in an emergency; "your emergency
 *   number" where it is absent. Values: a telephone number such as `911`
 *
 * @fires {CustomEvent<ChangeDetail>} aftercare-change - Another answer is shown.
 *   It tells no times, so that a page's analytics learns none.
 * @fires {CustomEvent<ErrorDetail>} aftercare-error - There is no answer, or there
 *   is one and the site's owner should mend something. The console has the message, too.
 *
 * @slot - A text that is useful on its own. It is shown where the widget cannot be.
 * @slot lead - A line above the form, which goes when the answer is there.
 *
 * @csspart root - Everything.
 * @csspart form - What the reader is asked.
 * @csspart card - The answer and all that belongs to it.
 * @csspart answer - The head of the card, where the consensus has it.
 * @csspart status - The answer in a few words, in the head.
 * @csspart summary - The sentence that says who says so, and how many.
 * @csspart clinic - The clinic's own word; the head of the card while its wait runs.
 * @csspart consensus - What the others say, below a wait of the clinic, in a line that opens.
 * @csspart plan - The answer for a time that the reader plans, beside that for now.
 * @csspart activities - The other activities at the same moment.
 * @csspart panel - The count of one panel.
 * @csspart picture - How the counts change with the hours.
 * @csspart help - When to get help.
 * @csspart sheet - What is printed.
 * @csspart error - A sentence for patients where there is no answer and no text inside the element.
 *
 * @cssprop --aftercare-font - The typefaces.
 * @cssprop --aftercare-radius - How round the corners of the boxes are.
 * @cssprop --aftercare-ground - Behind the cards.
 * @cssprop --aftercare-surface - Behind the text.
 * @cssprop --aftercare-ink - The text.
 * @cssprop --aftercare-quiet - Text that matters less.
 * @cssprop --aftercare-line - Lines between parts.
 * @cssprop --aftercare-edge - Around what one can fill in.
 * @cssprop --aftercare-accent - Links, the focus, and the edge of the clinic's word.
 * @cssprop --aftercare-fine - What says OK: headline, icon, bars and chart.
 * @cssprop --aftercare-fine-soft - Behind a headline that says OK.
 * @cssprop --aftercare-wait - What says wait: headline, icon, bars and chart.
 * @cssprop --aftercare-wait-soft - Behind a headline that says wait.
 * @cssprop --aftercare-even - What says that opinions are split: headline and icon.
 * @cssprop --aftercare-even-soft - Behind a headline that says so.
 * @cssprop --aftercare-none - What says that there are too few answers.
 * @cssprop --aftercare-none-soft - Behind a headline that says so.
 * @cssprop --aftercare-alarm - Errors, and when to call for help.
 */
export class AftercareConsensus extends Base {
  static readonly observedAttributes = ATTRIBUTES;

  static #renderAll(): void {
    for (const element of connected) {
      element.#render();
    }
  }

  static {
    onLanguage(() => {
      for (const element of connected) {
        element.#drawn = undefined;
        element.#render();
      }
    });
  }

  /** The version of the package, `+` and the version of its data. */
  static get version(): string {
    return build;
  }

  /** @internal */
  static meet(version: string): void {
    rival = version;
    for (const element of connected) {
      element.#sendRival();
    }
  }

  #shadow: Shadow | undefined;
  #view: MountedView | undefined;
  /** The attributes and the language of the page as they are drawn, in one text. */
  #drawn: string | undefined;
  /** What is left to do until the first view is drawn. */
  readonly #steps = new Steps();
  /** Counts what is begun, so that what is late can be told. */
  #turn = 0;
  #isWaiting = false;
  #isRivalSent = false;
  #isUnclosedSent = false;
  #isWarned = false;
  /** What the last event said. */
  #said: string | undefined;
  #isHeard = false;
  #settle!: () => void;
  readonly #ready: Promise<this> = new Promise((resolve) => {
    this.#settle = () => resolve(this);
  });

  /**
   * Fulfilled with the element once it shows all that it is going to, be it an error.
   * The answer is on the screen before, and `guidance` can be read.
   */
  get ready(): Promise<this> {
    return this.#ready;
  }

  /** The card that is shown; `null` while there is none. */
  get guidance(): Guidance | null {
    this.#refresh();
    return this.#view?.guidance() ?? null;
  }

  /**
   * What is asked, as a heading, such as "When can I exercise after Dysport?"; `null`
   * while there is no answer.
   */
  get heading(): string | null {
    this.#refresh();
    return this.#view?.state.view.answer?.heading ?? null;
  }

  /**
   * What is asked, as a link says it after its `#`, such as
   * `treatment=dysport&activity=exercise&treated-at=2026-11-21T22:00Z`; `null` while
   * something is missing. It tells when the treatment was: keep or pass it on only
   * where the reader asks for that.
   */
  get question(): string | null {
    this.#refresh();
    return this.#view?.link() ?? null;
  }

  /** Does all that is left to do, so that what is read is of now. */
  #refresh(): void {
    this.#render();
    if (canCall()) {
      try {
        this.#steps.finish();
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#view?.refresh();
  }

  connectedCallback(): void {
    try {
      // A frame that is taken away says nothing to what is in it.
      for (const element of connected) {
        if (!element.ownerDocument.defaultView) {
          connected.delete(element);
        }
      }
      connected.add(this);
      onPageLanguage(this.ownerDocument, AftercareConsensus.#renderAll);
      upgradeProperties(this);
      this.#render();
      if (documentHas("readyState") === "loading") {
        // What stands inside it is still to come.
        documentCall(document, "addEventListener", "DOMContentLoaded", () => this.#giveWay());
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * A framework may listen after the first answer: its first listener is told that one,
   * by an event that does not bubble, since the page around has heard it.
   */
  override addEventListener(
    type: string,
    listener: Listener | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener as Listener, options);
    if (type === "aftercare-change" && !this.#isHeard) {
      this.#isHeard = true;
      const answer = this.#said && this.#view?.state.view.answer;
      if (answer) {
        this.#tell(() => sendChange(this, detailOf(answer), false));
      }
    }
  }

  disconnectedCallback(): void {
    // An element that is only moved is back by then.
    void later(() => {
      if (!this.isConnected) {
        connected.delete(this);
        this.#clear();
        if (!connected.size) {
          stopPageLanguage();
        }
      }
    });
  }

  adoptedCallback(): void {
    this.#clear();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    // A host that changes several gets one new card.
    if (before !== after && !this.#isWaiting) {
      this.#isWaiting = true;
      void later(() => {
        this.#isWaiting = false;
        this.#render();
      });
    }
  }

  /** Renders where the attributes are others than before. */
  #render(): void {
    if (!connected.has(this)) {
      return;
    }
    try {
      const attributes = attributesOf(this);
      if (attributes.sources?.trim() === "page" && !sourcesBeside()) {
        // A module has none beside it.
        attributes.sources = "inline";
      }
      const pageLang = pageLanguage(this);
      const drawn = textOf(attributes, pageLang);
      if (drawn === this.#drawn) {
        return;
      }
      this.#drawn = drawn;
      this.#turn += 1;
      const turn = this.#turn;
      const showing = this.#show(attributes, pageLang);
      if (isWarm) {
        this.#steps.doNow(showing);
      } else {
        // What runs for the first time is slow.
        this.#steps.begin(showing).catch((error) => turn === this.#turn && this.#fail(error));
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  *#show(attributes: Record<string, string>, pageLang: string | null): Work {
    if (!isRunning()) {
      yield Promise.all([start(), loadCalendar()]);
    }
    if (this.#view) {
      this.#view.state.configure(attributes, pageLang, Date.now());
      this.#view.draw();
    } else {
      yield* this.#mount(attributes, pageLang);
    }
    if (!this.#view) {
      // Drawing has failed.
      return;
    }
    const { missingLanguage } = this.#view.state.settings;
    if (missingLanguage) {
      this.#sendMissingLanguage(missingLanguage);
    }
    const warning = loadWarning();
    if (warning && !this.#isWarned) {
      // The reader has an answer; only the site's owner needs to know.
      this.#isWarned = true;
      this.#tell(() => sendError(this, warning));
    }
    this.#sendRival();
  }

  *#mount(attributes: Record<string, string>, pageLang: string | null): Work {
    const state = new State(attributes, pageLang);
    yield;
    state.start(Date.now());
    yield;
    const view = new MountedView(this.ownerDocument, state, prerendered(this, attributes), {
      sources: () => state.settings.sources ?? sourcesBeside(),
      onDrawn: (isComplete) => this.#onDrawn(view, isComplete),
      onFailure: (error) => this.#fail(error),
      onGone: () => {
        connected.delete(this);
        this.#clear();
      },
    });
    this.#view = view;
    addToClock(view);
    yield* view.drawFirst();
  }

  /** The view shows what its state says. */
  #onDrawn(view: MountedView, isComplete: boolean): void {
    const { answer, problem } = view.state.view;
    this.#shadow ??= new Shadow(this, view.container);
    this.#giveWay();
    if (problem) {
      this.#sendError(problem);
    }
    if (answer) {
      this.#sendChange(answer);
    }
    if (isComplete) {
      isWarm = true;
      this.#tell(() => this.#settle());
    }
    schedule();
  }

  /** The text inside the element gives way to the answer; the rest of a page does not. */
  #giveWay(): void {
    const view = this.#view;
    if (!view) {
      return;
    }
    const isUnclosed = holdsPage(this);
    this.#shadow?.show(view.container, isUnclosed || view.state.view.problem !== null);
    if (isUnclosed && !this.#isUnclosedSent) {
      this.#isUnclosedSent = true;
      const message = `<${TAG}> has no end tag, so the rest of the page stands inside it; write </${TAG}> behind its text, since "/>" does not end it.`;
      void later(() => sendError(this, { code: "unclosed", message }));
    }
  }

  #sendChange(answer: NonNullable<View["answer"]>): void {
    const detail = detailOf(answer);
    const { status, treatment, activity, clinic } = detail;
    const said = `${status} ${treatment} ${activity} ${clinic?.waiting} ${clinic?.differs}`;
    this.#tellOnce(said, () => sendChange(this, detail));
  }

  #sendError(detail: ErrorDetail): void {
    this.#tellOnce(`${detail.code} ${detail.message}`, () => sendError(this, detail));
  }

  /** The reader has the card in English; the site's owner is told which script is missing. */
  #sendMissingLanguage(lang: string): void {
    const send = () =>
      this.#tell(() => {
        const refusal = refusalOf(lang);
        const file = languageFile(lang);
        const remedy = refusal ? `${file} is refused: ${refusal}` : `load ${file}.`;
        const message = `lang is "${lang}", whose words are not loaded, so the card is in English: ${remedy}`;
        sendError(this, { code: "unknown_language", message });
      });
    if (documentHas("readyState") === "complete") {
      send();
    } else {
      // Its script may be the next one.
      const turn = this.#turn;
      addEventListener("load", () => turn === this.#turn && send(), { once: true });
    }
  }

  /** Tells when the element is as it says: a listener may do anything, with this element too. */
  #tell(event: () => void): void {
    const turn = this.#turn;
    void later(() => turn === this.#turn && event());
  }

  /** The same, unless the last event was the same. */
  #tellOnce(said: string, event: () => void): void {
    this.#tell(() => {
      if (said !== this.#said) {
        this.#said = said;
        event();
      }
    });
  }

  #sendRival(): void {
    if (rival && this.#view && !this.#isRivalSent) {
      this.#isRivalSent = true;
      const message = `This page loads two versions of this tool: ${build} and ${rival}. The first one is used; keep one.`;
      void later(() => sendError(this, { code: "two_versions", message }));
    }
  }

  /** There is no view, but the text inside the element; only the site's owner is told why. */
  #fail(error: unknown): void {
    this.#unmount();
    try {
      // Without a shadow root, that text is there as it was.
      if (this.shadowRoot || !hasText(this)) {
        this.#shadow ??= new Shadow(this);
      }
      const { text, lang } = unavailable(this.lang || pageLanguage(this));
      this.#shadow?.setSentence(text, lang);
    } catch {
      // A page may have broken everything that would be needed for a sentence.
    }
    this.#sendError(errorOf(error));
    this.#tell(() => this.#settle());
    const turn = this.#turn;
    if (error instanceof LoadError) {
      void error.retry?.then(() => {
        if (turn === this.#turn) {
          this.#drawn = undefined;
          this.#render();
        }
      });
    }
  }

  #clear(): void {
    this.#turn += 1;
    this.#steps.cancel();
    this.#unmount();
    this.#drawn = undefined;
    this.#said = undefined;
  }

  #unmount(): void {
    const view = this.#view;
    this.#view = undefined;
    try {
      this.#shadow?.showText(view?.container);
      if (view) {
        removeFromClock(view);
        view.unmount();
      }
    } catch {
      // A page that has broken the browser's own objects; the text was shown first.
    }
  }
}

/** What an answer tells the page. */
const detailOf = ({ head, treatment, activity, clinic }: NonNullable<View["answer"]>): ChangeDetail => ({
  status: head.status,
  treatment,
  activity,
  clinic: clinic && { waiting: clinic.waiting, differs: clinic.differs },
});

/**
 * Each property is the attribute of the same name: `null` where that is absent, and
 * setting `null` or `undefined` takes it away.
 */
export interface AftercareConsensus {
  get treatment(): string | null;
  set treatment(value: string | null | undefined);
  get activity(): string | null;
  set activity(value: string | null | undefined);
  get hours(): string | null;
  set hours(value: string | number | null | undefined);
  get treatedAt(): string | null;
  set treatedAt(value: string | null | undefined);
  get names(): string | null;
  set names(value: Names | null | undefined);
  get panels(): string | null;
  set panels(value: string | readonly string[] | null | undefined);
  get ask(): boolean;
  set ask(value: boolean | null | undefined);
  get compact(): boolean;
  set compact(value: boolean | null | undefined);
  get sources(): string | null;
  set sources(value: string | null | undefined);
  get clinic(): string | null;
  set clinic(value: string | null | undefined);
  get protocol(): string | null;
  set protocol(value: string | null | undefined);
  get contact(): string | null;
  set contact(value: string | null | undefined);
  get emergency(): string | null;
  set emergency(value: string | null | undefined);

  addEventListener<Type extends keyof AftercareConsensusEventMap>(
    type: Type,
    listener: (this: AftercareConsensus, event: AftercareConsensusEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: Listener | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof AftercareConsensusEventMap>(
    type: Type,
    listener: (this: AftercareConsensus, event: AftercareConsensusEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: Listener | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

defineProperties(AftercareConsensus.prototype);
