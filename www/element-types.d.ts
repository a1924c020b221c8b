import type { LoadErrorCode } from "./module.js";
import type { ErrorCode, Guidance, Names, Status } from "./types.js";

/** What `aftercare-change` tells. No times: a page's analytics is to learn none. */
export interface ChangeDetail {
  /** The consensus, whatever the clinic asks. */
  status: Status;
  /** The id of the treatment. */
  treatment: string;
  /** The id of the activity. */
  activity: string;
  /**
   * `null` where the clinic names no wait for the activity. `waiting`: its wait
   * still runs; `differs`: the consensus says the contrary.
   */
  clinic: { waiting: boolean; differs: boolean } | null;
}

/**
 * What `aftercare-error` tells. Beside the codes of questions and of loading:
 *
 * - `internal`: The widget has a fault. Remedy: report it, with the message.
 */
export interface ErrorDetail {
  code: ErrorCode | LoadErrorCode | "internal";
  /** What is wrong, and what to do about it. */
  message: string;
}

/** The events of the element; they bubble, and leave shadow roots. */
export interface AftercareConsensusEventMap extends HTMLElementEventMap {
  "aftercare-change": CustomEvent<ChangeDetail>;
  "aftercare-error": CustomEvent<ErrorDetail>;
}

/**
 * The class of `<aftercare-consensus>`; importing it registers nothing.
 *
 * Each property is the attribute of the same name: `null` where that is absent,
 * and setting `null` or `undefined` takes it away. The README says what each
 * accepts.
 */
export class AftercareConsensus extends HTMLElement {
  /** The version of the package, `+` and the version of its data. */
  static readonly version: string;

  get treatment(): string | null;
  set treatment(value: string | null | undefined);
  get activity(): string | null;
  set activity(value: string | null | undefined);
  get hours(): string | null;
  set hours(value: string | number | null | undefined);
  get treatedAt(): string | null;
  set treatedAt(value: string | null | undefined);
  get names(): string | null;
  set names(value: Names | null | undefined);
  get panels(): string | null;
  set panels(value: string | readonly string[] | null | undefined);
  get ask(): boolean;
  set ask(value: boolean | null | undefined);
  get compact(): boolean;
  set compact(value: boolean | null | undefined);
  get sources(): string | null;
  set sources(value: "inline" | "page" | null | undefined);
  get clinic(): string | null;
  set clinic(value: string | null | undefined);
  get protocol(): string | null;
  set protocol(value: string | null | undefined);
  get contact(): string | null;
  set contact(value: string | null | undefined);
  get emergency(): string | null;
  set emergency(value: string | null | undefined);

  /** Fulfilled with the element once it shows something, be it an error. */
  readonly ready: Promise<this>;
  /** The card that is shown; `null` while there is none. */
  readonly guidance: Guidance | null;
  /**
   * What is asked, as a link says it after its `#`; `null` while something is
   * missing. It tells when the treatment was: keep or pass it on only where the
   * reader asks for that.
   */
  readonly question: string | null;

  addEventListener<K extends keyof AftercareConsensusEventMap>(
    type: K,
    listener: (this: AftercareConsensus, event: AftercareConsensusEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AftercareConsensusEventMap>(
    type: K,
    listener: (this: AftercareConsensus, event: AftercareConsensusEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
