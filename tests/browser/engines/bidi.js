/** Values on their way to and from a page, as WebDriver BiDi writes them. */
import { WebElement } from "selenium-webdriver";

/**
 * @param {unknown} value
 * @returns {Promise<object>}
 */
export async function toLocal(value) {
  if (value instanceof WebElement) {
    return { sharedId: await value.getId() };
  }
  if (Array.isArray(value)) {
    return { type: "array", value: await Promise.all(value.map(toLocal)) };
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(async ([key, part]) => [key, await toLocal(part)]);
    return { type: "object", value: await Promise.all(entries) };
  }
  if (value === null || value === undefined) {
    return { type: `${value}` };
  }
  return { type: typeof value, value };
}

/**
 * `undefined` comes back as `null`, as from every other driver.
 *
 * @param {any} remote
 * @param {(id: string) => WebElement} toElement
 * @returns {any}
 */
export function fromRemote({ type, value, sharedId }, toElement) {
  switch (type) {
    case "string":
    case "boolean":
      return value;
    case "number":
      // Also "NaN", "-0" and "Infinity".
      return Number(value);
    case "array":
    case "nodelist":
    case "htmlcollection":
      return value.map((/** @type {any} */ part) => fromRemote(part, toElement));
    case "object":
      return Object.fromEntries(
        value.map((/** @type {any} */ [key, part]) => [key, fromRemote(part, toElement)]),
      );
    case "node":
      return toElement(sharedId);
    case "null":
    case "undefined":
      return null;
    default:
      throw new Error(`A page gave back a ${type}; give back plain values.`);
  }
}
