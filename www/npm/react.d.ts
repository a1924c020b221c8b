/**
 * The tag <aftercare-consensus> in React. Where React is not installed, this says nothing:
 * hence each @ts-ignore.
 */
import type {
  AftercareConsensus,
  AftercareConsensusAttributes,
  AftercareConsensusListeners,
} from "./types.js";
// @ts-ignore
import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Props = DetailedHTMLProps<HTMLAttributes<AftercareConsensus>, AftercareConsensus> &
  AftercareConsensusAttributes &
  AftercareConsensusListeners;

// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "aftercare-consensus": Props;
    }
  }
}
