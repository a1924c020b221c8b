/** The usual report, with the browser's name before each test. */
import { Readable } from "node:stream";
import { spec as Spec } from "node:test/reporters";

const browser = process.env.AFTERCARE_BROWSER ?? "chromium";

/** @param {AsyncIterable<any>} events */
async function* named(events) {
  for await (const event of events) {
    if (event.data?.name) {
      event.data.name = `[${browser}] ${event.data.name}`;
    }
    yield event;
  }
}

/** @param {AsyncIterable<any>} events */
export default async function* report(events) {
  yield* Readable.from(named(events)).pipe(new Spec());
}
