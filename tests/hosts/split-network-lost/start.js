// The wasm is on another machine, which does not answer at first; then the line is back.
import { define, init } from "./widget/split.js";

init("http://127.0.0.1:9/aftercare-consensus.wasm").catch(() => {
  document.documentElement.dataset.lost = "yes";
});
define();
