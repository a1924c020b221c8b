/** The widget on the pages of others: each folder of tests/hosts/ is one, as its owner would write it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { pathToFileURL } from "node:url";
import { browserKey, cannot, startBrowser } from "./browser.js";
import { HOSTS, prepare } from "./scenario.js";

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 800, height: 900 });
});
after(() => browser.end());

const folders = readdirSync(HOSTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name: folder } of folders) {
  /** @type {import("./scenario.js").Scenario} */
  const scenario = await import(pathToFileURL(join(HOSTS, folder, "check.js")).href);
  const { title, clock, said = [], needs } = scenario;

  it(`${title} (${folder})`, { skip: needs ? cannot(needs) : false }, async () => {
    const { address, end } = prepare(folder, scenario);
    try {
      await browser.open(address, { clock });
      await scenario.default(browser);
      await browser.enter(null);
      await browser.assertQuiet(Array.isArray(said) ? said : said[browserKey]);
    } finally {
      await browser.emulate({});
      end();
    }
  });
}
