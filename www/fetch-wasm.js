/** Fetches the wasm and checks that it is the build's, or says what went wrong on the way. */
import importApart from "built:apart";
import { pauses } from "./again.js";
import { LoadError, cannotStart, damaged } from "./load-error.js";

/**
 * @param {URL} address
 * @param {string} integrity
 * @param {(warning: LoadError) => void} warn told of what works but should be mended
 * @returns {Promise<ArrayBuffer>}
 * @throws {LoadError}
 */
export async function fetchWasm(address, integrity, warn) {
  try {
    // What one browser reads from a folder, the others do not.
    if (address.protocol === "file:") {
      throw new Error();
    }
    return await whole(address, integrity, warn);
  } catch {
    // A browser does not tell which of many things it was: look again, without
    // the check, and past a damaged copy in its cache.
    const found = await importApart().then(
      ({ diagnose }) => diagnose(address, { cannotStart, damaged, networkLost }),
      networkLost,
    );
    if (found.code !== "wasm_corrupt") {
      throw found;
    }
    try {
      return await whole(address, integrity, warn);
    } catch {
      throw found;
    }
  }
}

/**
 * @param {URL} address
 * @param {string} integrity
 * @param {(warning: LoadError) => void} warn
 */
async function whole(address, integrity, warn) {
  const response = await fetch(address, { integrity, referrerPolicy: "no-referrer" });
  const bytes = await response.arrayBuffer();
  if (!/^application\/wasm *(;|$)/i.test(response.headers.get("content-type") ?? "")) {
    // Where the words for it do not come, the wasm is as good.
    await importApart().then(
      ({ wrongType }) => warn(new LoadError("wasm_wrong_type", wrongType(address, response))),
      () => {},
    );
  }
  return bytes;
}

const pause = pauses();

function networkLost() {
  const error = cannotStart(
    "network_lost",
    "Check your connection. It tries again by itself; you can also reload the page.",
  );
  if (globalThis.document) {
    error.again = pause();
  }
  return error;
}
