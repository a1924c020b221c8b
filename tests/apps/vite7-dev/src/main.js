import { guidance } from "aftercare-consensus";
import "aftercare-consensus/define";
import * as split from "aftercare-consensus/split";

const write = (id, text) => {
  document.getElementById(id).textContent = text;
};

document.querySelector("aftercare-consensus").addEventListener("aftercare-change", ({ detail }) => {
  write("told", detail.status);
});
write("status", guidance("Dysport", 14).status);
await split.init();
write("status", split.guidance("Dysport", 14).status);
