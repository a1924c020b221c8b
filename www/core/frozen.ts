/** Results are shared between callers, so they are frozen. */
import { GuidanceError } from "./guidance-error";

const { freeze, hasOwn, keys } = Object;
const { isArray } = Array;

/** Freezes a result with all that is in it. Plain objects and lists, no cycles. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    const names = isArray(value) ? undefined : keys(value);
    const length = names ? names.length : (value as unknown as unknown[]).length;
    for (let place = 0; place < length; place += 1) {
      const name = names ? names[place] : place;
      // A setter that a page has put on a prototype keeps what was assigned.
      if (!hasOwn(value, name)) {
        throw new GuidanceError("internal", "This page has changed what every list inherits.");
      }
      frozen((value as Record<string | number, unknown>)[name]);
    }
    freeze(value);
  }
  return value;
}
