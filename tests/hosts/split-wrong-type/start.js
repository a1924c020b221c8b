// The module with the wasm in a file of its own.
import { define } from "./widget/split.js";

define();
