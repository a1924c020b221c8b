/**
 * The usual report, with the browser's name before each test. The files that failed are
 * written to the file that `AFTERCARE_FAILED` names, a line each.
 */
import { writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { spec as Spec } from "node:test/reporters";

const browser = process.env.AFTERCARE_BROWSER ?? "chromium";
const list = process.env.AFTERCARE_FAILED;

/** @param {AsyncIterable<any>} events */
async function* named(events) {
  const failed = new Set();
  for await (const event of events) {
    if (event.type === "test:fail" && event.data.file) {
      failed.add(event.data.file);
    }
    if (event.data?.name) {
      event.data.name = `[${browser}] ${event.data.name}`;
    }
    yield event;
  }
  if (list) {
    writeFileSync(list, [...failed].join("\n"));
  }
}

/** @param {AsyncIterable<any>} events */
export default async function* report(events) {
  yield* Readable.from(named(events)).pipe(new Spec());
}
