/**
 * What is asked in one element, what the reader has opened, chosen and looked at, and
 * how events change it. No DOM: what a change needs of it comes in as an argument.
 */
import * as wasm from "generated/wasm";
import type { Filter, Form, Help, PlanForm, Request, SettingsView, View } from "generated/wasm";
import { frozen } from "../core/frozen";
import type { Guidance } from "../core/types";
import { call } from "../core/wasm";

/** Attributes that are present, by name. */
export type Attributes = Record<string, string>;

/** No choice in any of the lists: all answers. */
export const NO_FILTER: Filter = {
  panel: "",
  stance: "",
  order: "",
  activity: "",
  product: "",
  also: "",
};

/** So many milliseconds an answer stands before it is read out. */
const PAUSE = 700;

export class State {
  /** The attributes as the core takes them, and the language of the page around the element. */
  attributes: Attributes = {};
  pageLang: string | null = null;
  settings: SettingsView;
  /** When to get help; nothing before that is drawn. */
  help: Help | null = null;
  form: Form = {
    treatment: "",
    activity: "",
    mode: "clock",
    day: "today",
    date: "",
    time: "",
    part: null,
    treated: null,
    hours: "",
    isSubmitted: false,
    typedAt: 0,
  };
  /** Whether the question is shown in one line, and not asked. */
  isFolded = false;
  /** What the core makes of form and clock, from `start` on. */
  view!: View;
  /** The time of the last look at the clock, in milliseconds. */
  now = 0;

  /** The sections that were opened at some time: they stay drawn. */
  opened: readonly string[] = [];
  filter = NO_FILTER;
  /** What stands in the form of a plan. */
  planForm: PlanForm = { day: "tomorrow", date: "", time: "", hours: "", isSubmitted: false };
  /** The minute at which the reader looks in the chart; none follows the clock. */
  at: number | null = null;
  /** The minute under the mouse in the chart. */
  over: number | null = null;

  /** How often the clock has gone on: after each, the same instant may be another time of day. */
  ticks = 0;
  /** What a screen reader is told. */
  said = "";
  private shownCard: { view: View; card: Guidance } | undefined;
  private pending = "";
  private pendingSince = 0;
  /** Whether it was read out, or needs not to be. */
  private isHeard = false;

  /** @throws {GuidanceError} where an attribute is wrong */
  constructor(attributes: Attributes, pageLang: string | null) {
    this.attributes = attributes;
    this.pageLang = pageLang;
    this.settings = call(() => wasm.settings(attributes, pageLang));
    this.form.activity = this.settings.defaultActivity;
  }

  /** The first look at form and clock. */
  start(now: number): void {
    this.view = this.look(now);
    this.begin({}, now);
  }

  /**
   * Other attributes: what the reader has chosen and typed stays.
   *
   * @throws {GuidanceError} where an attribute is wrong
   */
  configure(attributes: Attributes, pageLang: string | null, now: number): void {
    const before = this.attributes;
    const settings = call(() => wasm.settings(attributes, pageLang));
    this.attributes = attributes;
    this.pageLang = pageLang;
    this.settings = settings;
    this.help = null;
    this.at = null;
    // The same product under another name.
    const renamed = { ...attributes, treatment: this.form.treatment, ask: "" };
    this.form.treatment = call(() => wasm.prefill(renamed, now))?.treatment ?? "";
    this.update(now);
    this.begin(before, now);
  }

  /** The clock has gone on: after a midnight, or in another zone, the fields say the same instant. */
  tick(now: number): void {
    this.ticks += 1;
    const { treated, part } = this.form;
    const values = call(() => wasm.inputValues(treated ?? undefined, part !== null, now));
    this.form = { ...this.form, ...values };
    this.update(now);
  }

  /** Looks at form and clock. */
  update(now: number): void {
    this.view = this.look(now);
    if (this.view.answer) {
      this.form.isSubmitted = false;
    }
  }

  /** The reader asks for the answer, and wants to know what is missing. */
  submit(now: number): void {
    this.form.isSubmitted = true;
    this.update(now);
  }

  /** Asks for what does not go with the question, where it is not there yet. */
  lookUpHelp(): Help {
    return (this.help ??= call(() => wasm.help(this.attributes, this.pageLang)));
  }

  private look(now: number): View {
    this.now = now;
    const view = call(() => wasm.view(this.request()));
    this.announce(view.answer?.spoken ?? "", now);
    if (!view.answer) {
      // The lists and the chart begin anew with the next answer.
      this.filter = NO_FILTER;
      this.at = this.over = null;
    }
    return view;
  }

  /** Fills in what the page's owner fills in for the reader. */
  private begin(before: Attributes, now: number): void {
    const { settings, form } = this;
    if (!settings.ask) {
      return;
    }
    const isNew = (name: string) => name in this.attributes && this.attributes[name] !== before[name];
    const given = call(() => wasm.prefill(this.attributes, now));
    if (!given) {
      return;
    }
    const isMomentNew = isNew("hours") || isNew("treated-at");
    if (isNew("treatment")) {
      form.treatment = given.treatment ?? "";
    }
    if (isNew("activity")) {
      form.activity = given.activity ?? settings.defaultActivity;
    }
    if (isMomentNew) {
      // What a link has got wrong is asked, and not answered by what was typed before it.
      const typed = given.mode === null ? { time: "", part: null, hours: "" } : {};
      const { mode, moment, treated, hours } = given;
      this.changeForm(
        {
          ...typed,
          ...(mode && { mode }),
          ...(moment && { ...moment, treated }),
          ...(hours !== null && { hours }),
        },
        now,
      );
    }
    this.update(now);
    if (settings.linkIncomplete) {
      this.isFolded = false;
    } else if (isMomentNew && this.view.answer) {
      // So that there is room for the answer.
      this.isFolded = true;
    }
  }

  /**
   * Hours that are typed grow from then on; a day and a time that are typed are an instant
   * from then on. Of a time and a part of the day the last one counts.
   */
  changeForm(part: Partial<Form>, now: number): void {
    const before = this.form;
    const form = { ...before, ...part };
    if (form.hours !== before.hours) {
      form.typedAt = now;
    }
    if (part.treated === undefined) {
      if (part.part) {
        form.time = "";
      } else if (part.time) {
        form.part = null;
      }
      const names = ["day", "date", "time", "part"] as const;
      if (names.some((name) => form[name] !== before[name])) {
        form.treated = call(() => wasm.typedInstant(form, now));
      }
    }
    this.form = form;
  }

  /** A section is drawn before it opens, and stays so. */
  open(section: string): void {
    if (!this.opened.includes(section)) {
      this.opened = [...this.opened, section];
    }
  }

  /** The marker of the chart goes to the time that is planned. */
  changePlan(part: Partial<PlanForm>): void {
    const planForm = { ...this.planForm, ...part };
    this.planForm = planForm;
    const { result } = call(() => wasm.plan(this.request(), planForm));
    if (result) {
      this.at = result.minute;
    }
  }

  /** What to ask the core: what the page's owner and the reader say, at the last look at the clock. */
  request(): Request {
    const { attributes, pageLang, form, now } = this;
    return { attributes, pageLang, form, now };
  }

  /** The card of the answer; made when it is asked for. */
  card(): Guidance | null {
    if (this.view.answer && this.shownCard?.view !== this.view) {
      const card = frozen(call(() => wasm.card(this.request())));
      this.shownCard = { view: this.view, card };
    }
    return this.view.answer && (this.shownCard?.card ?? null);
  }

  /** When to look at the clock again, in milliseconds. */
  get due(): number {
    const due = this.view.due ?? Infinity;
    return this.isHeard ? due : Math.min(due, this.pendingSince + PAUSE);
  }

  /**
   * An answer is read out once it has stood for a moment: half a number or a date that
   * is still being typed is not. What a page shows from the start is read with the page.
   */
  private announce(text: string, now: number): void {
    if (!text) {
      this.pending = this.said = "";
      this.isHeard = true;
      return;
    }
    const { treatment, when } = this.settings.asks;
    if (!this.pending && !treatment && !when) {
      this.pending = text;
      this.isHeard = true;
    } else if (this.pending !== text) {
      this.pending = text;
      this.pendingSince = now;
      this.isHeard = false;
    }
    if (!this.isHeard && now - this.pendingSince >= PAUSE) {
      this.said = text;
      this.isHeard = true;
    }
  }

  /** The reader is led to the answer, so that nothing needs to be read out. */
  hear(): void {
    this.isHeard = true;
  }
}
