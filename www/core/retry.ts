/** When does it make sense to fetch again? */
import { documentCall, documentHas } from "./document";

/** No pause between two tries is longer, in milliseconds. */
const LONGEST = 300_000;

let pause = 15_000;

/**
 * Settles, each time after twice as long, when to try again: when the device is back
 * online, when the reader comes back to the page, and after some time, since a server
 * that is down says nothing when it is up again. Without a page there is no retry.
 */
export function retryPause(): Promise<void> | undefined {
  if (!globalThis.document) {
    return undefined;
  }
  pause = Math.min(2 * pause, LONGEST);
  return new Promise((resolve) => {
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const retry = () => {
      // A page that nobody sees waits until somebody does.
      if (documentHas("visibilityState") === "visible") {
        ended.abort();
        clearTimeout(timer);
        resolve();
      }
    };
    const timer = setTimeout(retry, pause);
    addEventListener("online", retry, options);
    // Each page shows itself once at first; here it comes back as it was left.
    addEventListener("pageshow", ({ persisted }) => persisted && retry(), options);
    documentCall(document, "addEventListener", "visibilitychange", retry, options);
  });
}
