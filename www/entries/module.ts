/**
 * The ES module with the wasm inside: for every bundler, for Node and for servers,
 * without configuration. Importing it starts nothing and registers nothing.
 */
import { provideInline, start } from "../core/wasm";
import { decode } from "../core/wasm-text";
// By far the longest text last: so the rest compresses best.
import { wasmText } from "generated/wasm-text";

export * from "./exports";

provideInline(wasmText, decode);

/**
 * Starts the wasm, which the first call would do otherwise.
 *
 * @throws {LoadError}
 */
export async function init(): Promise<void> {
  await start();
}
