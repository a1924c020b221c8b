/** Which error codes are there, what causes each, and what helps? */
import { text } from "./files.js";

/** @typedef {{ code: string, cause: string, remedy: string }} Code */

/** The comments that say it: those on the types of the codes. */
const SOURCES = {
  ErrorCode: "www/types.d.ts",
  LoadErrorCode: "www/module.d.ts",
  ErrorDetail: "www/element-types.d.ts",
};

/**
 * What the comment on a type says of each code.
 *
 * @param {keyof typeof SOURCES} type
 * @returns {Code[]}
 */
export function codes(type) {
  const end = new RegExp(`\\*/\\s*export (?:type|interface) ${type}\\b`);
  const before = text(SOURCES[type]).split(end)[0];
  const comment = before.slice(before.lastIndexOf("/**")).replace(/\n \*/g, "\n");
  const [, ...entries] = comment.split("\n - ");
  return entries.map((entry) => {
    const [, code, cause, remedy] =
      entry
        .replace(/\s+/g, " ")
        .trim()
        .match(/^`(\w+)`: (.+) Remedy: (.+)$/) ?? [];
    return { code, cause, remedy };
  });
}
