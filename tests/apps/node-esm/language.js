import { guidance } from "aftercare-consensus";
import "aftercare-consensus/es";

console.log(guidance("Dysport", 14, { lang: "es" }).summary);
