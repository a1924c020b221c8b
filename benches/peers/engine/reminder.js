/** What is in the link that saves a reminder? An event as RFC 5545 has it. */
import { say } from "./words.js";

const LONGEST = 75;

/**
 * @param {number} at milliseconds of the epoch
 * @param {number} now
 */
export function reminder(at, now) {
  const start = basic(at);
  const title = escaped(say("reminder.title"));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//aftercare-consensus//reminder//EN",
    "BEGIN:VEVENT",
    `UID:aftercare-consensus-${start}`,
    `DTSTAMP:${basic(now)}`,
    `DTSTART:${start}`,
    "DURATION:PT15M",
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(say("reminder.text"))}`,
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
  const text = lines.map((line) => `${folded(line)}\r\n`).join("");
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(text).replace(/[!'()*~]/g, hex)}`;
}

/** @param {number} time */
const basic = (time) => new Date(time).toISOString().replace(/[-:]|\.000/g, "");

/** @param {string} text */
const escaped = (text) => text.replace(/[\\,;]/g, "\\$&");

/** @param {string} line */
function folded(line) {
  const parts = [line.slice(0, LONGEST)];
  for (let start = LONGEST; start < line.length; start += LONGEST - 1) {
    parts.push(line.slice(start, start + LONGEST - 1));
  }
  return parts.join("\r\n ");
}

/** @param {string} sign */
const hex = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
