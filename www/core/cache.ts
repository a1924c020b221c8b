/**
 * The last cards. Between two moments at which an answer changes, cards differ in
 * their hours alone, so the wasm is asked once for each such step.
 */
import type { Guidance, GuidanceInterval } from "generated/wasm";

/** So many questions are kept, and as many of the ones before. */
const MOST = 128;

/** No honest question is longer; a longer one is answered and not kept. */
const LONGEST = 500;

const MINUTE = 1 / 60;

/** A card that holds from some hours on and until others. */
interface Step {
  from: number;
  /** No upper end when nothing changes any more. */
  until: number;
  card: Guidance;
}

let recent = new Map<string, Step[]>();
let older = new Map<string, Step[]>();

/** The card of a question at so many hours; asked for when it is not kept. */
export function cachedCard(question: string, hours: number, ask: () => GuidanceInterval): Guidance {
  const steps = recent.get(question) ?? older.get(question) ?? [];
  let card = find(steps, hours);
  if (!card) {
    const { from, until, guidance } = ask();
    card = guidance;
    // The core counts whole minutes: the last one of a step is asked for anew.
    add(steps, { from, until: (until ?? Infinity) - MINUTE, card });
  }
  if (question.length <= LONGEST) {
    remember(question, steps);
  }
  return atHours(card, hours);
}

/** Puts a question among the recent ones, so that what is asked again and again stays. */
function remember(question: string, steps: Step[]): void {
  if (recent.has(question)) {
    return;
  }
  if (recent.size >= MOST) {
    older = recent;
    recent = new Map();
  }
  recent.set(question, steps);
}

function add(steps: Step[], step: Step): void {
  if (step.from < step.until && !find(steps, step.from)) {
    steps[steps.length] = step;
  }
}

function find(steps: readonly Step[], hours: number): Guidance | undefined {
  for (let place = 0; place < steps.length; place += 1) {
    const step = steps[place];
    if (step.from <= hours && hours < step.until) {
      return step.card;
    }
  }
  return undefined;
}

function atHours(card: Guidance, hoursElapsed: number): Guidance {
  return Object.is(card.hoursElapsed, hoursElapsed) ? card : Object.freeze({ ...card, hoursElapsed });
}
