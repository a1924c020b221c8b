import { seesSpanish } from "../../browser/assertions.js";

export const title = "a page in Spanish from a folder has the card in Spanish where nothing can be fetched";

/** Opened from a folder. */
export const at = "file";

export default seesSpanish;
