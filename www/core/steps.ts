/** Runs work in steps, so that none blocks the page for long: short ones share a task. */
import { nextTask } from "./next-task";

/** Yields between steps; a promise that it yields is awaited before the next one. */
export type Work = Generator<undefined | Promise<unknown>, void>;

/** After so many milliseconds of work the page has its turn. */
const TURN = 10;

/** When the current task has begun to work. */
let began = 0;

/** Work runs in order: the first element of a page shows its answer before the second begins. */
let queue: Promise<unknown> = Promise.resolve();

export class Steps {
  #work: Work | undefined;

  /**
   * Replaces the current work, and runs the new one step by step.
   *
   * @returns a promise that rejects with what a step throws
   */
  begin(work: Work): Promise<void> {
    this.#work = work;
    const done = queue.then(() => this.#run(work));
    queue = done.catch(() => {});
    return done;
  }

  /** Replaces the current work, and runs the new one synchronously. */
  doNow(work: Work): void {
    this.#work = work;
    this.finish();
  }

  /** Runs the remaining steps synchronously. */
  finish(): void {
    const work = this.#work;
    this.#work = undefined;
    for (let step = work?.next(); step && !step.done; step = work?.next()) {
      // Not awaited: if it is needed, the next step throws.
      step.value?.catch(() => {});
    }
  }

  /** Drops the remaining steps. */
  cancel(): void {
    this.#work = undefined;
  }

  async #run(work: Work): Promise<void> {
    while (this.#work === work) {
      const { value, done } = work.next();
      if (done) {
        this.#work = undefined;
        return;
      }
      await value;
      if (!(Math.abs(Date.now() - began) < TURN)) {
        await nextTask();
        began = Date.now();
      }
    }
  }
}
