/** A view: it draws the state, and does what the reader asks for. */
import * as wasm from "generated/wasm";
import type { Filter, Form, PlanForm } from "generated/wasm";
import { type ComponentChild, render } from "preact";
import { createElement, documentHas } from "../core/document";
import { Steps, type Work } from "../core/steps";
import type { Guidance } from "../core/types";
import { call } from "../core/wasm";
import type { Actions } from "./actions";
import { Evidence } from "./Evidence";
import { PartsCache } from "./parts";
import { NO_FILTER, type State } from "./state";
import "./whole-text";
import { Widget } from "./Widget";

/** What the view needs of the element that it is in. */
export interface Owner {
  /** The address of the page of sources; empty where there is none. */
  sources(): string;
  /** Something is drawn: all of it, or the answer alone. */
  onDrawn(isComplete: boolean): void;
  /** Drawing has failed; the view is gone. */
  onFailure(error: unknown): void;
  /** The document has gone with its frame. */
  onGone(): void;
}

/** A browser that draws no frame for so many milliseconds is not waited for. */
const FRAME_AT_MOST = 300;

export class MountedView implements Actions {
  readonly #state: State;
  readonly #owner: Owner;
  readonly document: Document;
  /** What it draws in; the element shows it. */
  readonly container: HTMLElement;
  readonly #parts = new PartsCache();
  /** Whether it is printed, or was: then what is printed goes with what is shown. */
  #isPrinted = false;
  /** What stands under the answer, as it was drawn last. */
  #evidence: ComponentChild = null;
  /** Whether what stands under the answer is to be drawn anew: the answer comes first. */
  #isRestDue = false;
  readonly #steps = new Steps();
  /** The frame after which it is drawn. */
  #frame = 0;
  #isEnded = false;
  /** Whether what was drawn before any script stands in it, as the reader has filled it in. */
  #isPrerendered: boolean;

  /** @param form drawn before any script */
  constructor(document: Document, state: State, form: HTMLElement | null, owner: Owner) {
    this.#state = state;
    this.#owner = owner;
    this.document = document;
    this.container = form ?? createElement(document, "div");
    this.container.className = "root";
    this.container.setAttribute("part", "root");
    this.container.dir = "ltr";
    this.#isPrerendered = form !== null;
  }

  get state(): State {
    return this.#state;
  }

  /** Looks at form and clock, and draws what has changed. */
  update(): void {
    this.#guard(() => {
      this.#state.tick(Date.now());
      this.#draw();
    });
  }

  /** The same, where the clock has gone on since the last look. */
  refresh(): void {
    if (Date.now() >= this.#state.due) {
      this.update();
    }
  }

  /** Draws what is printed, as it is now. */
  print(): void {
    this.#isPrinted = true;
    this.update();
  }

  /** Draws all that is not drawn yet. */
  draw(): void {
    this.#guard(() => this.#draw());
  }

  /** Draws the answer; what stands under it follows when the answer is on the screen. */
  drawAnswer(): void {
    this.#guard(() => {
      if (this.#state.view.answer) {
        this.#isRestDue = true;
        this.#show();
        this.#afterFrame(() => this.#isRestDue && this.#drawRest());
      } else {
        this.#draw();
      }
    });
  }

  /** Draws for the first time, in steps; a form is shown with all that stands under it. */
  *drawFirst(): Work {
    if (this.#isPrerendered) {
      // What stands under the form stays there.
      this.#guard(() => this.#state.lookUpHelp());
      yield;
      this.#guard(() => this.#takeOver());
    }
    if (this.#state.view.answer && !documentHas("hidden", this.document)) {
      this.drawAnswer();
    } else {
      this.#guard(() => this.#render());
      yield;
      this.#guard(() => this.#state.lookUpHelp());
      yield;
      this.draw();
    }
  }

  /** The first time in steps. */
  #drawRest(): void {
    if (this.#state.help) {
      this.draw();
    } else {
      void this.#steps.begin(this.#restInSteps());
    }
  }

  *#restInSteps(): Work {
    this.#guard(() => this.#parts.of(this.#state));
    yield;
    this.#guard(() => {
      // The chart takes as long to lay out as all that stands above it.
      this.#evidence = this.#drawnEvidence(false);
      this.#render();
    });
    yield;
    this.draw();
  }

  /** When it wants to look at the clock again, in milliseconds. */
  due(): number {
    return this.#isRestDue ? this.#state.now + FRAME_AT_MOST : this.#state.due;
  }

  /** Its document has gone with the frame that held it. */
  end(): void {
    this.#owner.onGone();
  }

  /** Leaves nothing drawn. */
  unmount(): void {
    if (!this.#isEnded) {
      this.#isEnded = true;
      render(null, this.container);
      this.container.remove();
      documentHas("defaultView", this.document)?.cancelAnimationFrame?.(this.#frame);
    }
  }

  /** The card that is shown. */
  guidance(): Guidance | null {
    return this.#state.card();
  }

  /** The question as a link says it; none while something is missing. */
  link(): string | null {
    return this.#state.view.answer ? call(() => wasm.link(this.#state.request())) : null;
  }

  changeForm(part: Partial<Form>): void {
    this.#guard(() => {
      const now = Date.now();
      this.#state.changeForm(part, now);
      this.#state.update(now);
      this.drawAnswer();
    });
  }

  showAnswer(): void {
    this.#guard(() => {
      const now = Date.now();
      this.#state.changeForm(this.#filledIn(), now);
      this.#showAnswer(now);
    });
  }

  #showAnswer(now: number): void {
    this.#state.submit(now);
    const { answer } = this.#state.view;
    this.#state.isFolded = answer !== null;
    this.#draw();
    if (answer) {
      this.#state.hear();
    }
    this.#find(answer ? ".status" : "[aria-invalid=true]")?.focus();
  }

  /** What a browser or another program has put into the fields without an event. */
  #filledIn(): Partial<Form> {
    const filled: Partial<Form> = {};
    for (const name of ["treatment", "activity", "date", "time", "hours"] as const) {
      const field = this.#find(`.ask .${name}`) as HTMLInputElement | null;
      if (field && field.value !== this.#state.form[name]) {
        filled[name] = field.value;
      }
    }
    for (const { name, className } of this.container.querySelectorAll<HTMLInputElement>(
      "[name=day]:checked,[name=part]:checked",
    )) {
      if (className !== this.#state.form[name as "day" | "part"]) {
        Object.assign(filled, { [name]: className });
      }
    }
    if (filled.part && filled.time) {
      // Nobody knows which of them was meant.
      filled.part = null;
      filled.time = "";
    }
    return filled;
  }

  fold(isFolded: boolean): void {
    if (isFolded !== this.#state.isFolded) {
      this.#state.isFolded = isFolded;
      this.draw();
      // The button goes with its reason.
      this.#find(".ask :is(select,input)")?.focus();
    }
  }

  open(section: string): void {
    if (!this.#state.opened.includes(section)) {
      this.#state.open(section);
      this.draw();
    }
  }

  showAnswers(filter: Filter, from: Element): void {
    // It may be gone when the answers are drawn.
    this.#noteOrigin(from);
    this.#state.open("more");
    this.#state.open("who-says-what");
    this.#state.filter = filter;
    this.draw();
    if (filter.activity || filter.product || filter.also) {
      // Nobody is to wonder what is left out.
      this.#find(".sift-more")?.setAttribute("open", "");
    }
    this.#leadTo(".found-title");
  }

  askActivity(activity: string, from: Element): void {
    const { settings } = this.#state;
    if (settings.asks.activity) {
      this.#guard(() => {
        const now = Date.now();
        this.#state.changeForm({ activity }, now);
        this.#showAnswer(now);
      });
    } else {
      // The page's owner asks one activity, and what that is stays theirs to say.
      this.showAnswers({ ...NO_FILTER, activity }, from);
    }
  }

  changePlan(part: Partial<PlanForm>): void {
    this.#guard(() => {
      this.#state.changePlan(part);
      this.#draw();
      if (part.isSubmitted) {
        this.#find(".plan [aria-invalid=true], .planned")?.focus();
      }
    });
  }

  changeFilter(part: Partial<Filter>): void {
    this.#state.filter = { ...this.#state.filter, ...part };
    this.draw();
  }

  goTo(place: string, from: Element): void {
    this.#noteOrigin(from);
    this.#leadTo(place);
  }

  /** What the reader is led away from, and may want to go back to. */
  #noteOrigin(from: Element): void {
    // Within the list there is nothing to go back from.
    if (!from.closest(".who-says-what")) {
      this.#find("[data-origin]")?.removeAttribute("data-origin");
      from.setAttribute("data-origin", "");
    }
  }

  goBack(): void {
    this.#find("[data-goal]")?.removeAttribute("data-goal");
    const origin = this.#find("[data-origin]");
    origin?.setAttribute("data-goal", "");
    origin?.removeAttribute("data-origin");
    this.#leadTo("[data-goal]");
  }

  moveMarker(minute: number): void {
    this.#state.at = minute;
    this.draw();
  }

  resetMarker(): void {
    this.#state.at = null;
    this.draw();
    // The button goes with its reason.
    this.#find(".look-at")?.focus();
  }

  hover(minute: number | null): void {
    if (this.#state.over !== minute) {
      this.#state.over = minute;
      this.draw();
    }
  }

  #leadTo(place: string): void {
    this.draw();
    const goal = this.#find(place);
    for (let part = goal?.closest("details"); part; part = part.parentElement?.closest("details")) {
      part.open = true;
    }
    goal?.scrollIntoView();
    goal?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.container.querySelector(selector);
  }

  /** What is drawn next takes the place of what was drawn before any script. */
  #takeOver(): void {
    if (this.#isPrerendered) {
      this.#isPrerendered = false;
      const { now } = this.#state;
      this.#state.changeForm(this.#filledIn(), now);
      this.#state.update(now);
      this.container.hidden = false;
      // An answer has none: the form would be moved into its place, and lose the focus.
      for (const slot of this.container.querySelectorAll("slot")) {
        slot.remove();
      }
    }
  }

  #draw(): void {
    this.#takeOver();
    this.#isRestDue = false;
    this.#steps.cancel();
    this.#state.lookUpHelp();
    this.#evidence = this.#drawnEvidence();
    this.#show();
  }

  #drawnEvidence(hasChart = true): ComponentChild {
    const { view, settings, filter, opened, planForm } = this.#state;
    const parts = view.answer && this.#parts.of(this.#state);
    return view.answer ? (
      <Evidence
        parts={parts && !hasChart ? { ...parts, chart: null } : parts}
        filter={filter}
        planForm={planForm}
        opened={opened}
        canGoBack={this.#find("[data-origin]") !== null}
        isCompact={settings.compact}
        sources={this.#owner.sources()}
        actions={this}
      />
    ) : null;
  }

  /** Draws, and tells the element. */
  #show(): void {
    this.#render();
    this.#owner.onDrawn(!this.#isRestDue);
  }

  #render(): void {
    const { lang } = this.#state.settings;
    // Even the same language, set again, makes a browser work out the style of everything.
    if (this.container.lang !== lang) {
      this.container.lang = lang;
    }
    // What was drawn last stays for a moment, be it of the question before.
    const evidence = this.#evidence ?? <div class="awaited" aria-busy="true" />;
    // Preact stays at 11.1: from 11.2 on it hands the parent's registry of elements to the
    // document, which Chromium refuses once an element was moved into a frame.
    render(
      <Widget
        state={this.#state}
        actions={this}
        sheet={
          this.#isPrinted && this.#state.view.answer ? call(() => wasm.sheet(this.#state.request())) : null
        }
        address={this.document.URL.split(/[?#]/)[0] ?? ""}
      >
        {evidence}
      </Widget>,
      this.container,
    );
    // A page's own methods may do nothing.
    if (!this.container.textContent) {
      throw new Error("This page has replaced what draws.");
    }
  }

  /** Runs something once what is drawn is on the screen. Not every test's page has frames. */
  #afterFrame(run: () => void): void {
    const window = documentHas("defaultView", this.document);
    window?.cancelAnimationFrame?.(this.#frame);
    this.#frame = window?.requestAnimationFrame?.(() => window.setTimeout(run, 0)) ?? 0;
  }

  /** Whatever throws, the text inside the element stays readable. */
  #guard(run: () => void): void {
    if (this.#isEnded) {
      return;
    }
    try {
      run();
    } catch (error) {
      this.#isEnded = true;
      this.#owner.onFailure(error);
    }
  }
}
