/**
 * The ES module with the wasm beside it, which is compiled while it streams. Importing
 * it loads nothing: the first element does, or `init`.
 */
import { wasmIntegrity } from "generated/facts";
import { type WasmSource, fetchWasm, wasmOf } from "../core/fetch-wasm";
import { provideLoaded, startFrom } from "../core/wasm";

export * from "./exports";

const fetchBeside = () => fetchWasm(new URL("./aftercare-consensus.wasm", import.meta.url), wasmIntegrity);

provideLoaded(fetchBeside);

/**
 * Loads the wasm. Await it once before the first call; later calls do nothing, and
 * after a failure the next call tries again.
 *
 * @param source where the wasm is, or its bytes; beside this file where it is not given
 * @throws {LoadError}
 */
export async function init(source?: WasmSource | Promise<Response>): Promise<void> {
  const given = async () => wasmOf((await source) as WasmSource, wasmIntegrity);
  return startFrom(source === undefined ? fetchBeside : given);
}
