/** Where are the sources of the public surface? */
import { readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/**
 * A file of the project.
 *
 * @param {string} path
 */
export const file = (path) => new URL(path, root);

/**
 * Its text.
 *
 * @param {string} path
 */
export const text = (path) => readFileSync(file(path), "utf8");

/**
 * Its bytes.
 *
 * @param {string} path
 */
export const bytes = (path) => readFileSync(file(path));
