import { type Guidance, GuidanceError, guidance, init } from "aftercare-consensus";
import { guidance as fetched, init as fetchWasm } from "aftercare-consensus/split";
import "aftercare-consensus/es";
import "aftercare-consensus/iife";
import "aftercare-consensus/react";

await init();
await fetchWasm();
const card: Guidance = guidance("Dysport", 14, { treatedAt: "17:00" });
// @ts-expect-error cards are read-only
card.status = "fine";
// @ts-expect-error a number is no treatment
guidance(5, 14);
export const codeOf = (error: unknown): string => (error instanceof GuidanceError ? error.code : "");
export { card, fetched };
