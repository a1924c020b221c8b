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

/**
 * @type {{
 *   version: string,
 *   corpus: string,
 *   files: Record<string, { bytes: number, brotli: number, integrity: string }>,
 * }}
 */
export const manifest = JSON.parse(text("manifest.json"));
