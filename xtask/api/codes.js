/** Which error codes are there, what causes each, and what helps? */
import { text } from "./files.js";

/** @typedef {{ code: string, cause: string, remedy: string }} Code */

/** The package's declarations, with the comments of the sources. */
const declarations = ["types.d.ts", "aftercare-consensus.d.ts"].map((name) => text(`dist/${name}`)).join("");

/**
 * What the comment on a type says of each code.
 *
 * @param {"ErrorCode" | "LoadErrorCode" | "ErrorDetail"} type
 * @returns {Code[]}
 */
export function codes(type) {
  const end = new RegExp(`\\*/\\s*(?:export |declare )*(?:type|interface) ${type}\\b`);
  const before = declarations.split(end)[0];
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
