/** The wasm from an address, or why it does not come from there. Only `./split` fetches. */
import { LoadError, corrupt } from "./load-error";
import { retryPause } from "./retry";
import { type Wasm, warn } from "./wasm";

/** What `init` takes for the wasm. */
export type WasmSource = string | URL | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/**
 * The wasm of a source that a program gives.
 *
 * @param integrity the hash of the build's wasm
 * @throws {LoadError}
 * @throws {TypeError} where it is nothing of the kind
 */
export async function wasmOf(source: WasmSource, integrity: string): Promise<Wasm> {
  if (globalThis.WebAssembly && source instanceof WebAssembly.Module) {
    return source;
  }
  if (typeof source === "string" || source instanceof URL) {
    return fetchWasm(new URL(source, globalThis.document?.baseURI), integrity);
  }
  if (typeof source !== "object" || source === null) {
    throw new TypeError(
      `init() was given ${source}; accepted: an address, a Response, the bytes or a WebAssembly.Module.`,
    );
  }
  return source instanceof Response ? source.arrayBuffer() : source;
}

/** @throws {LoadError} */
export async function fetchWasm(address: URL, integrity: string): Promise<Wasm> {
  try {
    return await fetchChecked(address, integrity);
  } catch {
    // A browser does not tell which of many things it was: look again, without the
    // check, and past a damaged copy in its cache.
    const found = await diagnose(address);
    if (found.code === "wasm_corrupt") {
      return fetchChecked(address, integrity).catch(() => {
        throw found;
      });
    }
    throw found;
  }
}

async function fetchChecked(address: URL, integrity: string): Promise<Wasm> {
  // What one browser reads from a folder, the others do not.
  if (address.protocol === "file:") {
    return readFile(address);
  }
  const response = await fetch(address, { integrity, referrerPolicy: "no-referrer" });
  if (!response.ok) {
    throw new TypeError("It is not there.");
  }
  if (typeOf(response) !== "application/wasm") {
    warn(
      new LoadError(
        "wasm_wrong_type",
        `${address} is served as ${typeOf(response)}; serve it as application/wasm.`,
      ),
    );
    return response.arrayBuffer();
  }
  // A policy that refuses to compile is told by its own error, when the bytes are started.
  return WebAssembly.compileStreaming(response.clone()).catch(() => response.arrayBuffer());
}

/** What Node, Deno and Bun have beside it. */
interface Runtime {
  process?: { getBuiltinModule?(name: string): { readFileSync(path: URL): Uint8Array<ArrayBuffer> } };
}

function readFile(address: URL): Uint8Array<ArrayBuffer> {
  const { process } = globalThis as unknown as Runtime;
  if (!process?.getBuiltinModule) {
    throw new TypeError("Scripts of a page cannot read a folder.");
  }
  return process.getBuiltinModule("node:fs").readFileSync(address);
}

/** Why does the wasm not come? */
async function diagnose(address: URL): Promise<LoadError> {
  const notFound = (remedy: string) => new LoadError("wasm_not_found", remedy);
  if (address.protocol === "file:") {
    return notFound(`Scripts cannot fetch ${address} from a folder; give init() the bytes of the wasm.`);
  }
  if (globalThis.navigator?.onLine === false) {
    return networkLost(address);
  }
  const policy = watchPolicy(address);
  let response: Response | undefined;
  try {
    response = await fetch(address, { cache: "reload", referrerPolicy: "no-referrer" });
    if (!response.ok) {
      return notFound(`${address} answers with ${response.status}; put the wasm there.`);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    // "\0asm", read as one number.
    const isWasm = bytes.length > 3 && new DataView(bytes.buffer).getUint32(0) === 0x61736d;
    return isWasm || typeOf(response) === "application/wasm"
      ? corrupt(address.href)
      : new LoadError(
          "wasm_wrong_type",
          `${address} is ${typeOf(response)}, not the wasm; put the wasm there.`,
        );
  } catch {
    if (response) {
      // It broke off on the way.
      return corrupt(address.href);
    }
    if (await policy.hasRefused()) {
      return new LoadError(
        "wasm_blocked",
        `The site's policy does not allow ${address}; add ${address.origin} to its connect-src.`,
      );
    }
    return (await isThere(address))
      ? notFound(
          `${address} may not be read from this site; ${address.origin} must send Access-Control-Allow-Origin.`,
        )
      : networkLost(address);
  } finally {
    policy.end();
  }
}

function networkLost(address: URL): LoadError {
  const error = new LoadError("network_lost", `Nothing answers at ${address}; it is tried again by itself.`);
  error.retry = retryPause();
  return error;
}

/** Whether the server answers, although it lets no other site read what it says. */
const isThere = (address: URL): Promise<boolean> =>
  fetch(address, { mode: "no-cors", referrerPolicy: "no-referrer" }).then(
    () => true,
    () => false,
  );

/** Whether the page's own policy refuses the request. */
function watchPolicy(address: URL) {
  let isRefused = false;
  const note = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    isRefused ||= blockedURI !== "" && address.href.startsWith(blockedURI);
  };
  const page = globalThis.document as Document | undefined;
  page?.addEventListener("securitypolicyviolation", note);
  return {
    async hasRefused(): Promise<boolean> {
      // The event comes after the request has failed.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return isRefused;
    },
    end: () => page?.removeEventListener("securitypolicyviolation", note),
  };
}

const typeOf = (response: Response): string => {
  const type = response.headers.get("content-type") ?? "";
  return type.split(";")[0].trim().toLowerCase() || "a file without a type";
};
