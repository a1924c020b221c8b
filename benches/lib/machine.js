/** The machine and the browser that were measured on. */
import { cpus, loadavg, totalmem, type } from "node:os";

/** @param {import("puppeteer-core").Browser} browser */
export async function machine(browser) {
  const [first] = cpus();
  return {
    browser: await browser.version(),
    node: process.version,
    system: type(),
    processor: first?.model.trim() || "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    /** How many programs wanted to run; more than cores means that others were at work. */
    load: loadavg().map((load) => Math.round(load * 100) / 100),
  };
}
