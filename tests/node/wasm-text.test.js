/** Does the text of a wasm in a script decode to the bytes that the build encoded? */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { transform } from "esbuild";

const source = await readFile(new URL("../../www/core/wasm-text.ts", import.meta.url), "utf8");
const { code } = await transform(source, { loader: "ts" });
/** @type {{ decode(text: string): Uint8Array }} */
const { decode } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** The printable characters that are neither a prefix nor `"`, `<` or the backslash. */
const DIGITS = Array.from({ length: 92 }, (_, place) => String.fromCharCode(32 + place)).filter(
  (character) => !['"', "<", "\\"].includes(character),
);

describe("the text of a wasm", () => {
  it("decodes the text that the build's own test has", () => {
    assert.deepEqual(
      [...decode(" !#;=[]e})} f{}@~p")],
      [0, 1, 2, 26, 27, 57, 58, 66, 67, 89, 97, 118, 119, 255],
    );
  });

  it("has a text for every byte", () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    const encode = (/** @type {number} */ byte) =>
      ["", "}", "~"][Math.floor(byte / DIGITS.length)] + DIGITS[byte % DIGITS.length];
    assert.equal(DIGITS.length, 89);
    const decoded = [...decode(bytes.map(encode).join(""))];
    assert.deepEqual(
      decoded.toSorted((one, other) => one - other),
      bytes,
    );
  });
});
