/** Where is the page of sources? */
import { pageAddress } from "../core/document";

let address = "";

/** The address of the one beside the script; empty where there is none, as with a module. */
export const sourcesBeside = (): string => address;

/**
 * It stands beside a classic script, or where the script's `data-sources` says;
 * nowhere where that is "none". A script that is pasted into a page has nothing beside
 * it, nor has one that a page holds as text and loads by `blob:` or `data:`.
 */
export function provideSourcesBeside(script: HTMLScriptElement | null): void {
  const beside = script?.dataset.sources ?? (script?.src ? "sources.html" : "none");
  if (beside !== "none") {
    try {
      address = new URL(beside, script?.src || pageAddress()).href;
    } catch {
      // There is none.
    }
  }
}
