import { seesGrownFrame } from "../../browser/assertions.js";

export const title = "a site that runs embed.js lets the frame grow to what it shows";

export default seesGrownFrame;
