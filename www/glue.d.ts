/** What wasm-bindgen makes of `src/web`: types for this project's own use. */
import type { Catalog, Detail, Guidance, Timeline } from "./types.js";

export interface Glue {
  guidance(
    treatment: string,
    hours: number,
    shown: string,
    keys: string[],
    values: (string | undefined)[],
  ): Guidance;
  timeline(treatment: string, keys: string[], values: (string | undefined)[]): Timeline;
  catalog(keys: string[], values: (string | undefined)[]): Catalog;
  language(lang: string | undefined): string;
  version(): string;
  View: typeof View;
}

export class View {
  private constructor();
  static mount(root: Node, lang: string | undefined, load: () => void): View;
  details(entries: Detail[] | null | undefined): void;
  unmount(): void;
}
