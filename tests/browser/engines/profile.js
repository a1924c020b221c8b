/** What every browser of the suite begins with: an empty profile, one zone, one language. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A zone with daylight-saving time, and not UTC. */
const ZONE = "America/New_York";

/** The environment of a driver and its browser. */
export const ENVIRONMENT = { ...process.env, TZ: ZONE, LANG: "en_US.UTF-8", LANGUAGE: "en_US" };

/** A folder of its own, which goes with the process at the latest. */
export function emptyProfile() {
  const folder = mkdtempSync(join(tmpdir(), "aftercare-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once("exit", remove);
  return {
    folder,
    remove: () => {
      process.off("exit", remove);
      remove();
    },
  };
}
