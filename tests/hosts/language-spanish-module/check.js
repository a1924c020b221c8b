import { seesSpanish } from "../../browser/assertions.js";

export const title = "a page in Spanish with the module has the card in Spanish";

export default seesSpanish;
