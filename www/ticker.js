/** When do the views look at the clock again? One timer serves them all. */
import { documentDoes, ofDocument } from "./own.js";

/**
 * A timer may fire a little before its time; so many milliseconds later it never does.
 * It is also longer than a frame, so that what a view has just drawn is on the screen
 * before it draws the rest.
 */
const LATE = 20;

/**
 * @typedef {object} Clocked
 * @property {() => void} update
 * @property {() => boolean} gone whether its page is no more
 * @property {() => void} unmount
 * @property {() => number} due when it wants to look again, in milliseconds of the epoch
 */

/** @type {Set<Clocked>} */
const views = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Serves a view from now on.
 *
 * @param {Clocked} view
 */
export function add(view) {
  sweep();
  if (!views.size) {
    // A device may have slept since the last look, and a page may come back from
    // the browser's memory as it was left.
    documentDoes(document, "addEventListener", "visibilitychange", tick);
    addEventListener("pageshow", tick);
  }
  views.add(view);
  schedule();
}

/**
 * Serves a view no longer; after the last one nothing is left running.
 *
 * @param {Clocked} view
 */
export function remove(view) {
  views.delete(view);
  if (!views.size) {
    documentDoes(document, "removeEventListener", "visibilitychange", tick);
    removeEventListener("pageshow", tick);
  }
  schedule();
}

/** Ends the views in frames that are no more: those go without a word to what is in them. */
function sweep() {
  for (const view of views) {
    if (view.gone()) {
      view.unmount();
    }
  }
}

/** Sets the timer for the view that is due first. A page that nobody sees has none: it looks again when it is seen. */
export function schedule() {
  clearTimeout(timer);
  let due = Infinity;
  for (const view of views) {
    due = Math.min(due, view.due());
  }
  const pause = Math.max(due - Date.now(), 0) + LATE;
  timer =
    due < Infinity && !ofDocument("hidden")
      ? setTimeout(() => updateAll((view) => view.due() <= due), pause)
      : undefined;
}

/** Every view that goes with the clock looks at it. */
function tick() {
  updateAll((view) => view.due() < Infinity);
}

/**
 * Has some views look again.
 *
 * @param {(view: Clocked) => boolean} which
 */
function updateAll(which) {
  sweep();
  for (const view of views) {
    try {
      if (which(view)) {
        view.update();
      }
    } catch (error) {
      // One view's trouble does not stop the clock of the others.
      remove(view);
      queueMicrotask(() => {
        throw error;
      });
    }
  }
  schedule();
}
