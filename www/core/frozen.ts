/** Results are shared between callers, so they are frozen. */

const { freeze, keys } = Object;
const { isArray } = Array;

/** Freezes a result with all that is in it. Plain objects and lists, no cycles. */
export function frozen<T extends object>(value: T): T {
  // Names of objects alone: a list's places take longer to name than to count.
  const names = isArray(value) ? undefined : keys(value);
  const length = names ? names.length : (value as unknown as unknown[]).length;
  for (let place = 0; place < length; place += 1) {
    const part = (value as Record<string | number, unknown>)[names ? names[place] : place];
    if (typeof part === "object" && part !== null) {
      frozen(part);
    }
  }
  return freeze(value);
}
