/** How do many texts go into the wasm as one? */

/** Longer texts are no name of anything; what is cut cannot become one. */
const LONGEST = 1000;

/**
 * One option, attribute or control, in the text that holds them all and crosses into the
 * wasm at once: U+0002 ends each, U+0001 stands between key and value; a key
 * without a value is not given.
 *
 * @param {string} key
 * @param {string | null | undefined} value
 */
export function pack(key, value) {
  const given = value === undefined || value === null ? "" : `\x01${clean(value)}`;
  return `${key}${given}\x02`;
}

/**
 * Without the two signs that separate, which no name of anything holds; with the
 * plain space for those that page editors put in its place. What is too long is cut.
 *
 * @param {string} text
 */
export function clean(text) {
  let cleaned = "";
  for (let place = 0; place < text.length; place += 1) {
    if (place === LONGEST) {
      return `${cleaned}…`;
    }
    const sign = text[place];
    if (sign === "\x01" || sign === "\x02") {
      cleaned += "\ufffd";
    } else {
      cleaned += sign === "\xa0" || sign === "\u202f" ? " " : sign;
    }
  }
  return cleaned;
}
