import { seesSpanish } from "../../browser/reader.js";

export const title =
  "a clinic whose page is in Spanish shows the card in Spanish, from a file beside the script";

export default seesSpanish;
