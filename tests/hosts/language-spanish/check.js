import { seesSpanish } from "../../browser/assertions.js";

export const title = "a clinic whose page is in Spanish shows the card in Spanish, with a second script line";

export default seesSpanish;
