/** The public types of results: those of the core, read-only, since results are shared and frozen. */
import type * as core from "generated/wasm";

/** All that is in a value, read-only. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type { Basis, ErrorCode, Names, Stance, Status } from "generated/wasm";

export type Guidance = Frozen<core.Guidance>;
export type PanelGuidance = Frozen<core.PanelGuidance>;
export type AnswerStance = Frozen<core.AnswerStance>;
export type Tally = Frozen<core.Tally>;
export type NextChange = Frozen<core.NextChange>;
export type Timeline = Frozen<core.Timelines>;
export type Overview = Frozen<core.Overview>;
export type Catalog = Frozen<core.Catalog>;
export type Detail = Frozen<core.Detail>;

/** What may be asked beside treatment and time. An absent, `undefined` or `null` value is not given. */
export interface Options {
  /** The id of an activity, as in the catalog; `exercise` where it is not given. */
  activity?: string | null;
  /** The clock time of the treatment, `"00:00"` to `"23:59"`; it settles "the next day". */
  treatedAt?: string | null;
  /** The ids of panels, as in the catalog; all where it is not given. */
  panels?: readonly string[] | null;
  /** A language code, such as `es` or `es-MX`; any but English is to be registered first. */
  lang?: string | null;
  /** How products are named; `brand` where it is not given. */
  names?: core.Names | null;
}

/** What the catalog may be asked with. */
export type CatalogOptions = Pick<Options, "lang" | "names">;
