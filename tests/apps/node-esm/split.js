import { guidance, init } from "aftercare-consensus/split";

await init();
console.log(guidance("Dysport", 14).status);
