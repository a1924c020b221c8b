/** What wasm-bindgen makes of `src/web`: types for this project's own use. */
import type { Status } from "./types.js";

export interface Glue {
  /** A card as JSON; what is thrown is JSON too, that of an error. */
  guidance(treatment: string, hours: number, shown: string, options: string): string;
  timeline(treatment: string, options: string): string;
  catalog(options: string): string;
  language(lang: string | undefined): string;
  /** The language whose file is to be loaded before there are words for this one. */
  pack(lang: string): string | undefined;
  /** Takes the text of a language's file; whether it was whole and of this build. */
  learn(pack: string): boolean;
  version(): string;
  View: typeof View;
}

export class View {
  private constructor();
  static mount(attributes: string, host: Host, before?: View): View;
  update(): void;
  /** The answer alone; what stands under it is due at once. */
  answer(): void;
  /** Fills in the rough time of a button. */
  quick(name: string): void;
  /** The reader is led to the answer: nothing needs to be read out. */
  heard(): void;
  /** When it wants to look at the clock again, in milliseconds of the epoch. */
  due(): number;
  /** The card that is shown as JSON. */
  guidance(): string | null;
  question(): string | undefined;
  details(packed: string | undefined): void;
  free(): void;
}

/** A view, be it whole or a first look. */
export interface AnyView {
  update(): void;
  answer(): void;
  quick(name: string): void;
  heard(): void;
  due(): number;
  guidance(): string | null;
  question(): string | undefined;
  details(packed: string | undefined): void;
  free(): void;
  /** Of a first look: the whole could not be loaded. */
  miss?(): void;
  /** Of a first look: what the whole is told that takes its place, packed. */
  handover?(attributes: string): string;
}

/** Draws, in the place of what is drawn already. */
export type Mount = (attributes: string, host: Host, before: AnyView | undefined) => AnyView;

/** What a view asks of the element that it is in. */
export interface Owner {
  load(): void;
  changed(
    status: Status,
    treatment: string,
    activity: string,
    hasClinic: boolean,
    waiting: boolean,
    differs: boolean,
  ): void;
  failed(code: string, message: string): void;
  readonly sources: string;
  readonly saves: boolean;
}

/** What a view asks of the page; `src/web/host.rs` says what each is. */
export interface Host extends Owner {
  paint(lang: string, markup: string): void;
  read(): string;
  /** A control, for a first look. */
  find(name: string): HTMLInputElement | null;
  fill(name: string, value: string): void;
  choose(name: string): void;
  fold(): void;
  now(): number;
  parse(text: string, until: number): number;
  calendar(at: number): string;
  when(lang: string, at: number, now: number): string;
  tick(lang: string, at: number, now: number): string;
}
