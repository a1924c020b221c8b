/** Registers `<aftercare-consensus>`; on a server there is nothing to register. */
import { define } from "./module";

define();
