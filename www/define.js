/**
 * Registers `<aftercare-consensus>`; on a server there is nothing to register.
 *
 * On a page, two lines let everything load at once instead of one after the other:
 *
 *     <link rel="modulepreload" href="aftercare-consensus.js">
 *     <link rel="preload" as="fetch" crossorigin type="application/wasm" href="aftercare-consensus-glance.wasm">
 *     <script type="module" src="define.js"></script>
 */
import { define } from "./module.js";

if (globalThis.customElements) {
  define();
}
