import type { AftercareConsensus } from "./module.js";

export {};

declare global {
  interface HTMLElementTagNameMap {
    "aftercare-consensus": AftercareConsensus;
  }
}
