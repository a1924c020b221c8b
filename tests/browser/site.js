/** A server of a test's own: it can go away, break, change what it serves, and remembers what it was asked for. */
import { createServer } from "node:http";
import { extname } from "node:path";

/** What a usual server sends. @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * The policy under which the suite's own server sends every page.
 *
 * @returns {Promise<string>}
 */
export async function strictPolicy() {
  const { headers } = await fetch(String(process.env.AFTERCARE_URL));
  const policy = headers.get("content-security-policy");
  if (!policy?.includes("require-trusted-types-for 'script'")) {
    throw new Error(`the suite's own server sends no strict policy, but: ${policy}`);
  }
  return policy;
}

/**
 * @typedef {import("node:http").IncomingMessage} Asked
 * @typedef {import("node:http").ServerResponse} Answer
 * @typedef {Map<string, Buffer>} Files by their names, such as `index.html`
 */

export class Site {
  /** What it serves; another build takes its place at once. @type {Files} */
  files;
  /** @type {Record<string, string>} */
  headers;
  /** Answers in the place of a file; `false` where it does not. @type {(name: string, answer: Answer) => boolean} */
  instead = () => false;
  /** @type {{ path: string, name: string, headers: import("node:http").IncomingHttpHeaders }[]} */
  asked = [];
  #server = createServer((asked, answer) => this.#answer(asked, answer));
  /** @type {Set<import("node:net").Socket>} */
  #sockets = new Set();
  #host;
  #port = 0;

  /**
   * @param {Files} files
   * @param {Record<string, string>} [headers] sent with every file
   * @param {"127.0.0.1" | "localhost"} [host] two sites to a browser, which gives cookies to every port of one
   */
  constructor(files, headers = {}, host = "127.0.0.1") {
    this.files = files;
    this.headers = headers;
    this.#host = host;
    // Its own list misses those over which a browser has not asked for anything yet.
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  /** Listens, at the same address each time. */
  async start() {
    await new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", () => resolve(undefined));
    });
    this.#port = /** @type {import("node:net").AddressInfo} */ (this.#server.address()).port;
    return this;
  }

  /** Is gone, as if the network were. */
  async stop() {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      for (const socket of this.#sockets) {
        socket.destroy();
      }
    });
  }

  get origin() {
    return `http://${this.#host}:${this.#port}`;
  }

  /** @param {string} name */
  address(name = "") {
    return `${this.origin}/${name}`;
  }

  /**
   * @param {Asked} asked
   * @param {Answer} answer
   */
  #answer({ url = "/", headers }, answer) {
    const name = new URL(url, this.origin).pathname.slice(1) || "index.html";
    this.asked.push({ path: url, name, headers });
    if (this.instead(name, answer)) {
      return;
    }
    const body = this.files.get(name);
    if (!body) {
      answer.writeHead(404, { "content-type": TYPES[".html"] }).end("<h1>Not found</h1>");
      return;
    }
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    answer.writeHead(200, { "content-type": type, "content-length": body.length, ...this.headers }).end(body);
  }
}
