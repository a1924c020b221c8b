/**
 * What do a view and its page ask of each other? Each is a number, since that is all that
 * crosses into the wasm; it also is the shortest name in the script.
 */

// What a view is asked, each at its place in `answer` of `src/web/whole/wire.rs`. A first
// look knows some of it.
export const MOUNT = 0;
export const FREE = 1;
/** Looks at the form and the clock, and shows what has changed. */
export const UPDATE = 2;
/** The same for the answer alone; what stands under it is due at once. */
export const ANSWER = 3;
/** A button is pressed: its `data-act`. Answers with the place to lead to, as a selector. */
export const ACT = 4;
/** A section is about to be opened: its class. */
export const OPEN = 5;
/** The card that is shown, as JSON. */
export const CARD = 6;
/** What is asked, as a link says it; nothing while something is missing. */
export const QUESTION = 7;
/** Gives the texts of the answers, packed, with 1; with 0 where they could not be loaded. */
export const DETAILS = 8;
/** A card for a program, and from when to when it holds. */
export const GUIDANCE = 9;
export const TIMELINE = 10;
export const CATALOG = 11;
export const LANGUAGE = 12;
export const PACK = 13;
export const LEARN = 14;
export const VERSION = 15;
/** A mouse is over the picture's marker, so far from the left; NaN where it is not. */
export const OVER = 16;
/** The whole could not be loaded; an answer where it stays as it is, which a first look does. */
export const MISS = 17;

// What a view asks of its page, each at its place in `Hand` of `src/web/whole/host.rs`.
/** Shows a markup: a language's code, and the steps right behind it. */
export const PAINT = 0;
/** Reads, fills in and does; see `touch` in view.js. */
export const TOUCH = 1;
export const NOW = 2;
export const PARSE = 3;
export const CALENDAR = 4;
export const WRITE = 5;
export const LOAD = 6;
export const CHANGED = 7;
export const FAILED = 8;
export const SOURCES = 9;
export const SAVES = 10;
/** Of a first look alone: the element of a class. */
export const FIND = 11;
