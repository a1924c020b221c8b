/** A browser's driver as a process, and everything that goes with it when it ends. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The zone of the suite: one with daylight-saving time, and not UTC. */
const ZONE = "America/New_York";

/** A browser that has not answered a command for so many milliseconds never will. */
const LONGEST = 90_000;

// Whoever breaks the suite off leaves no browser behind: what is to be done at the exit is done.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

/**
 * Starts a driver with an empty folder for the browser's profile.
 *
 * @param {(profile: string) => { program: string, options: string[], environment?: Record<string, string> }} describe
 * @param {string} [zone] the time zone of the device
 * @returns {Promise<{ address: string, agent: Agent, profile: string, end: () => Promise<void> }>}
 */
export async function startDriver(describe, zone = ZONE) {
  const profile = mkdtempSync(join(tmpdir(), "aftercare-"));
  const { program, options, environment = {} } = describe(profile);
  const port = await freePort();
  const driver = spawn(program, [...options, `--port=${port}`], {
    // A group of its own, to be ended as a whole.
    detached: true,
    stdio: "ignore",
    env: { ...process.env, TZ: zone, LANG: "en_US.UTF-8", LANGUAGE: "en_US", ...environment },
  });
  const stop = () => {
    try {
      process.kill(-Number(driver.pid));
    } catch {
      // It has ended already.
    }
  };
  // So that a browser that hangs fails its tests, and does not hold up the suite.
  const agent = new Deadline(stop);
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const leave = () => {
    stop();
    // Nothing else runs at the exit, and the browser writes to its profile until it has ended.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    remove();
  };
  process.once("exit", leave);
  const ended = new Promise((resolve) => {
    driver.once("exit", resolve);
    driver.once("error", resolve);
  });
  const end = async () => {
    stop();
    await ended;
    process.off("exit", leave);
    remove();
  };
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) {
      return { address, agent, profile, end };
    }
    await pause(100);
  }
  await end();
  throw new Error(`${program} does not answer; \`cargo xtask test\` installs what it needs on Debian.`);
}

/**
 * Ends a session and its driver.
 *
 * @param {import("selenium-webdriver").WebDriver} session
 * @param {{ end: () => Promise<void> }} driver
 */
export async function endBoth(session, driver) {
  try {
    await session.quit();
  } finally {
    await driver.end();
  }
}

/** Ends a driver that does not answer. */
class Deadline extends Agent {
  #stop;

  /** @param {() => void} stop */
  constructor(stop) {
    super();
    this.#stop = stop;
  }

  /**
   * @param {import("node:http").ClientRequestArgs} options
   * @param {(failure: Error | null, stream: import("node:stream").Duplex) => void} [listener]
   */
  createConnection(options, listener) {
    const socket = /** @type {import("node:net").Socket} */ (super.createConnection(options, listener));
    socket.setTimeout(LONGEST, () => {
      this.#stop();
      socket.destroy(new Error(`the browser has not answered for ${LONGEST / 1000} seconds`));
    });
    return socket;
  }
}

/** A port that is free now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
