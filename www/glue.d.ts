/** What wasm-bindgen makes of `src/web`: types for this project's own use. */
import type { Catalog, Detail, Guidance, Status, Timeline } from "./types.js";

export interface Glue {
  guidance(treatment: string, hours: number, shown: string, options: string): Guidance;
  timeline(treatment: string, options: string): Timeline;
  catalog(options: string): Catalog;
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
  guidance(): Guidance | null;
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
