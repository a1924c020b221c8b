/** The same beside a classic script, which needs no import; checked, never run. */
/// <reference path="../../dist/aftercare-consensus.iife.d.ts" />

export function beside(): string {
  const element = document.querySelector("aftercare-consensus");
  return element?.guidance?.summary ?? AftercareConsensus.guidance("Dysport", 14).summary;
}
