/**
 * The tag <aftercare-consensus> in Vue. Where Vue is not installed, this says nothing:
 * hence each @ts-ignore.
 */
import type { AftercareConsensusAttributes, AftercareConsensusListeners } from "./types.js";
// @ts-ignore
import type { HTMLAttributes, ReservedProps } from "vue";

type Props = HTMLAttributes &
  ReservedProps &
  AftercareConsensusAttributes & {
    onAftercareChange?: AftercareConsensusListeners["onaftercare-change"];
    onAftercareError?: AftercareConsensusListeners["onaftercare-error"];
  };

// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    "aftercare-consensus": new () => { $props: Props };
  }
}
