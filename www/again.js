/** When is it worth trying again? */
import { documentDoes, ofDocument } from "./own.js";

/** No pause between two tries is longer, in milliseconds. */
const LONGEST = 300_000;

/** Of the first pause, the half. */
const START = 15_000;

/**
 * Tells, each time after twice as long, when to try again: when the device is back
 * online, when the reader comes back to the page, and after some time, since a
 * server that is down says nothing when it is up again.
 *
 * @returns {() => Promise<unknown>}
 */
export function pauses() {
  let pause = START;
  return () => {
    pause = Math.min(2 * pause, LONGEST);
    return untilWorthIt(pause);
  };
}

/**
 * It ends by itself; whoever is gone by then need not try again.
 *
 * @param {number} pause in milliseconds
 */
function untilWorthIt(pause) {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const again = () => {
      // A page that nobody sees waits until somebody does.
      if (ofDocument("visibilityState") === "visible") {
        ended.abort();
        clearTimeout(timer);
        resolve(undefined);
      }
    };
    const timer = setTimeout(again, pause);
    addEventListener("online", again, options);
    // Each page shows itself once at first; here it comes back as it was left.
    addEventListener("pageshow", ({ persisted }) => persisted && again(), options);
    documentDoes(document, "addEventListener", "visibilitychange", again, options);
  });
}
