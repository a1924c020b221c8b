/** What is it that a program gives for the wasm? */

/**
 * @param {string | URL | Response | BufferSource | WebAssembly.Module} source
 * @param {(address: URL) => Promise<BufferSource>} fetchFrom
 * @param {typeof import("./load-error.js").damaged} damaged
 * @returns {Promise<BufferSource | WebAssembly.Module>}
 * @throws {import("./load-error.js").LoadError}
 * @throws {TypeError} where it is nothing of the kind
 */
export async function wasmOf(source, fetchFrom, damaged) {
  if (globalThis.WebAssembly && source instanceof WebAssembly.Module) {
    return source;
  }
  if (typeof source === "string" || source instanceof URL) {
    return fetchFrom(new URL(source, globalThis.document?.baseURI));
  }
  if (typeof source !== "object" || source === null) {
    throw new TypeError(
      `init() was given ${source}; accepted: an address, a Response, the bytes or a WebAssembly.Module.`,
    );
  }
  const bytes =
    source instanceof Response ? await source.arrayBuffer() : /** @type {BufferSource} */ (source);
  // Whoever hands over bytes may have read them from anywhere.
  if (globalThis.WebAssembly && !WebAssembly.validate(bytes)) {
    throw damaged();
  }
  return bytes;
}
