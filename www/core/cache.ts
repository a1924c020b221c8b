/**
 * The last cards. Between two moments at which an answer changes, cards differ in
 * their hours alone, so the wasm is asked once for each such step.
 */
import type { Guidance } from "generated/wasm";

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
export function cachedCard(question: string, hours: number, ask: () => Guidance): Guidance {
  const steps = recent.get(question) ?? older.get(question) ?? [];
  const found = find(steps, hours);
  const card = found ?? ask();
  if (question.length <= LONGEST) {
    remember(question, steps);
    if (!found) {
      add(steps, { from: hours, until: stepEnd(card), card });
    }
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
  for (let place = 0; place < steps.length; place += 1) {
    const known = steps[place];
    if (known.until === step.until) {
      // An earlier moment of the same step.
      known.from = Math.min(known.from, step.from);
      return;
    }
  }
  steps[steps.length] = step;
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

/** The core counts whole minutes: the last one of a step is asked for anew. */
function stepEnd(card: Guidance): number {
  let end = card.nextChange?.hours ?? Infinity;
  for (let place = 0; place < card.panels.length; place += 1) {
    end = Math.min(end, card.panels[place].nextChange?.hours ?? Infinity);
  }
  return end - MINUTE;
}

function atHours(card: Guidance, hoursElapsed: number): Guidance {
  return Object.is(card.hoursElapsed, hoursElapsed) ? card : Object.freeze({ ...card, hoursElapsed });
}
