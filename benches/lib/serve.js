/** A server such as a good host has: brotli, compressed beforehand, and immutable files. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { constants, brotliCompressSync } from "node:zlib";

const TYPES = new Map([
  [".css", "text/css; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".webmanifest", "application/manifest+json"],
]);

/** What is compressed already. */
const FINISHED = new Set([".png"]);

/** @param {Buffer} bytes */
function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Serves one page at `/` and a folder's files below `/files/`, on a port of its own, until it
 * is closed. A folder without a page is served at `/`.
 *
 * @param {{ page?: string, folder: string }} site
 */
export async function serve({ page, folder }) {
  /** @type {Map<string, Promise<Buffer>>} */
  const compressed = new Map();
  const base = page === undefined ? "/" : "/files/";

  /** @param {string} path */
  function file(path) {
    let bytes = compressed.get(path);
    if (!bytes) {
      const plain = page !== undefined && path === "/" ? Buffer.from(page) : read(path);
      bytes = Promise.resolve(plain).then((plain) => (FINISHED.has(extname(path)) ? plain : brotli(plain)));
      compressed.set(path, bytes);
    }
    return bytes;
  }

  /** @param {string} path */
  function read(path) {
    if (!path.startsWith(base) || path.includes("..")) {
      throw new Error(`${path} is not served`);
    }
    return readFile(`${folder}/${path === "/" ? "index.html" : path.slice(base.length)}`);
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(`${request.url}`, "http://localhost");
    try {
      const bytes = await file(pathname);
      const kind = pathname === "/" ? ".html" : extname(pathname);
      response.writeHead(200, {
        "Content-Type": TYPES.get(kind) ?? "application/octet-stream",
        "Content-Length": bytes.length,
        ...(FINISHED.has(kind) ? {} : { "Content-Encoding": "br" }),
        "Cache-Control": kind === ".html" ? "no-cache" : "public, max-age=31536000, immutable",
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${address.port}/`,
    /** Compresses beforehand what a page will ask for. @param {string[]} paths */
    warm: (paths) => Promise.all(paths.map(file)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
