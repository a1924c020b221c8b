/** What stands under an answer, as the core works it out: each part once for what is in the form and a minute. */
import * as wasm from "generated/wasm";
import type { Request } from "generated/wasm";
import { call } from "../core/wasm";
import type { Parts } from "./Evidence";
import type { State } from "./state";

const MINUTE = 60_000;

export class PartsCache {
  private readonly known = new Map<string, { key: string; value: unknown }>();
  private settings: unknown;
  private key = "";

  /** All parts of the answer that is shown; none where the reader has to ask for them first. */
  of(state: State): Parts | null {
    if (state.settings.compact && !state.opened.includes("more")) {
      return null;
    }
    const request = state.request();
    if (state.settings !== this.settings) {
      this.settings = state.settings;
      this.known.clear();
    }
    this.key = `${state.ticks} ${formKey(request)}`;
    const { opened, filter, planForm, at, over } = state;
    const isOpened = (section: string) => opened.includes(section);
    const sections = opened.join(" ");
    const filtered = Object.values(filter).join(" ");
    return {
      panels: this.part("panels", "", () => wasm.panels(request)),
      chart: state.view.answer?.hasChart
        ? this.part("chart", `${at} ${over}`, () => wasm.chart(request, at, over))
        : null,
      activities: this.part("activities", "", () => wasm.activities(request)),
      answers: isOpened("who-says-what")
        ? this.part("answers", filtered, () => wasm.answers(request, filter))
        : null,
      plan: isOpened("plan")
        ? this.part("plan", Object.values(planForm).join(" "), () => wasm.plan(request, planForm))
        : null,
      sections: this.part("sections", sections, () => wasm.sections(request, [...opened])),
    };
  }

  private part<T>(name: string, input: string, ask: () => T): T {
    const key = `${this.key}\n${input}`;
    const known = this.known.get(name);
    if (known?.key === key) {
      return known.value as T;
    }
    const value = call(ask);
    this.known.set(name, { key, value });
    return value;
  }
}

/** What stands in the form, and a minute, as one text. */
function formKey({ form, now }: Request): string {
  return `${Math.floor(now / MINUTE)} ${Object.values(form).join(" ")}`;
}
