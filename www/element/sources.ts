/** Where are the files beside the script: the page of sources, the languages? */
import { documentCall, pageAddress } from "../core/document";

let address = "";

/** The address of the one beside the script; empty where there is none, as with a module. */
export const sourcesBeside = (): string => address;

/** Where the plugins of sites put their copies of scripts, and nothing else. */
const COPIES = /\/(cache|litespeed|siteground-optimizer-assets|hummingbird-assets)\//;

/**
 * It stands beside a classic script, or where the script's `data-sources` says;
 * nowhere where that is "none". A script that is pasted into a page has nothing beside
 * it, nor has a copy that a plugin has made, nor one that a page holds as text and loads
 * by `blob:` or `data:`.
 */
export function provideSourcesBeside(script: HTMLScriptElement | null): void {
  const isBeside = script?.src && !COPIES.test(script.src);
  const beside = script?.dataset.sources ?? (isBeside ? "sources.html" : "none");
  if (beside !== "none") {
    try {
      address = new URL(beside, script?.src || pageAddress()).href;
    } catch {
      // There is none.
    }
  }
}

/** The script of a language, for its owner: the address that the page has tried, or its name. */
export function languageFile(lang: string): string {
  const name = `aftercare-consensus.${lang}.js`;
  const tried = documentCall(document, "querySelector", `script[src*="${name}"]`) as HTMLScriptElement | null;
  return tried?.src ?? name;
}
