/**
 * What does the page keep on the reader's device? The question that was asked,
 * once the reader has asked for that, for two weeks; under one key, and nothing
 * else. The element itself keeps nothing.
 *
 * Other pages of the same site can write there too, so what is read is checked
 * as a link is.
 */
import { soundSettingsOf } from "./settings.js";

const KEY = "aftercare-consensus:question";

const HOUR = 3_600_000;

/** No wait here is longer, so nobody asks after that. */
const LONGEST = 14 * 24 * HOUR;

/** What may be kept; what is around the card is the page's own. */
const KEPT = ["treatment", "activity", "hours", "treated-at"];

/** The browser's own store; nothing where it has none for this page. */
function store() {
  try {
    // All files of a device would share one.
    return location.protocol === "file:" ? undefined : localStorage;
  } catch {
    return undefined;
  }
}

/** Whether anything can be kept here. */
export const canRemember = () => store() !== undefined;

/**
 * Keeps a question; says whether that worked.
 *
 * @param {string} question as a link says it
 */
export function remember(question) {
  try {
    store()?.setItem(KEY, JSON.stringify({ question, at: Date.now() }));
    return isRemembered();
  } catch {
    return false;
  }
}

/** Whether something is kept. */
export function isRemembered() {
  try {
    return typeof store()?.getItem(KEY) === "string";
  } catch {
    return false;
  }
}

/** Keeps nothing from now on. */
export function forget() {
  try {
    store()?.removeItem(KEY);
  } catch {
    // Then there is nothing to forget.
  }
}

/**
 * What was kept, as settings of the element; hours have grown since. What is old
 * or is no question is forgotten.
 *
 * @returns {[name: string, value: string][]}
 */
export function remembered() {
  try {
    const { question, at } = JSON.parse(String(store()?.getItem(KEY)));
    // A clock may be set back a little.
    const since = Math.max(Date.now() - at, 0);
    if (typeof question === "string" && typeof at === "number" && at < Date.now() + HOUR && since < LONGEST) {
      const settings = soundSettingsOf(question, KEPT);
      const isOver = (/** @type {[name: string, value: string]} */ [name, value]) =>
        name === "treated-at" && Date.now() - Date.parse(value) > LONGEST;
      if (settings.some(([name]) => name === "treatment") && !settings.some(isOver)) {
        return settings.map(([name, value]) => [name, name === "hours" ? grown(value, since) : value]);
      }
    }
  } catch {
    // It is none of ours.
  }
  forget();
  return [];
}

/**
 * @param {string} hours
 * @param {number} since in milliseconds
 */
function grown(hours, since) {
  // Two digits, as a reader may type them.
  return String(Math.floor((Number(hours) + since / HOUR) * 100) / 100);
}
