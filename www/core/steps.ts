/** Work in steps, each a task of its own, so that none of them keeps a page from its own work for long. */
import { nextTask } from "./next-task";

/** What a step waits for, besides its turn. */
export type Work = Generator<undefined | Promise<unknown>, void>;

/** Works are done one after another: the first element of a page shows its answer before the second begins. */
let queue: Promise<unknown> = Promise.resolve();

export class Steps {
  #work: Work | undefined;

  /**
   * Does a work step by step, in the place of the one before.
   *
   * @throws what a step throws, where it is still wanted
   */
  begin(work: Work): Promise<void> {
    this.#work = work;
    const done = queue.then(() => this.#run(work));
    queue = done.catch(() => {});
    return done;
  }

  /** Does a work at once, in the place of the one before. */
  doNow(work: Work): void {
    this.#work = work;
    this.finish();
  }

  /** Does at once what is left. */
  finish(): void {
    const work = this.#work;
    this.#work = undefined;
    for (let step = work?.next(); step && !step.done; step = work?.next()) {
      // The next step finds out for itself what this one would have waited for.
      step.value?.catch(() => {});
    }
  }

  /** Leaves undone what is left. */
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
      await nextTask();
    }
  }
}
