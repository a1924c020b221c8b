/** What stands on the element's tag, for the types of frameworks. */
import type { Names } from "generated/wasm";
import type { ChangeDetail, ErrorDetail } from "./events";

type Optional<T> = T | null | undefined;

/** The attributes of `<aftercare-consensus>`; `treatedAt` is the property of `treated-at`. */
export interface AftercareConsensusAttributes {
  treatment?: Optional<string>;
  activity?: Optional<string>;
  hours?: Optional<number | string>;
  "treated-at"?: Optional<string>;
  /** For a page that a server renders, write `treated-at`: a property is no attribute. */
  treatedAt?: Optional<string>;
  names?: Optional<Names>;
  panels?: Optional<string | readonly string[]>;
  ask?: Optional<boolean>;
  compact?: Optional<boolean>;
  sources?: Optional<string>;
  clinic?: Optional<string>;
  protocol?: Optional<string>;
  contact?: Optional<string>;
  emergency?: Optional<string>;
}

/** Its events, as frameworks that write `on` and the event's name have them. */
export interface AftercareConsensusListeners {
  "onaftercare-change"?: Optional<(event: CustomEvent<ChangeDetail>) => void>;
  "onaftercare-error"?: Optional<(event: CustomEvent<ErrorDetail>) => void>;
}
