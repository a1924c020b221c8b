/** The reminder that a patient can put into a calendar: offered when there is something to wait for, and read by a calendar as it is meant. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, it } from "node:test";
import ICAL from "ical.js";
import { startBrowser } from "./browser.js";
import { askByClock, askByHours, choose, later } from "./user-actions.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.end());
afterEach(() => browser.assertQuiet());

const REMIND = /^Remind me: /;

/** The reminders that a reader is offered. */
async function reminders() {
  const links = await browser.all("link", REMIND);
  return Promise.all(
    links.map(async (link) => ({
      link,
      text: await browser.textOf(link),
      file: await browser.run(
        // As the browser itself reads the address, under a policy that lets nobody fetch it.
        (/** @type {HTMLAnchorElement} */ { href, download }) => ({ href, download }),
        link,
      ),
    })),
  );
}

/** The one event that is offered, as a calendar reads it. */
async function offered() {
  const found = await reminders();
  assert.equal(found.length, 1, `a reader is offered ${found.length} reminders, not one`);
  const [{ text, file }] = found;
  assert.equal(file.download, "reminder.ics");
  const kind = "data:text/calendar;charset=utf-8,";
  assert.ok(file.href.startsWith(kind), "the link holds the event itself");
  const ics = decodeURIComponent(file.href.slice(kind.length));
  return { text, ...asCalendar(ics) };
}

/**
 * What a calendar makes of a file, which is as RFC 5545 has it.
 *
 * @param {string} ics
 */
function asCalendar(ics) {
  assert.match(ics, /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
  assert.doesNotMatch(ics.replaceAll("\r\n", ""), /[\r\n]/, "each line ends with CR and LF");
  for (const line of ics.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, `${line} has more than 75 octets`);
  }
  assert.match(ics, /\r\nEND:VALARM\r\nEND:VEVENT\r\n/, "Outlook refuses an alarm that is not the last");
  const calendar = new ICAL.Component(ICAL.parse(ics));
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.ok(calendar.getFirstPropertyValue("prodid"));
  const events = calendar.getAllSubcomponents("vevent");
  assert.equal(events.length, 1);
  assert.ok(events[0].getFirstPropertyValue("uid"));
  const event = new ICAL.Event(events[0]);
  const stamp = /** @type {any} */ (events[0].getFirstPropertyValue("dtstamp"));
  for (const time of [event.startDate, stamp]) {
    assert.equal(time.zone, ICAL.Timezone.utcTimezone, "the times are in UTC");
  }
  const alarms = events[0].getAllSubcomponents("valarm");
  assert.equal(alarms.length, 1, "it rings");
  assert.equal(alarms[0].getFirstPropertyValue("action"), "DISPLAY");
  assert.ok(alarms[0].getFirstPropertyValue("description"), "an alarm has a text of its own");
  assert.equal(String(alarms[0].getFirstPropertyValue("trigger")), "PT0S", "at that very time");
  return {
    ics,
    uid: event.uid,
    title: event.summary,
    url: String(events[0].getFirstPropertyValue("url")),
    description: event.description,
    at: event.startDate.toJSDate().toISOString(),
    made: stamp.toJSDate().toISOString(),
  };
}

/**
 * The page at a local time, with the element's attributes as a host could set them.
 *
 * @param {string} clock
 * @param {Record<string, string>} [attributes]
 */
async function open(clock, attributes = {}) {
  // A page that is opened again has kept its question.
  await browser.open("about:blank");
  await browser.open("/", { clock });
  await browser.run((given) => {
    for (const [name, value] of Object.entries(given)) {
      document.querySelector("aftercare-consensus")?.setAttribute(name, value);
    }
  }, attributes);
  await browser.until(
    async () => (await browser.all("combobox", "Treatment")).length === 1,
    "the page asks for the treatment",
  );
}

/** From when most say fine, in hours after the treatment, by the element's own word. */
const most = () =>
  browser.run(async () => {
    const element = /** @type {any} */ (document.querySelector("aftercare-consensus"));
    return /** @type {number} */ (element.guidance.fineFrom.most);
  });

for (const [night, clock, date, treated] of /** @type {const} */ ([
  ["any night", "2026-11-22T07:00", "2026-11-21", "2026-11-21T22:00:00Z"],
  ["the night on which the clocks go back", "2026-11-01T01:00", "2026-10-31", "2026-10-31T21:00:00Z"],
  ["the night on which they go forward", "2027-03-14T07:00", "2027-03-13", "2027-03-13T22:00:00Z"],
])) {
  it(`a patient is reminded at the minute from which most say fine, over ${night}`, async () => {
    await open(clock);
    await askByClock(browser, { treatment: "Dysport", date, time: "17:00" });
    const event = await offered();
    const then = new Date(Date.parse(treated) + (await most()) * 3_600_000);
    assert.equal(event.at, then.toISOString());
    assert.equal(
      event.made,
      new Date(await browser.run((local) => new Date(local).getTime(), clock)).toISOString(),
    );
  });
}

it("a reminder tells whoever sees the calendar nothing of the treatment", async () => {
  await open("2026-11-22T07:00", { clinic: "Elm Street Clinic", protocol: "exercise 96h" });
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  const { ics, title, description, uid } = await offered();
  assert.equal(title, "Aftercare: check before exercise");
  assert.doesNotMatch(ics, /dysport|botulinum|toxin|elm street|injection/i);
  assert.match(description, /Follow what your clinic told you\./);
  await choose(browser, "Treatment", "Botox");
  assert.equal((await offered()).uid, uid, "the same time is the same event");
});

it("a reminder leads back to the page, without what was asked there", async () => {
  await open("2026-11-22T07:00");
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  await browser.run(() => history.replaceState(null, "", "?ref=mail#treatment=dysport"));
  // The answer is made anew at each look at the clock.
  await later(browser, 1);
  const { url, description } = await offered();
  const page = await browser.run(() => location.origin + location.pathname);
  assert.equal(url, page);
  assert.ok(description.endsWith(`\n${page}`), description);
});

it("while the clinic's wait runs, a patient is reminded of its end", async () => {
  await open("2026-11-22T07:00", { protocol: "exercise 36h; flying day-end" });
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  assert.equal((await offered()).at, "2026-11-23T10:00:00.000Z");
  // The clinic's wait for flying ended at midnight.
  await choose(browser, "Activity", "Flying");
  const flying = await browser.run(
    () => /** @type {any} */ (document.querySelector("aftercare-consensus")).guidance.fineFrom?.most,
  );
  assert.equal((await reminders()).length, flying > 14 ? 1 : 0, `most say fine from ${flying} h`);
});

it("a patient who has waited is offered no reminder", async () => {
  await open("2026-11-22T07:00");
  await askByHours(browser, { treatment: "Botox", hours: "400" });
  await browser.until(async () => /400|16 days/.test(await browser.text()), "the answer is there");
  assert.deepEqual(await reminders(), []);
});

it("a card without a clock offers no reminder", async () => {
  await open("2026-11-22T07:00");
  await browser.run(() => {
    const element = document.querySelector("aftercare-consensus");
    element?.removeAttribute("ask");
    element?.setAttribute("treatment", "dysport");
    element?.setAttribute("hours", "14");
  });
  await browser.until(async () => /14 hours after Dysport/.test(await browser.text()), "the card is there");
  assert.deepEqual(await reminders(), []);
});

it("the browser saves the reminder, and the page stays", async () => {
  await open("2026-11-22T07:00");
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  const [{ link }] = await reminders();
  const { at } = await offered();
  await link.click();
  const saved = () => {
    const names = existsSync(browser.downloads) ? readdirSync(browser.downloads) : [];
    const name = names.find((name) => name.endsWith(".ics"));
    return name ? readFileSync(join(browser.downloads, name), "utf8") : "";
  };
  // A browser may write the name before the text.
  await browser.until(async () => saved() !== "", "the file is saved");
  assert.equal(asCalendar(saved()).at, at, "as the link has it");
  assert.match(await browser.text(), /14 hours after Dysport/);
});

/** The event in words, which is offered once the button was pressed. */
async function copies() {
  const field = await browser.one("textbox", "Nothing added? Copy this text and put it in your calendar.");
  const text = await browser.run((/** @type {HTMLTextAreaElement} */ { value }) => value, field);
  const [title, date, description, ...rest] = text.split("\n");
  assert.equal(title, "Aftercare: check before exercise");
  assert.match(date, /^[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4} at \d{1,2}:\d\d\s[AP]M$/);
  assert.match(description, /Follow what your clinic told you\./);
  assert.ok(rest.length < 2, "then the page's address, where it has one");
  const button = await browser.one("button", "Copy the text");
  // WebKit's driver does not scroll within a sandboxed frame.
  await browser.run(
    (/** @type {HTMLElement} */ button) => button.scrollIntoView({ block: "center" }),
    button,
  );
  await button.click();
  await browser.until(
    async () => /Text copied\.|The text is selected\. Now copy it\./.test(await browser.text()),
    "the reader is told whether it is copied",
  );
  const marked = await browser.run(
    (/** @type {HTMLTextAreaElement} */ { value, selectionStart, selectionEnd }) =>
      value.slice(selectionStart, selectionEnd),
    field,
  );
  assert.equal(marked, text, "all of it is marked");
}

for (const sandbox of [
  "allow-scripts allow-same-origin",
  "allow-scripts allow-same-origin allow-popups allow-forms",
  "allow-scripts",
]) {
  it(`in a frame that may save nothing, a patient has the event as text to copy: ${sandbox}`, async () => {
    const folder = fileURLToPath(new URL("../../target/hosts/no-downloads/", import.meta.url));
    mkdirSync(folder, { recursive: true });
    const treated = new Date(Date.now() - 3_600_000).toISOString().replace(/:\d\d\..*/, "Z");
    // Our own page for frames has the small card, which offers no reminder.
    const page = (/** @type {string} */ head, /** @type {string} */ body) =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A site</title>${head}</head><body>${body}</body></html>`;
    writeFileSync(
      `${folder}index.html`,
      page(
        "",
        `<iframe title="Aftercare" width="700" height="800" sandbox="${sandbox}" src="inner.html"></iframe>`,
      ),
    );
    writeFileSync(
      `${folder}inner.html`,
      page(
        '<script src="widget/aftercare-consensus.iife.js" defer></script>',
        `<aftercare-consensus treatment="dysport" treated-at="${treated}"></aftercare-consensus>`,
      ),
    );
    await browser.open("/hosts/no-downloads/");
    const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
    await browser.enter(frame);
    if (sandbox.includes("same-origin")) {
      await (await browser.one("link", /^Remind me/)).click();
    }
    await copies();
    await browser.enter(null);
  });
}

it("a patient whose browser saves nothing without a word has the event as text, too", async () => {
  await open("2026-11-22T07:00");
  await askByClock(browser, { treatment: "Dysport", date: "2026-11-21", time: "17:00" });
  const [{ link }] = await reminders();
  assert.deepEqual(await browser.all("button", "Copy the text"), [], "not before it is asked for");
  await link.click();
  await copies();
  await browser.assertAccessible("an event to copy");
});

it("in a sandbox, where nothing can be saved, a patient is told when", async () => {
  await browser.open("/hosts/sandboxed-frame/", { clock: "2026-11-22T07:00" });
  const frame = await browser.run(() => /** @type {Element} */ (document.querySelector("iframe")));
  await browser.enter(frame);
  await browser.run(() => {
    const element = document.querySelector("aftercare-consensus");
    element?.removeAttribute("hours");
    element?.setAttribute("treated-at", new Date(Date.now() - 60_000).toISOString());
  });
  await browser.until(
    async () => /To be reminded, set an alarm for \w+/.test(await browser.text()),
    "the reader is told when",
  );
  assert.deepEqual(await reminders(), []);
  await browser.assertQuiet();
  await browser.enter(null);
});
