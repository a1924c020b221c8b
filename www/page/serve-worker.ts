/** The page registers its service worker, which makes it complete offline. */

/** After everything that the answer needs. */
export function registerWorker(): void {
  if (document.readyState === "complete") {
    register();
  } else {
    addEventListener("load", register, { once: true });
  }
}

/** Without the worker the page works all the same, as long as there is a network. */
async function register(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(workerAddress());
  } catch {
    // A folder, a private window, or a browser without storage.
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** A Trusted Types policy with a name of its own, so that a site can allow this one and no other. */
function workerAddress(): string {
  const types: TrustedTypes | undefined = Reflect.get(globalThis, "trustedTypes");
  if (!types) {
    return "sw.js";
  }
  // It makes one address, whatever it is asked for.
  return types.createPolicy("aftercare-consensus-sw", { createScriptURL: () => "sw.js" }).createScriptURL("");
}
