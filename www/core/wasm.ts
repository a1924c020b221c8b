/**
 * The wasm: where it comes from, when it starts, and how it is called, so that
 * whatever a page has done ends in an answer or an error.
 */
import { initSync } from "generated/wasm";
import { GuidanceError } from "./guidance-error";
import { LoadError, corrupt } from "./load-error";
import { nextTask } from "./next-task";

export type Wasm = BufferSource | WebAssembly.Module;

let inline: { text: string; decode(text: string): BufferSource } | undefined;
let load: (() => Promise<Wasm>) | undefined;
let isStarted = false;
let loading: Promise<void> | undefined;
/** Why the wasm inside the script does not start: fifty elements do not try fifty times. */
let failure: unknown;
const listeners: (() => void)[] = [];

/**
 * The wasm is inside the script; it is decoded and compiled at the first use. Its text is
 * let go once it runs: no closure holds it, whose scope would keep it with the page.
 */
export function provideInline(text: string, decode: (text: string) => BufferSource): void {
  inline = { text, decode };
}

/** The wasm is fetched at the first use. */
export function provideLoaded(fetched: () => Promise<Wasm>): void {
  load = fetched;
}

let warning: LoadError | undefined;

/** The wasm works, but its owner should mend something. */
export function warn(found: LoadError): void {
  warning = found;
}

export const loadWarning = (): LoadError | undefined => warning;

/** Calls a function when the wasm has started, or at once where it has. */
export function onStart(listener: () => void): void {
  if (isStarted) {
    listener();
  } else {
    listeners.push(listener);
  }
}

/**
 * Starts the wasm: returns nothing once it runs, a promise while it is fetched or
 * compiled. A failure to load may be tried again.
 *
 * @throws {LoadError}
 */
export function start(): void | Promise<void> {
  if (isStarted) {
    return;
  }
  if (failure) {
    throw failure;
  }
  return load ? startFrom(load) : startFrom(compileInline).catch(failed);
}

export const isRunning = (): boolean => isStarted;

/** Whether it runs, or can be started without waiting for it. */
export const canCall = (): boolean => isStarted || (inline !== undefined && !failure);

/** Compiles what is inside the script while the page goes on. */
async function compileInline(): Promise<Wasm | undefined> {
  await nextTask();
  if (isStarted) {
    // A call could not wait for it.
    return undefined;
  }
  const bytes = inlineBytes();
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw whyNot(error, bytes);
  }
}

function inlineBytes(): BufferSource {
  if (!inline) {
    throw new Error("The wasm is not loaded yet; call and await init() first.");
  }
  return inline.decode(inline.text);
}

function failed(error: unknown): never {
  failure = error;
  throw error;
}

/** Starts with a wasm that is fetched or given, unless another is on its way. */
export function startFrom(bring: () => Promise<Wasm | undefined>): Promise<void> {
  if (isStarted) {
    return Promise.resolve();
  }
  return (loading ??= bring()
    .then(run)
    .finally(() => {
      loading = undefined;
    }));
}

function run(wasm: Wasm | undefined): void {
  if (isStarted || !wasm) {
    return;
  }
  try {
    initSync({ module: wasm });
  } catch (error) {
    throw whyNot(error, wasm);
  }
  isStarted = true;
  inline = undefined;
  for (const listener of listeners) {
    listener();
  }
}

/**
 * A policy is told from damage by asking whether the bytes are valid: browsers answer
 * that under any policy, while the messages of their errors differ.
 */
function whyNot(error: unknown, wasm: Wasm): LoadError {
  // Absent in a locked-down browser; memory may be short; an old browser lacks features.
  const api = globalThis.WebAssembly;
  if (!api || error instanceof RangeError) {
    return unsupported();
  }
  if (!(wasm instanceof api.Module) && !api.validate(wasm)) {
    return isWasm(wasm) ? unsupported() : corrupt();
  }
  if (error instanceof api.LinkError) {
    return corrupt();
  }
  return new LoadError(
    "wasm_blocked",
    "The site's policy does not allow WebAssembly; add 'wasm-unsafe-eval' to its script-src.",
  );
}

function unsupported(): LoadError {
  return new LoadError(
    "wasm_unsupported",
    "This browser cannot run WebAssembly: it has none, an old one, or too little memory.",
  );
}

/** Whether bytes begin as those of a wasm do. */
function isWasm(bytes: BufferSource): boolean {
  const view = ArrayBuffer.isView(bytes)
    ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new DataView(bytes);
  // "\0asm", read as one number.
  return view.byteLength > 3 && view.getUint32(0) === 0x61736d;
}

/**
 * Calls the wasm.
 *
 * @throws {GuidanceError} for an error of the core, and for whatever else goes wrong
 * @throws {LoadError} where the wasm does not start
 */
export function call<T>(ask: () => T): T {
  if (failure) {
    throw failure;
  }
  if (!isStarted) {
    const bytes = inlineBytes();
    try {
      run(bytes);
    } catch (error) {
      failed(error);
    }
  }
  if (isPrototypeUnsafe()) {
    throw new GuidanceError("internal", "This page has changed what every object inherits.");
  }
  ensureStack(DEPTH, 0, 0, 0, 0, 0, 0);
  try {
    return ask();
  } catch (error) {
    throw guidanceError(error);
  }
}

/** Errors of the core are plain objects. */
function guidanceError(error: unknown): GuidanceError {
  if (typeof error === "object" && error !== null && Object.hasOwn(error, "code")) {
    const { code, message, text, lang } = error as GuidanceError;
    return new GuidanceError(code, message, text, lang);
  }
  return new GuidanceError("internal", `${error}`);
}

/** How many calls deep the wasm may go, and more. */
const DEPTH = 1500;

/**
 * Throws what the browser throws where the stack ends, before the wasm is entered:
 * an error that passes through its frames leaves its own stack shorter. The further
 * arguments make each step as large as one of the wasm's.
 */
function ensureStack(
  depth: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
): number {
  return depth === 0 ? 0 : ensureStack(depth - 1, b, c, d, e, f, a) + 1;
}

const { getOwnPropertyDescriptor, getOwnPropertyNames, getPrototypeOf } = Object;

const STANDARD = Object.assign(Object.create(null), {
  constructor: true,
  hasOwnProperty: true,
  isPrototypeOf: true,
  propertyIsEnumerable: true,
  toLocaleString: true,
  toString: true,
  valueOf: true,
  __defineGetter__: true,
  __defineSetter__: true,
  __lookupGetter__: true,
  __lookupSetter__: true,
  ["__proto__"]: true,
}) as Record<string, boolean>;

/**
 * Whether an assignment to a new object may fail or go elsewhere: results are made by
 * assignment, and without one of its values a card would be wrong.
 */
function isPrototypeUnsafe(): boolean {
  const names = getOwnPropertyNames(Object.prototype);
  // Own keys begin with those that are places of a list.
  if (
    getOwnPropertyNames(Array.prototype)[0] !== "length" ||
    getPrototypeOf(Array.prototype) !== Object.prototype
  ) {
    return true;
  }
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place];
    if (!STANDARD[name] && getOwnPropertyDescriptor(Object.prototype, name)?.writable !== true) {
      return true;
    }
  }
  return false;
}
