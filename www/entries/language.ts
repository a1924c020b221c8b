/**
 * One more language: as a classic script or as an import, before or after the library,
 * which takes what is pushed.
 */
import { pack } from "generated/language-pack";

const KEY = Symbol.for("aftercare-consensus.languages");

const packs: { push(added: unknown): unknown } = (Reflect.get(globalThis, KEY) as unknown[]) ?? [];
packs.push(pack);
Reflect.set(globalThis, KEY, packs);
