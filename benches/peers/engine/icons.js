/** What are the icons drawn with? */

const DISC = "M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z";
const SQUARE = "M8 2h8a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z";
const CHECK = "m7 12.4 3.4 3.4L17 9";
const CLOCK = "M12 6.6V12l3.4 2.4";

/** A shape of its own for each direction, and what stands in it. @type {Record<import("./card.js").Shown, [string, string]>} */
export const SHAPES = {
  fine: [DISC, CHECK],
  mostly_fine: [DISC, CHECK],
  divided: ["M12 .6 23.4 12 12 23.4.6 12z", "M8.2 10.2h7.6M8.2 13.8h7.6"],
  mostly_wait: [DISC, CLOCK],
  wait: [DISC, CLOCK],
  not_enough: [SQUARE, "M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 1.9M12 16.9v.1"],
  clinic: [SQUARE, CLOCK],
};

/** @type {Record<string, string>} */
export const LINES = {
  phone:
    "M5 4h4l1.6 4.4-2.2 1.5a11 11 0 0 0 5.7 5.7l1.5-2.2L20 15v4a1.6 1.6 0 0 1-1.8 1.6A16 16 0 0 1 3.4 5.8 1.6 1.6 0 0 1 5 4z",
  bell: "M6.5 10a5.5 5.5 0 0 1 11 0c0 5 2 6.5 2 6.5h-15s2-1.5 2-6.5zM10.2 20a2 2 0 0 0 3.6 0",
  calendar:
    "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M8.5 3v4M15.5 3v4",
  done: "M20 11.5v.5a8 8 0 1 1-4.7-7.3M20 5.5l-8 8-2.6-2.6",
  question:
    "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9.7 9.7a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.9-1.1 1.6M12 16.3v.1",
  alert: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5v5M12 16.3v.1",
  right: "m9 5 7 7-7 7",
  down: "m5 9 7 7 7-7",
};
