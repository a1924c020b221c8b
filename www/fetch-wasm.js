/** Fetches the wasm and checks that it is the build's, or says what went wrong on the way. */
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
  if (address.protocol === "file:") {
    throw notFound("Give init() the bytes of the wasm: scripts cannot fetch from a folder.");
  }
  try {
    return await whole(address, integrity, warn);
  } catch {
    // A browser does not tell which of many things it was: look again, without
    // the check, and past a damaged copy in its cache.
    const found = await diagnose(address);
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
  const type = typeOf(response);
  if (type !== "application/wasm") {
    warn(
      new LoadError(
        "wasm_wrong_type",
        `For the owner of this site: ${address} is served as ${type}; serve it as application/wasm.`,
      ),
    );
  }
  return bytes;
}

/** @param {URL} address */
async function diagnose(address) {
  if (globalThis.navigator?.onLine === false) {
    return networkLost();
  }
  const policy = watchPolicy(address);
  /** @type {Response | undefined} */
  let response;
  try {
    response = await fetch(address, { cache: "reload", referrerPolicy: "no-referrer" });
    if (!response.ok) {
      return notFound(
        `For the owner of this site: ${address} answers with ${response.status}; put the wasm there.`,
      );
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    // "\0asm", read as one number.
    const isWasm = bytes.length > 3 && new DataView(bytes.buffer).getUint32(0) === 0x61736d;
    const type = typeOf(response);
    return isWasm || type === "application/wasm"
      ? damaged()
      : cannotStart(
          "wasm_wrong_type",
          `For the owner of this site: ${address} is ${type}, not the wasm; put the wasm there.`,
        );
  } catch {
    if (response) {
      // It broke off on the way.
      return damaged();
    }
    if (await policy.refused()) {
      return cannotStart(
        "wasm_blocked",
        `For the owner of this site: add ${address.origin} to connect-src in the site's policy.`,
      );
    }
    return (await isThere(address))
      ? notFound(`For the owner of this site: ${address.origin} must send Access-Control-Allow-Origin.`)
      : networkLost();
  } finally {
    policy.end();
  }
}

/**
 * Whether the server answers, although it lets no other site read what it says.
 *
 * @param {URL} address
 */
function isThere(address) {
  return fetch(address, { mode: "no-cors", referrerPolicy: "no-referrer" }).then(
    () => true,
    () => false,
  );
}

/**
 * Whether the page's own policy refuses the request.
 *
 * @param {URL} address
 */
function watchPolicy(address) {
  let refused = false;
  const note = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) => {
    refused ||= blockedURI !== "" && address.href.startsWith(blockedURI);
  };
  const page = globalThis.document;
  page?.addEventListener("securitypolicyviolation", note);
  return {
    async refused() {
      // The event comes after the request has failed.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return refused;
    },
    end() {
      page?.removeEventListener("securitypolicyviolation", note);
    },
  };
}

/** @param {Response} response */
function typeOf(response) {
  const type = response.headers.get("content-type") ?? "";
  return type.split(";")[0].trim().toLowerCase() || "a file without a type";
}

/** @param {string} remedy */
function notFound(remedy) {
  return cannotStart("wasm_not_found", remedy);
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
