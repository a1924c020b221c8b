import { seesGrownFrame } from "../../browser/assertions.js";

export const title = "a sandboxed frame grows as any other";

export default seesGrownFrame;
