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
 * @property {string} [page] the page that is opened, where it is not `index.html`
 * @property {string} [bundle] the script that is bundled, as the host would, into `built/`
 * @property {(out: string, dist: string) => void} [make] writes what else the page needs into a folder
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

const dist = join(root, "dist");

/**
 * Makes a scenario ready to be opened.
 *
 * @param {string} folder
 * @param {Scenario} scenario
 * @returns {{ address: string, end: () => void }}
 */
export function prepare(folder, scenario) {
  const { bundle, make, page = "index.html" } = scenario;
  const made = join(root, "target/hosts", folder);
  mkdirSync(made, { recursive: true });
  make?.(made, dist);
  if (bundle) {
    buildSync({
      entryPoints: [join(HOSTS, folder, bundle)],
      outfile: join(made, "built", bundle.replace(/\.\w+$/, ".js")),
      bundle: true,
      format: "iife",
      // The project's own says Preact.
      tsconfigRaw: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "react" } },
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
    return { address: `/hosts/${folder}/${page}`, end: () => {} };
  }
  const copy = mkdtempSync(join(tmpdir(), "aftercare-host-"));
  cpSync(join(HOSTS, folder), copy, { recursive: true });
  cpSync(dist, join(copy, "widget"), { recursive: true });
  cpSync(join(root, "tests/browser/hooks.js"), join(copy, "hooks.js"));
  const file = join(copy, page);
  const hooks = pathToFileURL(join(copy, "hooks.js")).href;
  // As the suite's server does it.
  const html = readFileSync(file, "utf8").replace("<head>", `<head><script src="${hooks}"></script>`);
  writeFileSync(file, html);
  return { address: pathToFileURL(file).href, end: () => rmSync(copy, { recursive: true }) };
}
