/** What the library adds to a page, for TypeScript: the element, and the classic script's global. */
import type { catalog, details, guidance, overview, timeline, version } from "../core/api";
import type { GuidanceError } from "../core/guidance-error";
import type { AftercareConsensus as Element } from "../element/element";

/** The functions of the classic script. */
export interface Program {
  /** Starts the wasm, which the first call would do otherwise. */
  init(): Promise<Program>;
  guidance: typeof guidance;
  overview: typeof overview;
  timeline: typeof timeline;
  catalog: typeof catalog;
  details: typeof details;
  version: typeof version;
  GuidanceError: typeof GuidanceError;
}

declare global {
  // A program without a page asks for no types of pages: with them these say nothing new,
  // without them each is a name and no more.
  interface HTMLElement {}
  interface HTMLElementEventMap {}
  interface Event {}
  // biome-ignore lint/suspicious/noExplicitAny: it has to be declared as it is elsewhere.
  interface CustomEvent<T = any> {}
  interface EventListenerOptions {}
  interface AddEventListenerOptions {}
  interface Response {}
  interface URL {}
  namespace WebAssembly {
    interface Module {}
  }

  interface HTMLElementTagNameMap {
    "aftercare-consensus": Element;
  }
  /** What the classic script puts on the page. */
  var AftercareConsensus: Readonly<Program>;
}
