import { seesGrownFrame } from "../../browser/reader.js";

export const title = "a sandboxed frame grows as any other";

export default seesGrownFrame;
