import { expect, test } from "vitest";
import { guidance } from "aftercare-consensus";
import "aftercare-consensus/define";

test("the card is on the page of a test", async () => {
  document.body.innerHTML = `<aftercare-consensus treatment="dysport" treated-at="2026-11-21T17:00"></aftercare-consensus>`;
  const element = document.querySelector("aftercare-consensus");
  await element.ready;
  expect(element.guidance.treatment.id).toBe(guidance("Dysport", 14).treatment.id);
  expect(element.shadowRoot.textContent).toContain("aftercare sheets say");
});
