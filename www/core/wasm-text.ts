/**
 * How the wasm stands inside a script: as printable ASCII without `"`, `\` and `<`,
 * which no charset of a page changes and no string literal escapes.
 *
 * A byte of the 89 that are frequent in a wasm is one character; any other is a prefix,
 * `}` or `~`, and a character. `xtask/src/build/wasm_text.rs` is the inverse.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const table = bytesOfCharacters();
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let place = 0; place < text.length; place += 1) {
    let code = text.charCodeAt(place);
    if (code > LAST) {
      place += 1;
      code = (code - LAST) * ROW + text.charCodeAt(place);
    }
    bytes[length] = table[code];
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** The code of the last character that is no prefix, `{`, and one. */
const LAST = 124;

const ROW = 128;

/** What a character stands for: without a prefix, in the next row with `}`, in the last with `~`. */
function bytesOfCharacters(): Uint8Array {
  const table = new Uint8Array(3 * ROW);
  let byte = 0;
  for (let row = 0; row < table.length; row += ROW) {
    for (let code = 32; code < LAST; code += 1) {
      if (code !== 34 && code !== 60 && code !== 92) {
        table[row + code] = swapped(byte);
        byte += 1;
      }
    }
  }
  return table;
}

/** In a wasm, bytes from 97 to 118 are frequent and those from 67 to 88 rare: they change places. */
function swapped(byte: number): number {
  if (byte > 66 && byte < 89) {
    return byte + 30;
  }
  return byte > 96 && byte < 119 ? byte - 30 : byte;
}
