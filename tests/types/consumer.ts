/** What a page's author writes in TypeScript, against the published types; checked, never run. */
import { AftercareConsensus, LoadError, define, guidance, init } from "../../dist/aftercare-consensus.js";
import "../../dist/define.js";

export async function onAPage(): Promise<string | null> {
  define();
  await init();
  const element: AftercareConsensus = document.createElement("aftercare-consensus");
  element.treatment = "dysport";
  element.hours = 14;
  element.hours = null;
  element.treatedAt = "2026-11-21T17:00";
  element.names = "generic";
  element.panels = ["doctors", "instructions"];
  element.compact = true;
  // @ts-expect-error no such way of naming
  element.names = "marque";
  // @ts-expect-error the card is the element's to make
  element.guidance = null;

  element.addEventListener("aftercare-change", ({ detail }) => {
    const differs: boolean = detail.clinic?.differs ?? false;
    // @ts-expect-error events carry no time
    return [differs, detail.hours];
  });
  element.addEventListener("aftercare-error", ({ detail: { code, message } }) => {
    const isPolicy: boolean = code === "wasm_blocked" || code === "invalid_option";
    return isPolicy ? message : undefined;
  });
  element.addEventListener("click", (event) => event.clientX);

  const same: AftercareConsensus = await element.ready;
  return same.guidance?.summary ?? null;
}

export function inAProgram(hours: number): string {
  try {
    const card = guidance("Dysport", hours, { activity: "exercise", treatedAt: "17:00" });
    // @ts-expect-error cards are read-only
    card.panels[0].tally.fine = 0;
    return card.status;
  } catch (error) {
    return error instanceof LoadError ? error.code : "";
  }
}
