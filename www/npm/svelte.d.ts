/**
 * The tag <aftercare-consensus> in Svelte. Where Svelte is not installed, this says nothing:
 * hence each @ts-ignore.
 */
import type {
  AftercareConsensus,
  AftercareConsensusAttributes,
  AftercareConsensusListeners,
} from "./types.js";
// @ts-ignore
import type { HTMLAttributes } from "svelte/elements";

type Props = HTMLAttributes<AftercareConsensus> &
  AftercareConsensusAttributes &
  AftercareConsensusListeners & {
    "on:aftercare-change"?: AftercareConsensusListeners["onaftercare-change"];
    "on:aftercare-error"?: AftercareConsensusListeners["onaftercare-error"];
  };

// @ts-ignore
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "aftercare-consensus": Props;
  }
}
