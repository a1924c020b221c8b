/** The form: what the reader is asked, and what is done with it. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { NOW, later, stopClock } from "./page";
import { Widget } from "./widget";

before(stopClock);

const answered = async (widget: Widget) => {
  await widget.set(".treatment", "dysport");
  await widget.set(".time", "17:00");
  await widget.set(".date", "2026-11-21");
};

test("each control has a label of its own", async () => {
  const widget = await Widget.show();
  assert.deepEqual(widget.texts(".fields .label"), [
    "Treatment",
    "Activity",
    "When was the treatment?",
    "Date",
    "Time",
    "Hours since the treatment",
  ]);
  for (const control of widget.all(".fields select, .fields input")) {
    const around = control.closest("label")?.querySelectorAll("select, input").length;
    assert.equal(around ?? widget.all(`label[for=${control.id}]`).length, 1);
  }
  await widget.remove();
});

test("it asks for what the page's owner has left open, and for no more", async () => {
  for (const [attributes, asked] of [
    [{}, ["treatment", "activity", "date", "time", "hours"]],
    [{ treatment: "dysport" }, ["activity", "date", "time", "hours"]],
    [{ activity: "heat", hours: "14" }, ["treatment"]],
    [{ treatment: "dysport", hours: "14" }, []],
    [{ treatment: "dysport", hours: "14", ask: "" }, ["treatment", "activity", "date", "time", "hours"]],
  ] as const) {
    const widget = await Widget.show(attributes);
    const controls = widget.all(".fields select, .fields input:not([type=radio])");
    assert.deepEqual(
      controls.map(({ className }) => className),
      asked,
    );
    await widget.remove();
  }
});

test("it begins with today, and answers when the last thing is said", async () => {
  const widget = await Widget.show();
  assert.equal(widget.one<HTMLInputElement>(".date").value, "2026-11-22");
  assert.deepEqual(widget.texts(".hint:not([id])"), [
    "Choose your treatment and say when it was. The answer shows here.",
  ]);
  await answered(widget);
  assert.deepEqual(widget.texts(".hint:not([id])"), []);
  assert.deepEqual(widget.texts(".asked"), ["Dysport, 14 hours after"]);
  assert.equal(widget.element.guidance?.treatedAt, "17:00");
  await widget.remove();
});

test("a wrong time is told beside its fields, and not before anything is typed", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  const invalid = () => widget.all("[aria-invalid=true]").length;
  assert.equal(invalid(), 0);
  await widget.set(".time", "17:00");
  assert.deepEqual(widget.texts(".error[role=alert]"), [
    "That time is still to come. Give the time when the treatment was.",
  ]);
  assert.equal(invalid(), 2, "the fields that are seen");
  assert.equal(widget.one(".time").getAttribute("aria-describedby"), widget.one(".error").id);
  await widget.remove();
});

test("hours that are typed grow with the clock", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  await widget.click(".by-hours");
  assert.equal(widget.one(".since").hidden, false);
  assert.equal(widget.one(".fields > .when > .pair").hidden, true);
  await widget.set("input.hours", "5,5");
  assert.deepEqual(widget.texts(".asked"), ["Dysport, 5 hours 30 minutes after"]);
  await later(2 * 3_600_000);
  assert.deepEqual(widget.texts(".asked"), ["Dysport, 7 hours 30 minutes after"]);
  assert.equal(widget.one<HTMLInputElement>("input.hours").value, "5,5");
  await later(NOW - Date.now() + 24 * 3_600_000);
  await widget.remove();
});

test("a reader who asks for the answer is told beside each field what it lacks, until it is there", async () => {
  const widget = await Widget.show();
  const told = () =>
    widget.all("[aria-invalid=true]").map((control) => {
      const error = widget.one(`#${control.getAttribute("aria-describedby")}`);
      assert.equal(error.getAttribute("role"), "alert");
      return [control.className, error.textContent];
    });
  const treatment = ["treatment", "Choose your treatment."];
  const time = ["time", "Give the time of the treatment."];
  assert.deepEqual(told(), []);
  await widget.click(".show");
  assert.deepEqual(told(), [treatment, time]);
  await widget.set(".date", "");
  assert.deepEqual(told(), [treatment, ["date", "Give the date of the treatment."], time]);
  await widget.set(".time", "17:00");
  assert.deepEqual(widget.texts(".error").filter(Boolean), [
    "Choose your treatment.",
    "Give the date of the treatment.",
  ]);
  await widget.click(".by-hours");
  assert.deepEqual(told(), [treatment, ["hours", "Give the hours since the treatment."]]);
  await widget.set("input.hours", "5");
  assert.deepEqual(told(), [treatment]);
  await widget.set(".treatment", "dysport");
  assert.deepEqual(told(), []);
  await widget.set(".treatment", "");
  assert.deepEqual(told(), [], "whoever chooses anew has not asked yet");
  await widget.click(".show");
  assert.deepEqual(told(), [treatment]);
  await widget.remove();
});

test("the button leads to what is missing, then to the answer, and folds the form", async () => {
  const widget = await Widget.show();
  const focused = () => widget.root.activeElement?.className;
  await widget.click(".show");
  assert.equal(focused(), "treatment");
  await widget.set(".treatment", "dysport");
  await widget.click(".show");
  assert.equal(focused(), "time");
  await widget.set(".date", "2026-11-21");
  await widget.set(".time", "17:00");
  await widget.click(".show");
  assert.equal(focused(), "status");
  assert.equal(widget.one(".ask").hidden, true);
  assert.match(widget.one(".question").textContent ?? "", /Dysport.*treated Saturday.*Change$/);
  await widget.click(".question > .link");
  assert.equal(widget.one(".ask").hidden, false);
  assert.equal(focused(), "treatment");
  await widget.remove();
});

test("what the reader typed stays when the page's owner changes an attribute", async () => {
  const widget = await Widget.show();
  await answered(widget);
  await widget.setAttribute("names", "generic");
  assert.equal(widget.one<HTMLSelectElement>(".treatment").value, "abobotulinumtoxinA");
  assert.equal(widget.one<HTMLInputElement>(".time").value, "17:00");
  await widget.setAttribute("clinic", "Elm Street");
  assert.match(widget.one(".asked").textContent ?? "", /^abobotulinumtoxinA/);
  await widget.remove();
});
