/** The wasm inside the classic scripts, as text that every charset and every page leaves as it is. */
import { damaged } from "./load-error.js";

/** How many bytes one character can stand for; `encode` in xtask does the reverse. */
const DIGITS = 89;

/** Stands around letters that are themselves; the two signs behind it are prefixes. */
const LETTERS = 124;

/**
 * @typedef {object} Inline
 * @property {string} text
 * @property {number} size how many bytes it has
 * @property {number} checksum the sum of the bytes, each step times 31, in 32 bits
 */

/**
 * @param {Inline} inline
 * @throws {import("./load-error.js").LoadError} where the text is not what the
 * build wrote: a damaged table would answer wrongly
 */
export function inlineWasm({ text, size, checksum }) {
  const bytes = new Uint8Array(size);
  let filled = 0;
  let sum = 0;
  let above = 0;
  let isLetters = false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === LETTERS) {
      isLetters = !isLetters;
    } else if (code > LETTERS) {
      above = (code - LETTERS) * DIGITS;
    } else {
      // No quotation mark, no "<" and no backslash, so that a page can hold the script as it is.
      const digit = code - 32 - Number(code > 34) - Number(code > 60) - Number(code > 92);
      const byte = isLetters ? code : digit + above;
      bytes[filled] = byte;
      filled += 1;
      sum = (Math.imul(sum, 31) + byte) | 0;
      above = 0;
    }
  }
  if (filled !== size || sum !== checksum) {
    throw damaged();
  }
  return bytes;
}
