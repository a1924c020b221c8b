/** The form: what the reader is asked, and what is done with it. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { later, stopClock } from "./page";
import { Widget } from "./widget";

before(stopClock);

const answered = async (widget: Widget) => {
  await widget.set(".treatment", "dysport");
  await widget.set(".time", "17:00");
  await widget.click(".yesterday");
};

test("each control has a label, and each choice of one is a group with a name", async () => {
  const widget = await Widget.show();
  assert.deepEqual(widget.texts(".field > label, .field > legend"), [
    "Treatment",
    "Activity",
    "When were you treated?",
    "Time",
  ]);
  for (const control of widget.all(".fields select, .fields input:not([type=radio])")) {
    assert.equal(widget.all(`label[for=${control.id}]`).length, 1, control.className);
  }
  assert.deepEqual(
    widget.all("[role=radiogroup]").map((group) => group.getAttribute("aria-label")),
    ["Day", "Part of the day"],
  );
  assert.deepEqual(widget.texts(".segments > label"), ["Today", "Yesterday", "Earlier"]);
  await widget.remove();
});

test("it asks for what the page's owner has left open, and for no more", async () => {
  for (const [attributes, asked] of [
    [{}, ["treatment", "activity", "time"]],
    [{ treatment: "dysport" }, ["activity", "time"]],
    [{ activity: "heat", hours: "14" }, ["treatment"]],
    [{ treatment: "dysport", hours: "14" }, []],
    [{ treatment: "dysport", hours: "14", ask: "" }, ["treatment", "activity", "hours"]],
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
  assert.equal(widget.one<HTMLInputElement>(".today").checked, true);
  assert.deepEqual(widget.texts(".hint:not([id])"), ["Choose your treatment and when you had it."]);
  await answered(widget);
  assert.deepEqual(widget.texts(".hint:not([id])"), []);
  assert.deepEqual(widget.texts(".asked"), ["Exercise · 14 hours after Dysport"]);
  assert.equal(widget.element.guidance?.treatedAt, "17:00");
  await widget.remove();
});

test("a wrong time is told beside its fields, and not before anything is typed", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  const invalid = () => widget.all("[aria-invalid=true]").length;
  assert.equal(invalid(), 0);
  await widget.set(".time", "17:00");
  assert.deepEqual(widget.texts(".error > span:last-child"), [
    "That time hasn’t happened yet. Check the date and time.",
  ]);
  assert.equal(invalid(), 1);
  assert.equal(widget.one(".time").getAttribute("aria-describedby"), widget.one(".error").id);
  await widget.remove();
});

test("of a time and a part of the day the last one counts, and the other is emptied", async () => {
  const widget = await Widget.show();
  const time = () => widget.one<HTMLInputElement>(".time").value;
  const chosen = () => widget.all<HTMLInputElement>(".chips :checked").map((radio) => radio.className);
  await answered(widget);
  await widget.click(".evening");
  assert.deepEqual([time(), chosen()], ["", ["evening"]]);
  assert.equal(widget.element.guidance?.treatedAt, "23:59");
  assert.equal(widget.element.question?.endsWith("treated-at=2026-11-22T04:59Z~"), true, "a guess");
  await widget.set(".time", "17:00");
  assert.deepEqual([time(), chosen()], ["17:00", []]);
  assert.equal(widget.element.question?.endsWith("treated-at=2026-11-21T22:00Z"), true);
  await widget.remove();
});

test("a part of today that has not begun cannot be chosen, until it begins", async () => {
  const widget = await Widget.show();
  const offered = () => widget.all(".chips input:not([disabled])").map(({ className }) => className);
  assert.deepEqual(offered(), ["morning"], "at seven");
  await widget.click(".yesterday");
  assert.deepEqual(offered(), ["morning", "afternoon", "evening"]);
  await widget.click(".today");
  await later(5 * 3_600_000);
  assert.deepEqual(offered(), ["morning", "afternoon"], "at noon, while the page is open");
  await later(19 * 3_600_000);
  await widget.remove();
});

test("an earlier day has a date, and is asked for it", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  await widget.set(".time", "17:00");
  await widget.click(".earlier");
  assert.deepEqual(widget.texts(".error"), [], "what is still empty is not wrong yet");
  await widget.click(".show");
  assert.equal(widget.root.activeElement?.className, "date");
  await widget.set(".date", "2026-11-19");
  assert.match(widget.element.question ?? "", /treated-at=2026-11-19T22:00Z$/);
  await widget.remove();
});

test("hours that are typed grow with the clock", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  await widget.click(".switch");
  assert.equal(widget.root.activeElement?.className, "hours", "its field has come");
  assert.deepEqual(widget.all(".time, .segments, .chips"), [], "in the place of day and time");
  await widget.set("input.hours", "5,5");
  assert.deepEqual(widget.texts(".asked"), ["Exercise · 5 hours 30 minutes after Dysport"]);
  await later(2 * 3_600_000);
  assert.deepEqual(widget.texts(".asked"), ["Exercise · 7 hours 30 minutes after Dysport"]);
  assert.equal(widget.one<HTMLInputElement>("input.hours").value, "5,5");
  await later(22 * 3_600_000);
  await widget.remove();
});

test("a reader who asks for the answer is told beside each field what it lacks, until it is there", async () => {
  const widget = await Widget.show();
  const told = () =>
    widget.all("[aria-invalid=true]").map((control) => {
      const error = widget.one(`#${control.getAttribute("aria-describedby")}`);
      assert.equal(error.getAttribute("role"), "alert");
      return [control.className, error.lastElementChild?.textContent];
    });
  const treatment = ["treatment", "Choose your treatment."];
  const time = ["time", "Enter the time, or choose a part of the day."];
  assert.deepEqual(told(), []);
  await widget.click(".show");
  assert.deepEqual(told(), [treatment, time]);
  await widget.click(".earlier");
  assert.deepEqual(told(), [treatment, ["date", "Enter the date of your treatment."], time]);
  await widget.set(".time", "17:00");
  assert.deepEqual(told(), [treatment, ["date", "Enter the date of your treatment."]]);
  await widget.click(".switch");
  assert.deepEqual(told(), [treatment, ["hours", "Enter a number of hours, such as 5 or 5.5."]]);
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
  await widget.click(".yesterday");
  await widget.set(".time", "17:00");
  await widget.click(".show");
  assert.equal(focused(), "status");
  assert.equal(widget.one(".ask").hidden, true);
  assert.match(widget.one(".question").textContent ?? "", /Dysport.*reated \w+day.*Change$/);
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
  assert.match(widget.one(".asked").textContent ?? "", /after abobotulinumtoxinA$/);
  await widget.remove();
});
