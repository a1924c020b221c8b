import { followsFramework } from "../../browser/assertions.js";

export const title = "a clinic's page in React shows the answer, renews it, and hears of it";

export const bundle = "app.jsx";

/** @param {import("../../browser/browser.js").Browser} browser */
export default (browser) => followsFramework(browser, "React");
