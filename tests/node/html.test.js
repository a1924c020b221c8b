/** Are the pages of dist/ valid HTML? Biome does not know which element may contain which. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:prettier"],
  elements: ["html5", { "aftercare-consensus": { flow: true, permittedContent: ["@flow"] } }],
});

for (const name of readdirSync(dist).filter((name) => name.endsWith(".html"))) {
  it(`${name} is valid`, async () => {
    const { results } = await validator.validateFile(`${dist}${name}`);
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    assert.deepEqual(problems, []);
  });
}
