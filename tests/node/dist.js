/** What was built, for the tests. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder, as an address and as a path. */
export const dist = new URL("../../dist/", import.meta.url);
export const folder = fileURLToPath(dist);

/** @param {string} name */
export const bytes = (name) => readFileSync(new URL(name, dist));

/** @param {string} name */
export const text = (name) => readFileSync(new URL(name, dist), "utf8");

/** @typedef {typeof import("../../dist/aftercare-consensus.js")} Api */

/**
 * The module, ready to answer.
 *
 * @param {string} [query] another one makes a copy of the module, with a state of its own
 * @returns {Promise<Api>}
 */
export async function module(query = "") {
  /** @type {Api} */
  const api = await import(new URL(`aftercare-consensus.js${query}`, dist).href);
  await api.init();
  return api;
}

/**
 * Registers a language pack with every copy of the module.
 *
 * @param {string} lang
 * @returns {Promise<unknown>}
 */
export const registerLanguage = (lang) => import(new URL(`aftercare-consensus.${lang}.js`, dist).href);

/**
 * @type {{
 *   version: string,
 *   corpus: string,
 *   files: Record<string, { bytes: number, brotli: number, integrity: string }>,
 * }}
 */
export const manifest = JSON.parse(text("manifest.json"));
