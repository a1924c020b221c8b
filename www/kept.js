/**
 * What was answered already? Between two moments at which an answer changes, a card differs in
 * its hours alone, so it is made once for each; whoever asks gets a copy.
 */

/**
 * So many answers are kept at least, the last ones, and twice as many at most. In V8 the most
 * of cards and of timelines were 2.1 MB together; whoever asks few questions has less.
 */
const MOST = 128;

/** No honest question has more letters; a longer one is answered and not kept. */
const LONGEST = 500;

/** Of no prototype, whatever a page has done to what makes such objects. */
const empty = () => /** @type {any} */ ({ __proto__: null });

/**
 * @template T
 * @typedef {object} Held an answer, and the hours between which it holds
 * @property {number} from
 * @property {number | null} until none where nothing changes any more
 * @property {T} card
 */

/**
 * @template T
 * @typedef {Held<T> & { next: Linked<T> | undefined }} Linked with another to the same question
 */

/** By the question. No page puts anything on this prototype. @template T @typedef {Record<string, Linked<T> | undefined>} Generation */

/**
 * @template T
 * @returns {(question: string, hours: number, ask: () => Held<T>) => T} the answer that
 *   holds then; asked for where it is not kept, and not kept where that throws
 */
export function keeps() {
  /** @type {Generation<T>} */
  let young = empty();
  /** @type {Generation<T>} */
  let old = young;
  let count = 0;
  return (question, hours, ask) => {
    const found = find(young[question], hours);
    if (found) {
      return found.card;
    }
    const { from, until, card } = find(old[question], hours) ?? ask();
    if (question.length > LONGEST) {
      return card;
    }
    if (count === MOST) {
      old = young;
      young = empty();
      count = 0;
    }
    count += 1;
    young[question] = { from, until, card, next: young[question] };
    return card;
  };
}

/**
 * @template T
 * @param {Linked<T> | undefined} held
 * @param {number} hours
 */
function find(held, hours) {
  let at = held;
  while (at && !(at.from <= hours && (at.until === null || hours < at.until))) {
    at = at.next;
  }
  return at;
}
