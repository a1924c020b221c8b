/**
 * How the wasm stands inside a script: as printable ASCII without `"`, `\` and `<`,
 * which no charset of a page changes and no string literal escapes.
 *
 * A byte below 89 is one character; any other is a prefix, `}` for 89 to 177 or `~`
 * for the rest, and a character. `xtask/src/build/wasm_text.rs` is the inverse.
 */
const DIGITS = 89;

/** The code of the last digit, `{`, and one: each prefix stands for so many times 89. */
const LAST = 124;

export function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let offset = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > LAST) {
      offset = (code - LAST) * DIGITS;
    } else {
      // The three characters that are left out; JSMin makes `++` of a sum of comparisons.
      const skipped = code > 92 ? 3 : code > 60 ? 2 : code > 34 ? 1 : 0;
      bytes[length] = code - 32 - skipped + offset;
      length += 1;
      offset = 0;
    }
  }
  return bytes.subarray(0, length);
}
