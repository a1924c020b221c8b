/** When do the views look at the clock again? One timer serves them all. */
import { documentCall, documentHas } from "../core/document";

/**
 * A timer may fire a little before its time; so many milliseconds later it never does.
 * It is also longer than a frame, so that an answer that was just drawn is on the
 * screen before what stands under it is.
 */
const LATE = 20;

export interface Clocked {
  /** Looks at the clock, and draws what has changed. */
  update(): void;
  /** When it wants to look again, in milliseconds; `Infinity` where it goes with no clock. */
  due(): number;
  /** Whether its page is no more. */
  isGone(): boolean;
  /** Leaves nothing behind. */
  unmount(): void;
}

const views = new Set<Clocked>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Serves a view from now on. */
export function addToClock(view: Clocked): void {
  sweep();
  if (!views.size) {
    // A device may have slept since the last look, and a page may come back from the
    // browser's memory as it was left.
    documentCall(document, "addEventListener", "visibilitychange", tick);
    addEventListener("pageshow", tick);
  }
  views.add(view);
  schedule();
}

/** Serves a view no longer; after the last one nothing is left running. */
export function removeFromClock(view: Clocked): void {
  views.delete(view);
  if (!views.size) {
    documentCall(document, "removeEventListener", "visibilitychange", tick);
    removeEventListener("pageshow", tick);
  }
  schedule();
}

/** Sets the timer for the view that is due first. A page that nobody sees has none: it looks again when it is seen. */
export function schedule(): void {
  clearTimeout(timer);
  let due = Infinity;
  for (const view of views) {
    due = Math.min(due, view.due());
  }
  const pause = Math.max(due - Date.now(), 0) + LATE;
  timer =
    due < Infinity && !documentHas("hidden")
      ? setTimeout(() => updateAll((view) => view.due() <= due), pause)
      : undefined;
}

/** Ends the views in frames that are no more: those go without a word to what is in them. */
function sweep(): void {
  for (const view of views) {
    if (view.isGone()) {
      removeFromClock(view);
      view.unmount();
    }
  }
}

/** Every view that goes with the clock looks at it. */
function tick(): void {
  updateAll((view) => view.due() < Infinity);
}

function updateAll(isDue: (view: Clocked) => boolean): void {
  if (!globalThis.document) {
    // A test has taken its page away.
    views.clear();
    return;
  }
  sweep();
  for (const view of views) {
    if (isDue(view)) {
      view.update();
    }
  }
  schedule();
}
