/** The functions that programs call, and those that the project's own pages do. */
import * as wasm from "generated/wasm";
import { cachedCard } from "./cache";
import { frozen } from "./frozen";
import "./languages";
import { type Copied, copyOptions, describe, questionKey, text } from "./options";
import type { Catalog, CatalogOptions, Detail, Guidance, Options, Overview, Timeline } from "./types";
import { call } from "./wasm";

/** The ids of all panels, for an error that lists them. */
const panelIds = (): string[] => {
  const { panels } = call(() => wasm.catalog({}));
  const ids: string[] = [];
  for (let place = 0; place < panels.length; place += 1) {
    ids[place] = panels[place].id;
  }
  return ids;
};

const copied = (options: unknown): Copied => copyOptions(options, panelIds);

/**
 * The card for a treatment and the hours since it. Cards are frozen, and one may be
 * returned for several calls.
 *
 * @param treatment a brand, another brand name or a generic name, in any case
 * @param hoursElapsed hours since the treatment: any finite number from 0 up
 * @throws {GuidanceError}
 * @example
 * const card = guidance("Dysport", 14, { treatedAt: "17:00" });
 * card.summary; // whose view, and how many
 */
export function guidance(treatment: string, hoursElapsed: number, options?: Options | null): Guidance {
  const given = copied(options);
  const name = text(treatment);
  const hours = hoursOf(hoursElapsed);
  if (!(typeof hours === "number" && hours >= 0)) {
    return frozen(call(() => wasm.guidance(name, hours, given)));
  }
  return cachedCard(questionKey(name, given), hours, () =>
    frozen(call(() => wasm.guidanceInterval(name, hours, given))),
  );
}

/**
 * All activities at a moment: the status, the counts and from when most say fine.
 *
 * @throws {GuidanceError}
 */
export function overview(treatment: string, hoursElapsed: number, options?: Options | null): Overview {
  const given = copied(options);
  const name = text(treatment);
  const hours = hoursOf(hoursElapsed);
  return frozen(call(() => wasm.overview(name, hours, given)));
}

/**
 * How the tallies change with the hours.
 *
 * @throws {GuidanceError}
 */
export function timeline(treatment: string, options?: Options | null): Timeline {
  const given = copied(options);
  const name = text(treatment);
  return frozen(call(() => wasm.timeline(name, given)));
}

/**
 * What may be asked.
 *
 * @throws {GuidanceError}
 */
export function catalog(options?: CatalogOptions | null): Catalog {
  const given = copied(options);
  return frozen(call(() => wasm.catalog(given)));
}

/**
 * The texts of the answers.
 *
 * @throws {GuidanceError} for a language without words
 */
export async function details(lang?: string | null): Promise<readonly Detail[]> {
  const asked = lang === undefined || lang === null ? undefined : text(lang);
  return frozen(call(() => wasm.details(asked)));
}

/** The version of the package. */
export const version = (): string => call(() => wasm.version());

/** Hours as the core takes them: a number, or what was given in its place. Of the two zeros a card has one. */
const hoursOf = (hours: unknown): number =>
  typeof hours === "number" ? hours + 0 : (describe(hours) as never);

/** What a link may set of a page's element: `accepted` names the attributes. */
export const linkSettings = (
  link: string,
  accepted: readonly string[],
  hasTreatment = false,
): readonly [string, string][] =>
  call(() => wasm.linkSettings(link, [...accepted], hasTreatment, Date.now()));

/** A question that was kept at some time, as attributes of those that are accepted; none where it is too old or no question. */
export const rememberedSettings = (
  question: string,
  accepted: readonly string[],
  at: number,
  now: number,
): readonly [string, string][] => call(() => wasm.rememberedSettings(question, [...accepted], at, now));
