/** The texts of the answers: are they of this build, and how does the wasm take them as one text? */
import { clean } from "./pack.js";

/**
 * The fields of each answer in the order of `src/web/details.rs`, U+0001 after each,
 * and U+0002 after an answer.
 *
 * @param {import("./types.js").Detail[]} entries
 */
export function packDetails(entries) {
  let packed = "";
  for (let place = 0; place < entries.length; place += 1) {
    const { id, summary, kind, specialty, place: where, reasons, source } = entries[place];
    const fields = [id, summary, kind, specialty, where, source.title, source.address, source.number];
    for (let field = 0; field < fields.length; field += 1) {
      packed += `${clean(`${fields[field] ?? ""}`)}\x01`;
    }
    for (let reason = 0; reason < reasons.length; reason += 1) {
      packed += `${clean(reasons[reason])}\x01`;
    }
    packed += "\x02";
  }
  return packed;
}

/**
 * The texts of a file.
 *
 * @param {{ build: string, default: import("./types.js").Detail[] }} file
 * @param {string} build the one that is meant: another's have other answers
 * @throws {Error} where the file is of another build
 */
export function ofBuild(file, build) {
  if (file.build !== build) {
    throw new Error(`The details are of build ${file.build}; take those of ${build}.`);
  }
  return file.default;
}
