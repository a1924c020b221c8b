/** A plan: the answer for another moment beside the one for now. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { stopClock } from "./page";
import { Widget } from "./widget";

before(stopClock);

const LIVE = { treatment: "dysport", "treated-at": "2026-11-21T17:00" };

test("the form asks for a day and a time, and says what is missing beside the field", async () => {
  const widget = await Widget.show(LIVE);
  assert.equal(widget.one(".plan > summary > h3").textContent, "Plan a time to exercise");
  assert.equal(widget.all(".plan .segments").length, 0, "it is drawn when it is opened");
  await widget.open("plan");
  assert.ok(widget.one<HTMLInputElement>(".plan .plan-tomorrow").checked);
  await widget.click(".plan .button.primary");
  assert.equal(widget.texts(".plan .error")[0], "Error:Enter a time.");
  assert.ok(widget.root.activeElement === widget.one(".plan .plan-time"));
  await widget.click(".plan .plan-other");
  assert.deepEqual(widget.texts(".plan .error"), ["Error:Choose a day.", "Error:Enter a time."]);
  await widget.remove();
});

test("the plan stands beside now, and its better moment is one press away", async () => {
  const widget = await Widget.show(LIVE);
  await widget.open("plan");
  await widget.click(".plan .plan-today");
  await widget.set(".plan .plan-time", "12:00");
  assert.equal(widget.all(".planned").length, 0, "nobody has asked yet");
  await widget.click(".plan .button.primary");
  assert.equal(widget.all(".compared").length, 2);
  assert.match(widget.texts(".compared")[0] ?? "", /^Now/);
  assert.match(widget.texts(".compared")[1] ?? "", /12 PM/);
  assert.match(widget.texts(".compared")[1] ?? "", /\d+ of \d+ doctors say OK/);
  assert.ok(widget.root.activeElement === widget.one(".planned"));
  const marker = widget.one<HTMLInputElement>("input[type=range]");
  assert.equal(marker.value, String(19 * 60), "the chart shows the plan");
  await widget.click(".planned .button");
  assert.equal(marker.value, String(24 * 60));
  assert.match(widget.texts(".compared")[1] ?? "", /Most/);
  assert.equal(widget.all(".planned .button").length, 0, "there is no better one");
  await widget.remove();
});

test("a card without a clock asks for hours from now", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  await widget.open("plan");
  assert.equal(widget.all(".plan .segments, .plan [type=time]").length, 0);
  await widget.set(".plan .plan-hours", "soon");
  await widget.click(".plan .button.primary");
  assert.equal(widget.one(".plan .plan-hours").getAttribute("aria-invalid"), "true");
  await widget.set(".plan .plan-hours", "10");
  assert.match(widget.texts(".compared")[1] ?? "", /24 h after/);
  await widget.remove();
});

test("a plan within the clinic's wait says so before anything else", async () => {
  const widget = await Widget.show({ ...LIVE, clinic: "Harley", protocol: "exercise 24h" });
  await widget.open("plan");
  await widget.click(".plan .plan-today");
  await widget.set(".plan .plan-time", "12:00");
  await widget.click(".plan .button.primary");
  assert.match(
    widget.texts(".planned > *")[0] ?? "",
    /^Harley asks you to wait until .* Your plan is before that\.$/,
  );
  assert.equal(widget.all(".compared")[1]?.dataset["status"], "clinic");
  await widget.remove();
});
