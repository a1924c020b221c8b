/** What does each part of the first visit cost? After brotli, as a careful server has it. */
import { brotliCompressSync, constants } from "node:zlib";
import { bytes, text } from "./files.js";

/**
 * Rows of what it is, its bytes, and why it is there.
 *
 * @returns {[string, number, string][]}
 */
export function ledger() {
  const script = text("dist/aftercare-consensus.iife.js");
  const wasm = text("target/web/glance.js").match(/text: "([^"]*)"/)?.[1] ?? "";
  const all = brotli(script);
  const inWasm = all - brotli(script.replace(wasm, ""));
  // The two parts of a wasm compress as they do alone, as good as.
  const { code, data } = sections(bytes("target/web/glance.wasm"));
  const codeShare = brotli(code) / (brotli(code) + brotli(data));
  const style = brotli(text("target/web/first.css"));
  const blank = brotli(text("target/web/blank.js"));
  const rows = /** @type {[string, number, string][]} */ ([
    ["wasm: code", inWasm * codeShare, "which answers count, what they come to, and the sentences on it"],
    ["wasm: data", inWasm * (1 - codeShare), "both panels, and the English words of these sentences"],
    ["the blank", blank, "the form and the card with all their English words, to be filled in"],
    ["style", style, "the form and the answer, light and dark"],
    [
      "the element and the loaders",
      all - inWasm - blank - style,
      "the class, the first look, what paints and reads the form, what brings the rest",
    ],
  ]);
  return [...rows, ["the classic script", all, "all of the above: what a first answer needs"]];
}

/** @param {string | Uint8Array} content */
function brotli(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(content, { params }).length;
}

/**
 * The sections of a wasm with its code and its data.
 *
 * @param {Uint8Array} wasm
 */
function sections(wasm) {
  let place = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[place];
      place += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) {
        return value;
      }
    }
  };
  const found = { code: new Uint8Array(), data: new Uint8Array() };
  while (place < wasm.length) {
    const kind = wasm[place];
    place += 1;
    const end = number() + place;
    if (kind === 10) {
      found.code = wasm.slice(place, end);
    } else if (kind === 11) {
      found.data = wasm.slice(place, end);
    }
    place = end;
  }
  return found;
}
