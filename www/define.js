/** Registers `<aftercare-consensus>`. */
import { define } from "./module.js";

define();
