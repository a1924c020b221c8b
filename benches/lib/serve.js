/** A server such as a good host has: brotli, compressed beforehand, and immutable files. */
import { readFile, readdir } from "node:fs/promises";
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
 * is closed. A folder without a page is served at `/`. The files are those of this moment: a
 * build meanwhile changes nothing.
 *
 * @param {{ page?: string, folder: string }} site
 */
export async function serve({ page, folder }) {
  const base = page === undefined ? "/" : "/files/";
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const name of await readdir(folder)) {
    files.set(`${base}${name}`, await readFile(`${folder}/${name}`));
  }
  const root = page === undefined ? files.get("/index.html") : Buffer.from(page);
  if (root) {
    files.set("/", root);
  }
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();

  const server = createServer((request, response) => {
    const { pathname } = new URL(`${request.url}`, "http://localhost");
    const plain = files.get(pathname);
    if (!plain) {
      response.writeHead(404).end();
      return;
    }
    const kind = pathname === "/" ? ".html" : extname(pathname);
    const bytes = compressed.get(pathname) ?? (FINISHED.has(kind) ? plain : brotli(plain));
    compressed.set(pathname, bytes);
    response.writeHead(200, {
      "Content-Type": TYPES.get(kind) ?? "application/octet-stream",
      "Content-Length": bytes.length,
      ...(FINISHED.has(kind) ? {} : { "Content-Encoding": "br" }),
      "Cache-Control": kind === ".html" ? "no-cache" : "public, max-age=31536000, immutable",
    });
    response.end(bytes);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
