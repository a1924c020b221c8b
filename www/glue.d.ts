/** What wasm-bindgen makes of `src/web`: types for this project's own use. */
import type { Detail, Status } from "./types.js";

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
  /** The second part is here, or could not be loaded: all views are drawn anew. */
  settle(isHere: boolean): void;
  version(): string;
  View: typeof View;
}

export class View {
  private constructor();
  static mount(root: Node, attributes: string, host: Host, before?: View): View;
  /** The card that is shown as JSON. */
  guidance(): string | null;
  question(): string | undefined;
  details(entries: Detail[] | null | undefined): void;
  unmount(): void;
}

/** The element's side of a view. */
export interface Host {
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
