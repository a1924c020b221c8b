import { seesSpanish } from "../../browser/reader.js";

export const title = "a page in Spanish with the module has the card in Spanish";

export default seesSpanish;
