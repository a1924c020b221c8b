/** What is in the link that saves a reminder? An event as RFC 5545 has it. */
import corpus from "built:corpus";
import { say } from "./words.js";

const MINUTE = 60_000;
const DURATION = 15;
const LONGEST = 75;

/**
 * @param {number} treated milliseconds of the epoch
 * @param {number} at minutes after that
 * @param {number} now the same
 * @param {import("built:corpus").Activity} activity
 */
export function reminder(treated, at, now, { id, subject }) {
  const first = Math.ceil(treated / MINUTE);
  const basic = (/** @type {number} */ minutes) =>
    new Date((first + minutes) * MINUTE).toISOString().replace(/[-:]|\.000/g, "");
  const page = pageAddress();
  const title = escaped(say("reminder.title", { subject }));
  const text = say("reminder.text");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//aftercare-consensus//reminder//EN",
    "BEGIN:VEVENT",
    `UID:${id}-${basic(at)}@aftercare-consensus`,
    `DTSTAMP:${basic(now)}`,
    `DTSTART:${basic(at)}`,
    `DTEND:${basic(at + DURATION)}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(page ? `${text}\n${page}` : text)}`,
    ...(page ? [`URL:${page}`] : []),
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${title}`,
    "TRIGGER:PT0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  const event = lines.map((line) => `${folded(line)}\r\n`).join("");
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(event)}`;
}

/** The page's address, unless it names a product. */
function pageAddress() {
  const page = location.href.split(/[?#]/)[0];
  const lower = page.toLowerCase();
  const isNamed = corpus.treatments.some(
    ({ id, name, generic, aliases }) =>
      generic && [id, name, generic, ...aliases].some((name) => lower.includes(name.toLowerCase())),
  );
  return page.startsWith("http") && !isNamed ? page : undefined;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\,;]/g, "\\$&").replaceAll("\n", "\\n");

const octets = new TextEncoder();

/** @param {string} line */
function folded(line) {
  let folded = "";
  let length = 0;
  for (const letter of line) {
    const own = octets.encode(letter).length;
    if (length + own > LONGEST) {
      folded += "\r\n ";
      length = 1;
    }
    length += own;
    folded += letter;
  }
  return folded;
}
