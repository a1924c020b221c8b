/** Why does the wasm not come, although it was fetched? Asked only once it has not. */

/**
 * @typedef {import("./load-error.js").LoadError} LoadError
 * @typedef {object} Ways what the module says it with
 * @property {typeof import("./load-error.js").cannotStart} cannotStart
 * @property {typeof import("./load-error.js").damaged} damaged
 * @property {() => LoadError} networkLost
 */

/**
 * @param {URL} address
 * @param {Ways} ways
 * @returns {Promise<LoadError>}
 */
export async function diagnose(address, { cannotStart, damaged, networkLost }) {
  const notFound = (/** @type {string} */ remedy) => cannotStart("wasm_not_found", remedy);
  if (address.protocol === "file:") {
    return notFound("Give init() the bytes of the wasm: scripts cannot fetch from a folder.");
  }
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

/**
 * What the site's owner is told of a wasm that is served as something else.
 *
 * @param {URL} address
 * @param {Response} response
 */
export function wrongType(address, response) {
  return `For the owner of this site: ${address} is served as ${typeOf(response)}; serve it as application/wasm.`;
}

/** @param {Response} response */
function typeOf(response) {
  const type = response.headers.get("content-type") ?? "";
  return type.split(";")[0].trim().toLowerCase() || "a file without a type";
}
