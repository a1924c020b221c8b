/**
 * The page of a host: a folder of `tests/hosts/` with an `index.html`, perhaps
 * `headers.json`, and a `check.js` that exports this.
 *
 * @typedef {object} Scenario
 * @property {string} title whose page it is, and what they can expect
 * @property {(browser: import("./browser.js").Browser) => Promise<void>} default what a person sees
 * @property {string} [clock] the local time at which the visit begins
 * @property {string[] | Record<"chromium" | "firefox" | "webkit", string[]>} [said] exactly
 *   what the page says to the console and which policies it breaks; nothing where it is not given
 * @property {"file"} [at] opened from a folder, without a server
 * @property {string} [bundle] the script that is bundled, as the host would, into `built/`
 * @property {"print" | "forcedColours"} [needs] what the browser must be able to do
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the scenarios are. */
export const HOSTS = join(root, "tests/hosts");

/**
 * Makes a scenario ready to be opened.
 *
 * @param {string} folder
 * @param {Scenario} scenario
 * @returns {{ address: string, end: () => void }}
 */
export function prepare(folder, scenario) {
  if (scenario.bundle) {
    buildSync({
      entryPoints: [join(HOSTS, folder, scenario.bundle)],
      outfile: join(root, "target/hosts", folder, "built", scenario.bundle.replace(/\.\w+$/, ".js")),
      bundle: true,
      format: "iife",
      jsx: "automatic",
      define: {
        "process.env.NODE_ENV": '"production"',
        __VUE_OPTIONS_API__: "true",
        __VUE_PROD_DEVTOOLS__: "false",
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      },
      logLevel: "warning",
    });
  }
  if (scenario.at !== "file") {
    return { address: `/hosts/${folder}/`, end: () => {} };
  }
  const copy = mkdtempSync(join(tmpdir(), "aftercare-host-"));
  cpSync(join(HOSTS, folder), copy, { recursive: true });
  cpSync(join(root, "dist"), join(copy, "widget"), { recursive: true });
  mkdirSync(join(copy, "tests"));
  cpSync(join(root, "tests/browser/hooks.js"), join(copy, "tests/hooks.js"));
  const page = join(copy, "index.html");
  // As the suite's server does it.
  const html = readFileSync(page, "utf8").replace("<head>", '<head><script src="tests/hooks.js"></script>');
  writeFileSync(page, html);
  return { address: pathToFileURL(page).href, end: () => rmSync(copy, { recursive: true }) };
}
