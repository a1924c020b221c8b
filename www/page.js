/** What the page does beside the element, and that it keeps itself for when there is no network. */
import { serveElement } from "./around.js";

serveElement();

// After everything that the answer needs.
if (document.readyState === "complete") {
  keep();
} else {
  addEventListener("load", keep, { once: true });
}

/** Without the worker the page works all the same, as long as there is a network. */
async function keep() {
  try {
    await navigator.serviceWorker?.register(/** @type {string} */ (workerAddress()));
  } catch {
    // A folder, a private window, or a browser that keeps nothing.
  }
}

/** A policy of its own name, so that a site can allow this one and no other. */
function workerAddress() {
  /** @type {any} */
  const types = Reflect.get(globalThis, "trustedTypes");
  if (!types) {
    return "sw.js";
  }
  // It makes one address, whatever it is asked for.
  return types.createPolicy("aftercare-consensus-sw", { createScriptURL: () => "sw.js" }).createScriptURL("");
}
