/** A page without a browser: a light DOM, a clock that stands still, the wasm of the build. */
import { readFileSync } from "node:fs";
import { mock } from "node:test";
import { Window } from "happy-dom";
import { provideInline, start } from "../../www/core/wasm";

/** A Sunday morning in New York, 14 hours after a treatment at 17:00. */
export const NOW = Date.parse("2026-11-22T12:00:20Z");

/** So many milliseconds pass between two frames. */
const FRAME = 16;

const window = new Window({ url: "https://clinic.example/" });
for (const name of [
  "document",
  "navigator",
  "location",
  "customElements",
  "Document",
  "Element",
  "HTMLElement",
  "Event",
  "CustomEvent",
  "CSSStyleSheet",
  "addEventListener",
  "removeEventListener",
] as const) {
  const value: unknown = Reflect.get(window, name);
  const isMethod = name === "addEventListener" || name === "removeEventListener";
  Object.defineProperty(globalThis, name, {
    configurable: true,
    value: isMethod ? (value as () => void).bind(window) : value,
  });
}

// One clock for all: the tests move it on.
window.setTimeout = ((...args: Parameters<typeof setTimeout>) => setTimeout(...args)) as never;
window.clearTimeout = ((timer: NodeJS.Timeout) => clearTimeout(timer)) as never;
window.requestAnimationFrame = ((run: () => void) => setTimeout(run, FRAME)) as never;
window.cancelAnimationFrame = ((frame: NodeJS.Timeout) => clearTimeout(frame)) as never;

provideInline(String(process.env["AFTERCARE_WASM"]), (path) => readFileSync(path));
await start();

/** Stops the clock, which `later` moves on. */
export function stopClock(): void {
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: NOW });
}

/** Lets time pass, and what waits for it happen. */
export async function later(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await settled();
}

/** Waits for all microtasks. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
