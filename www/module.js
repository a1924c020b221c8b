/**
 * The ES module, for bundlers and CDNs. Nothing runs on import, and nothing is
 * registered: call `init` once, then the functions.
 */
import importApart from "built:apart";
import imports from "built:details-imports";
import words from "built:words-imports";
import { build, glanceIntegrity, integrity } from "built:facts";
import style from "built:first-style";
import { AftercareConsensus, connect, define } from "./element.js";
import { fetchWasm } from "./fetch-wasm.js";
import { glanceWith } from "./glance.js";
import { answered, guarded } from "./guard.js";
import { GuidanceError } from "./guidance-error.js";
import { loadsLanguages } from "./languages.js";
import { LoadError, damaged } from "./load-error.js";
import { lookWith } from "./look.js";
import { restStyle, startWhole } from "./rest.js";
import { whyNot } from "./start-wasm.js";
import { call } from "./wire.js";

export { AftercareConsensus, GuidanceError, LoadError, define };

let loaded = false;
/** @type {LoadError | undefined} */
let warning;

/**
 * What is brought but once; where that fails it may be tried again.
 *
 * @template T
 * @param {(given: T) => Promise<void>} bring
 */
function once(bring) {
  /** @type {Promise<void> | undefined} */
  let bringing;
  return (/** @type {T} */ given) =>
    (bringing ??= bring(given).catch((error) => {
      bringing = undefined;
      throw error;
    }));
}

/**
 * Brings the wasm, and what a program calls, which a page of elements never does.
 *
 * @type {typeof import("./module.d.ts").init}
 */
export const init = once(async (source) => {
  const given = async () =>
    (await importApart()).wasmOf(/** @type {string} */ (await source), fetchFrom, damaged);
  const [{ createApi }] = await Promise.all([importApart(), start(source === undefined ? beside : given)]);
  api = createApi({
    call,
    guarded,
    answered,
    GuidanceError,
    ready,
    fetchDetails,
    loadLanguage: fetchLanguage,
  });
});

/** @param {URL} address */
const fetchFrom = (address) =>
  fetchWasm(address, integrity, (found) => {
    warning = found;
  });

const beside = () => fetchFrom(new URL("./aftercare-consensus.wasm", import.meta.url));

/** Where there is none yet. */
const start = once(async (/** @type {() => Promise<BufferSource | WebAssembly.Module>} */ bring) => {
  const wasm = await bring();
  try {
    startWhole(wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm));
  } catch (error) {
    throw whyNot(error, wasm);
  }
  loaded = true;
});

/** @type {Promise<import("./loader.js").First | undefined> | undefined} */
let looking;

/** A first look comes with the page, or the whole goes without. */
async function look() {
  const address = new URL("./aftercare-consensus-glance.wasm", import.meta.url);
  try {
    // From a folder the whole does not come, either, in any browser.
    if (address.protocol === "file:") {
      return undefined;
    }
    const options = { integrity: glanceIntegrity, referrerPolicy: /** @type {const} */ ("no-referrer") };
    const response = await fetch(address, options);
    return glanceWith(lookWith(await response.arrayBuffer()));
  } catch {
    return undefined;
  }
}

/** @type {import("./boundary.js").Core["fetchDetails"]} */
const fetchDetails = async (lang) => (await importApart()).ofBuild(await imports[lang](), build);

const fetchLanguage = loadsLanguages(async (lang) => (await words[lang]()).default);

/** @type {import("./types.js").Api | undefined} */
let api;

/** What a program may call. */
function ready() {
  if (!api) {
    throw new Error("The wasm is not loaded yet; call and await init() first.");
  }
  return api;
}

/** @type {import("./types.js").Api["guidance"]} */
export const guidance = (treatment, hours, options) => ready().guidance(treatment, hours, options);

/** @type {import("./types.js").Api["timeline"]} */
export const timeline = (treatment, options) => ready().timeline(treatment, options);

/** @type {import("./types.js").Api["catalog"]} */
export const catalog = (options) => ready().catalog(options);

/** @type {import("./types.js").Api["details"]} */
export const details = async (lang) => ready().details(lang);

/** @type {import("./types.js").Api["loadLanguage"]} */
export const loadLanguage = async (lang) => ready().loadLanguage(lang);

/** @type {import("./types.js").Api["version"]} */
export const version = () => ready().version();

connect({
  start: () => (loaded ? undefined : start(beside)),
  look: () => (loaded ? undefined : (looking ??= look())),
  style,
  restStyle,
  texts: async (lang) => (await importApart()).packDetails(await fetchDetails(lang)),
  loadLanguage: fetchLanguage,
  version: build,
  sources: new URL("./sources.html", import.meta.url).href,
  warning: () => warning,
});
