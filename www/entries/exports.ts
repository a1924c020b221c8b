/** What both forms of the ES module export, beside `init`. */
export { catalog, details, guidance, overview, timeline, version } from "../core/api";
export { GuidanceError } from "../core/guidance-error";
export { LoadError, type LoadErrorCode } from "../core/load-error";
export type * from "../core/types";
export type { AftercareConsensusEventMap, ChangeDetail, ErrorDetail } from "../element/events";
export { define } from "../element/define";
export { AftercareConsensus } from "../element/element";
export type { AftercareConsensusAttributes, AftercareConsensusListeners } from "../element/markup";
export type { Program } from "./global";
