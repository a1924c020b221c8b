/** Registers `<aftercare-consensus>`. */
import { AftercareConsensus, TAG } from "./element";

/**
 * Registers the element, where there is a browser. Doing it twice is no error; a second
 * version is, which each element on the page then says.
 */
export function define(): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (!registry) {
    return;
  }
  const known = registry.get(TAG);
  if (!known) {
    registry.define(TAG, AftercareConsensus);
  } else if (Reflect.get(known, "version") !== AftercareConsensus.version) {
    // Whoever was first draws, and so tells.
    Reflect.get(known, "meet")?.(AftercareConsensus.version);
  }
}
