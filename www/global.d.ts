import type { Api, GuidanceError as Refusal } from "./module.js";

declare global {
  /** What the classic scripts put on the page. */
  const AftercareConsensus: Readonly<Api & { GuidanceError: typeof Refusal }>;
}
