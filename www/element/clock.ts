/** When do the views look at the clock again? One timer serves all of a document. */
import { documentCall, documentHas } from "../core/document";

/** A timer may fire a little before its time; so many milliseconds later it never does. */
const LATE = 20;

export interface Clocked {
  /** The document that it is in. */
  readonly document: Document;
  /** Looks at the clock, and draws what has changed. */
  update(): void;
  /** Draws what is printed. */
  print(): void;
  /** When it wants to look again, in milliseconds; `Infinity` where it goes with no clock. */
  due(): number;
  /** Its document has gone with the frame that held it. */
  end(): void;
}

/** The views of a document; its own timer and listeners, since those of another may be gone. */
class Clock {
  readonly views = new Set<Clocked>();
  readonly #document: Document;
  readonly #window: Window;
  #timer: number | undefined;

  constructor(document: Document, window: Window) {
    this.#document = document;
    this.#window = window;
  }

  /**
   * Serves a view from now on. A document that is written anew has lost its listeners
   * while it still has views, so they are added each time, which is once.
   */
  add(view: Clocked): void {
    this.views.add(view);
    this.#listen("addEventListener");
  }

  /** Serves a view no longer; after the last one nothing is left running. */
  delete(view: Clocked): void {
    if (this.views.delete(view)) {
      this.schedule();
      if (!this.views.size) {
        this.#listen("removeEventListener");
        clocks.delete(this.#document);
      }
    }
  }

  /** A device may have slept or moved to another time zone since the last look, and a page may come back as it was left. */
  #listen(method: "addEventListener" | "removeEventListener"): void {
    documentCall(this.#document, method, "visibilitychange", this.#tick);
    this.#window[method]("pageshow", this.#tick);
    this.#window[method]("focus", this.#tick);
    this.#window[method]("beforeprint", this.#print);
  }

  /** Sets the timer for the view that is due first. A page that nobody sees has none: it looks again when it is seen. */
  schedule(): void {
    this.#window.clearTimeout(this.#timer);
    let due = Infinity;
    for (const view of this.views) {
      due = Math.min(due, view.due());
    }
    const pause = Math.max(due - Date.now(), 0) + LATE;
    this.#timer =
      due < Infinity && !documentHas("hidden", this.#document)
        ? this.#window.setTimeout(() => this.#update((view) => view.due() <= due), pause)
        : undefined;
  }

  readonly #print = (): void => {
    for (const view of this.views) {
      view.print();
    }
  };

  /** A card that stays as it is may show times too, which are others in another zone. */
  readonly #tick = (event: Event): void => {
    // What a page shows for the first time was drawn just now.
    if ((event as PageTransitionEvent).persisted !== false) {
      this.#update(() => true);
    }
  };

  #update(isDue: (view: Clocked) => boolean): void {
    if (!globalThis.document) {
      // A test has taken its page away.
      clocks.clear();
      return;
    }
    for (const view of this.views) {
      if (isDue(view)) {
        view.update();
      }
    }
    schedule();
  }
}

const clocks = new Map<Document, Clock>();

/** Serves a view from now on. */
export function addToClock(view: Clocked): void {
  sweep();
  const { document } = view;
  const window = documentHas("defaultView", document);
  if (window) {
    const clock = clocks.get(document) ?? new Clock(document, window);
    clocks.set(document, clock);
    clock.add(view);
    clock.schedule();
  }
}

/** Serves a view no longer, whatever document it has come to. */
export function removeFromClock(view: Clocked): void {
  sweep();
  for (const clock of clocks.values()) {
    clock.delete(view);
  }
}

/** Sets the timers anew: something that was drawn is due at another time. */
export function schedule(): void {
  sweep();
  for (const clock of clocks.values()) {
    clock.schedule();
  }
}

/**
 * Ends the views in frames that are no more: those go without a word to what is in them,
 * and their window may be that of another site by now.
 */
function sweep(): void {
  for (const [document, { views }] of clocks) {
    if (!documentHas("defaultView", document)) {
      clocks.delete(document);
      for (const view of views) {
        view.end();
      }
    }
  }
}
