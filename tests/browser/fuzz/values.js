/**
 * Any value that a page may hand over, as a recipe: plain data, so that it can be
 * printed and made smaller. `make` cooks it.
 */
import fc from "fast-check";

/**
 * @typedef {{ kind: string, of?: any, act?: string }} Recipe
 * @typedef {(act: string) => any} Acts what a getter or a trap of the value does; may throw
 */

const KNOWN = [
  "botox",
  "Dysport",
  " XEOMIN ",
  "onabotulinumtoxinA",
  "exercise",
  "light-exercise",
  "alcohol",
  "doctors",
  "instructions",
  "doctors, instructions",
  "en",
  "en-GB",
  "es",
  "brand",
  "generic",
  "class",
  "inline",
  "page",
  "true",
  "false",
  "17:00",
  "14",
  "4.5",
  "0",
  "2026-11-21T17:00",
  "2026-11-21T17:00+01:00",
  "1000-01-01T00:00Z",
  "9999-12-31T23:59",
  "exercise 24h",
  "exercise day-end; alcohol 365d",
  "Elm Street Clinic",
  "+44 (0)20 7946 0000",
  "911",
  "",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
];

/** Every code unit, lone surrogates too. */
const units = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

export const texts = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: units },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...KNOWN), units).map(([known, more]) => `${known}${more}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("x", "\ud800", "é", "😀", "\u0001", "\u0002", " "), fc.nat(3000))
      .map(([sign, count]) => sign.repeat(count)),
  },
);

const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 400 }),
  fc.constantFrom(
    14,
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    Number.MAX_VALUE,
    2 ** 31,
    2 ** 32 / 60,
    2 ** 53,
    1e-9,
  ),
);

/** What a getter, a trap or a conversion does. */
const acts = fc.constantFrom("throw", "throw null", "ask", "pollute", "change", "botox", "nothing");

const KEYS = ["activity", "treatedAt", "panels", "lang", "names", "__proto__", "constructor", "length", "0"];
const keys = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: texts });

const THINGS = [
  "symbol",
  "function",
  "date",
  "no date",
  "expression",
  "map",
  "bytes",
  "text object",
  "number object",
  "error",
  "window",
  "document",
  "promise",
  "other realm",
  "revoked",
  "revoked list",
  "sparse",
  "circle",
  "null prototype",
];

const TRAPS = [
  "get",
  "has",
  "ownKeys",
  "getOwnPropertyDescriptor",
  "getPrototypeOf",
  "isExtensible",
  "apply",
  "construct",
  "set",
  "defineProperty",
  "deleteProperty",
  "preventExtensions",
  "setPrototypeOf",
];

/** @type {{ value: import("fast-check").Arbitrary<Recipe> }} */
const { value: any } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("text"), of: texts }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("number"), of: numbers }) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: "undefined" }, { kind: "null" }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("boolean"), of: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("bigint"), of: fc.bigInt() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("thing"), of: fc.constantFrom(...THINGS) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("converts"), act: acts }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("list"), of: fc.array(tie("value"), { maxLength: 4 }) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("object", "frozen", "getters"),
        of: fc.array(fc.tuple(keys, tie("value")), { maxLength: 5 }),
        act: acts,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom("proxy", "proxied list", "proxied function"),
        of: fc.subarray(TRAPS),
        act: acts,
      }),
    },
  ),
}));
export const values = any;

/** Honest options, so that many calls are answered. */
export const honest = fc
  .record(
    {
      activity: fc.constantFrom("exercise", "alcohol", "flying"),
      treatedAt: fc.constantFrom("17:00", "00:00", "23:59"),
      panels: fc.constantFrom(["doctors"], ["instructions", "doctors"]),
      names: fc.constantFrom("brand", "generic", "class"),
    },
    { requiredKeys: [] },
  )
  .map((of) => ({ kind: "plain", of }));

/** Of another frame, with prototypes of its own. @type {any} */
let otherRealm;

/**
 * @param {Recipe} recipe
 * @param {Acts} acts
 * @returns {any}
 */
export function make({ kind, of, act = "nothing" }, acts) {
  const doing = () => acts(act);
  switch (kind) {
    case "undefined":
      return undefined;
    case "null":
      return null;
    case "thing":
      return thing(of);
    case "converts":
      return { toString: doing, valueOf: doing, [Symbol.toPrimitive]: doing, toJSON: doing };
    case "list":
      return of.map((/** @type {Recipe} */ part) => make(part, acts));
    case "object":
    case "frozen": {
      const made = {};
      for (const [key, value] of of) {
        Object.defineProperty(made, key, { value: make(value, acts), enumerable: true, configurable: true });
      }
      return kind === "frozen" ? Object.freeze(made) : made;
    }
    case "getters": {
      const made = {};
      for (const [key, value] of of) {
        const get = () => acts(act) ?? make(value, acts);
        Object.defineProperty(made, key, { get, enumerable: true, configurable: true });
      }
      return made;
    }
    case "proxy":
    case "proxied list":
    case "proxied function": {
      const target =
        kind === "proxy" ? { activity: "exercise" } : kind === "proxied list" ? ["doctors"] : () => {};
      /** @type {Record<string, any>} */
      const handler = {};
      for (const trap of of) {
        const usual = /** @type {any} */ (Reflect)[trap];
        handler[trap] = (/** @type {any[]} */ ...given) => acts(act) ?? usual(...given);
      }
      return new Proxy(target, handler);
    }
    default:
      return of;
  }
}

/** @param {string} name */
function thing(name) {
  switch (name) {
    case "symbol":
      return Symbol("botox");
    case "function":
      return () => "botox";
    case "date":
      return new Date(0);
    case "no date":
      return new Date(NaN);
    case "expression":
      return /botox/g;
    case "map":
      return new Map([["activity", "exercise"]]);
    case "bytes":
      return new Uint8Array(8);
    case "text object":
      return new String("botox");
    case "number object":
      return new Number(14);
    case "error":
      return new Error("botox");
    case "window":
      return window;
    case "document":
      return document;
    case "promise":
      return Promise.resolve("botox");
    case "other realm":
      otherRealm ??= document.body.appendChild(document.createElement("iframe")).contentWindow;
      return new otherRealm.Object();
    case "revoked":
    case "revoked list": {
      const { proxy, revoke } = Proxy.revocable(name === "revoked" ? {} : [], {});
      revoke();
      return proxy;
    }
    case "sparse":
      return new Array(7);
    case "circle": {
      /** @type {any} */
      const circle = { panels: [] };
      circle.panels.push(circle);
      circle.activity = circle;
      return circle;
    }
    default:
      return Object.create(null);
  }
}
