/**
 * Languages beside English. A language is a script that pushes its pack onto
 * `globalThis[Symbol.for("aftercare-consensus.languages")]`, before this library or
 * after it; two copies of the library on a page share what was pushed.
 */
import { labels as english } from "generated/labels";
import { registerLanguage } from "generated/wasm";
import { call, onStart } from "./wasm";

/** The static texts of the view. */
export type Labels = typeof english;

interface Pack {
  version: string;
  words: { id: string };
  labels: Labels;
}

/** Where packs are pushed: a list, until a copy of the library takes its place. */
interface Registry {
  packs?: Pack[];
  push(pack: Pack): unknown;
}

const KEY = Symbol.for("aftercare-consensus.languages");

const labels = new Map<string, Labels>();
/** Why a pack was refused, by its language. */
const refused = new Map<string, string>();
const listeners = new Set<() => void>();

const registered = () => Reflect.get(globalThis, KEY) as Registry | Pack[] | undefined;

const packsOf = (known = registered()): Pack[] => (Array.isArray(known) ? known : (known?.packs ?? []));

onStart(() => {
  const known = registered();
  const packs = [...packsOf(known)];
  const registry: Registry = {
    packs,
    push(pack) {
      packs.push(pack);
      if (!Array.isArray(known)) {
        known?.push(pack);
      }
      register(pack);
    },
  };
  Reflect.set(globalThis, KEY, registry);
  for (const pack of packs) {
    register(pack);
  }
});

function register(pack: Pack): void {
  // A pack may be anything that a page pushes.
  let id = "";
  try {
    id = `${pack.words.id}`;
    call(() => registerLanguage(pack));
    labels.set(id, pack.labels);
    refused.delete(id);
  } catch (error) {
    refused.set(id, (error as Error).message);
    return;
  }
  for (const listener of listeners) {
    listener();
  }
}

/** The labels of a language; English where its pack is not registered. */
export const labelsOf = (lang: string): Labels => labels.get(lang) ?? english;

/**
 * The sentence for a patient where there can be no answer, in a page's language. There
 * may be no wasm that could say which packs are good: each is looked at as it is.
 */
export function unavailable(pageLang: string | null): { text: string; lang: string } {
  const lang = `${pageLang}`.toLowerCase().split("-")[0];
  const pack = packsOf().find((one) => one?.words?.id === lang);
  const text = pack?.labels?.view?.unavailable;
  return text ? { text, lang } : { text: english.view.unavailable, lang: "en" };
}

/** Why the words of a language are missing although its script is on the page. */
export const refusalOf = (lang: string): string | undefined => refused.get(lang);

/** Calls a function whenever one more language is registered. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
