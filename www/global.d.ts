import type { Api, GuidanceError as Refusal } from "./module.js";

declare global {
  /** What the classic scripts put on the page. */
  var AftercareConsensus: Readonly<Api & { GuidanceError: typeof Refusal }>;
}
