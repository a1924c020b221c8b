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
  interface HTMLElementTagNameMap {
    "aftercare-consensus": Element;
  }
  /** What the classic script puts on the page. */
  var AftercareConsensus: Readonly<Program>;
}
