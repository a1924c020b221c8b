/**
 * What is asked in one element, what the reader has opened, chosen and looked at, and
 * how events change it. No DOM: what a change needs of it comes in as an argument.
 */
import * as wasm from "generated/wasm";
import type { Filter, Form, Request, RoughTime, SettingsView, View } from "generated/wasm";
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
  form: Form = {
    treatment: "",
    activity: "",
    mode: "clock",
    date: "",
    time: "",
    treated: null,
    hours: "",
    isSubmitted: false,
    typedAt: 0,
  };
  /** Whether the question is shown in one line, and not asked. */
  isFolded = false;
  /** What the core makes of form and clock. */
  view: View;
  /** The time of the last look at the clock, in milliseconds. */
  now = 0;

  /** The sections that were opened at some time: they stay drawn. */
  readonly opened: string[] = [];
  filter = NO_FILTER;
  /** The answer whose mark is chosen, by panel. */
  readonly marks = new Map<string, string>();
  /** The minute at which the reader looks in the chart; none follows the clock. */
  at: number | null = null;
  /** The minute under the mouse in the chart. */
  over: number | null = null;

  /** What a screen reader is told. */
  said = "";
  private pending = "";
  private pendingSince = 0;
  /** Whether it was read out, or needs not to be. */
  private isHeard = false;

  /** @throws {GuidanceError} where an attribute is wrong */
  constructor(attributes: Attributes, pageLang: string | null, now: number) {
    this.attributes = attributes;
    this.pageLang = pageLang;
    this.settings = call(() => wasm.settings(attributes, pageLang));
    this.form.activity = this.settings.defaultActivity;
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
    this.at = null;
    // The same product under another name.
    const renamed = { ...attributes, treatment: this.form.treatment, ask: "" };
    this.form.treatment = call(() => wasm.prefill(renamed, now))?.treatment ?? "";
    this.update(now);
    this.begin(before, now);
  }

  /** The clock has gone on. On a device that is in another zone by now, the fields say the same instant there. */
  tick(now: number): void {
    this.form = { ...this.form, ...call(() => wasm.inputValues(this.form.treated)) };
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

  private look(now: number): View {
    this.now = now;
    const view = call(() => wasm.view(this.attributes, this.pageLang, this.form, now));
    this.announce(view.answer?.spoken ?? "", now);
    if (!view.answer) {
      // The lists, the marks and the chart begin anew with the next answer.
      this.marks.clear();
      this.filter = NO_FILTER;
      this.at = this.over = null;
    }
    return view;
  }

  /** Fills in what a form begins with, and what the page's owner fills in for the reader. */
  private begin(before: Attributes, now: number): void {
    const { settings } = this;
    if (settings.asks.when && !this.form.date) {
      this.changeForm({ date: this.view.today }, now);
    }
    const { form } = this;
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
      const isKept = given.mode !== null;
      this.changeForm(
        {
          mode: given.mode ?? form.mode,
          date: given.date ?? form.date,
          time: given.time ?? (isKept ? form.time : ""),
          ...(given.time !== null && { treated: given.treated }),
          hours: given.hours ?? (isKept ? form.hours : ""),
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

  /** Hours that are typed grow from then on; date and time that are typed are an instant from then on. */
  changeForm(part: Partial<Form>, now: number): void {
    const before = this.form;
    const form = { ...before, ...part };
    if (form.hours !== before.hours) {
      form.typedAt = now;
    }
    if (part.treated === undefined && (form.date !== before.date || form.time !== before.time)) {
      form.treated = call(() => wasm.typedInstant(form.date, form.time, now)) ?? null;
    }
    this.form = form;
  }

  /** A rough time, such as "this morning". */
  chooseRoughTime(name: RoughTime, now: number): void {
    const moment = call(() => wasm.roughTime(name, now));
    if (moment) {
      this.changeForm({ ...moment, mode: "clock" }, now);
    }
  }

  /** A section is drawn before it opens, and stays so. */
  open(section: string): void {
    if (!this.opened.includes(section)) {
      this.opened.push(section);
    }
  }

  choose(panel: string, answer: string): void {
    this.marks.set(panel, answer);
  }

  /** What to ask the core about the answer that is shown. */
  request(): Request {
    const { question } = this.view;
    if (!question) {
      throw new Error("Nothing is asked.");
    }
    return { attributes: this.attributes, pageLang: this.pageLang, question, now: this.now };
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
