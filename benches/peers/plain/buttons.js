/** What do buttons of the card look like? */
import { say } from "../engine/card.js";

/** A button in the look of a link, with a text by its key. */
export const act = (/** @type {string} */ key) => `<button class="act" type="button">${say(key)}</button>`;
