/** Registers `<aftercare-consensus>`; on a server there is nothing to register. */
import { define } from "./module";

define();

// Whoever imports the declarations gets those of the element.
export type { AftercareConsensus } from "./module";
