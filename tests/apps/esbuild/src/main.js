import { guidance } from "aftercare-consensus";
import "aftercare-consensus/define";

const write = (id, text) => {
  document.getElementById(id).textContent = text;
};

write("status", guidance("Dysport", 14).status);
document.querySelector("aftercare-consensus").addEventListener("aftercare-change", ({ detail }) => {
  write("told", detail.status);
});
