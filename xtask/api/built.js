/** What does the build really have? */
import vm from "node:vm";
import { file, text } from "./files.js";

/** The module, ready to answer. */
export async function module() {
  /** @type {typeof import("../../www/entries/module")} */
  const api = await import(file("dist/aftercare-consensus.js").href);
  await api.init();
  return api;
}

/**
 * The names on the global of a classic script, run where there are no elements.
 *
 * @param {string} script
 */
export function globalNames(script) {
  const page = vm.createContext({ URL, TextDecoder, TextEncoder });
  vm.runInContext(text(`dist/${script}`), page);
  return Object.keys(Reflect.get(page, "AftercareConsensus")).sort();
}

/** The names under which the package is imported. */
export function entries() {
  return Object.keys(JSON.parse(text("dist/package.json")).exports);
}

/**
 * The class's properties, as it has them.
 *
 * @param {typeof import("../../www/element/element").AftercareConsensus} element
 */
export function properties(element) {
  return Object.entries(Object.getOwnPropertyDescriptors(element.prototype))
    .filter(([, { get }]) => get)
    .map(([name, { set }]) => ({ name, isReadonly: !set }));
}
