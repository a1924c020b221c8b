/** The card: its head, the counts, the chart, other activities. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { later, stopClock } from "./page";
import { Widget } from "./widget";

before(stopClock);

const CLINIC = {
  clinic: "Harley",
  protocol: "exercise 24h; lying-flat 4h",
  contact: "+44 20 7946 0000",
  emergency: "999",
};

test("the head says what was asked, the status, who says so, and from when", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  const head = widget.one(".verdict");
  assert.equal(head.localName, "header");
  assert.equal(head.dataset["status"], widget.element.guidance?.status);
  assert.deepEqual(
    [...head.children].map((child) => `${child.localName}.${child.getAttribute("class")}`),
    ["h2.status", "p.next", "p.summary", "details.proviso", "p.basis"],
  );
  assert.equal(widget.one(".summary").textContent, widget.element.guidance?.summary);
  assert.equal(widget.one(".status").tabIndex, -1);
  await widget.remove();
});

test("what those ask for who say OK is one line, which opens and leads to their answers", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "24" });
  const title = widget.one(".proviso > summary").textContent ?? "";
  const number = Number.parseInt(title, 10);
  assert.match(title, /^\d+ doctors add conditions$/);
  assert.match(widget.texts(".proviso li")[0] ?? "", /^if .* \(\d+\)$/);
  await widget.click(".proviso > .link");
  assert.equal(widget.all(".voice").length, number);
  await widget.remove();
});

test("a close call is said in the head", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "24" });
  assert.match(widget.one(".verdict > .close").textContent ?? "", /^A close call \(Aftercare sheets\)/);
  await widget.setAttribute("hours", "14");
  assert.equal(widget.all(".close").length, 0);
  await widget.remove();
});

test("all parts that a page may style are there", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14", ...CLINIC, ask: "" });
  const parts = new Set(widget.all("[part]").map((element) => element.getAttribute("part")));
  assert.deepEqual([...parts].sort(), [
    "activities",
    "card",
    "clinic",
    "consensus",
    "form",
    "help",
    "panel",
    "picture",
    "root",
    "summary",
  ]);
  await widget.remove();
});

test('a clinic\'s wait has the head, and its end is no "fine"', async () => {
  const widget = await Widget.show({ treatment: "dysport", "treated-at": "2026-11-21T17:00", ...CLINIC });
  const head = () => widget.one(".answer > .verdict");
  assert.equal(head().dataset["status"], "clinic");
  assert.equal(widget.texts("h2.status")[0], "Harley asks you to wait 24 hours before exercise");
  assert.deepEqual(widget.texts(".others h2 > *"), ["What others say", "Most aftercare sheets say wait"]);
  assert.deepEqual(
    widget.all<HTMLAnchorElement>(".call").map(({ href, textContent }) => [href, textContent]),
    [
      ["tel:+442079460000", "Call Harley: +44 20 7946 0000"],
      ["tel:999", "Call 999"],
      ["tel:+442079460000", "Call Harley: +44 20 7946 0000"],
    ],
  );
  await later(11 * 3_600_000);
  assert.equal(head().dataset["status"], "clinic");
  assert.match(head().textContent ?? "", /That wait ended Sunday/);
  await widget.remove();
});

test("a panel has its status, one bar of shares, and a count for each thing that is said", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  const { panels } = widget.element.guidance ?? { panels: [] };
  assert.equal(widget.all(".panel").length, panels.length);
  for (const [place, panel] of widget.all(".panel").entries()) {
    const { tally, status } = panels[place] ?? assert.fail("one panel too many");
    assert.equal(panel.querySelector<HTMLElement>(".panel-status")?.dataset["status"], status);
    const said = (["fine", "silent", "wait"] as const).filter((stance) => tally[stance] > 0);
    assert.deepEqual(
      [...panel.querySelectorAll(".bar > rect")].map((share) => share.getAttribute("class")),
      said.map((stance) => `shade ${stance}`),
    );
    const counts = [...panel.querySelectorAll(".legend button.count")];
    assert.deepEqual(
      counts.map(({ textContent }) => Number.parseInt(`${textContent}`, 10)),
      [...said, ...(tally.untimed > 0 ? (["untimed"] as const) : [])].map((stance) => tally[stance]),
    );
  }
  assert.equal(widget.all(".patterns").length, 1, "the patterns are there once");
  await widget.remove();
});

test("a panel without answers says so in a line, and no bar is drawn from too few", async () => {
  const widget = await Widget.show({ treatment: "daxxify", activity: "flying", hours: "14" });
  const { panels } = widget.element.guidance ?? { panels: [] };
  assert.deepEqual(
    panels.map(({ status }) => status),
    ["not_enough", "not_enough"],
  );
  for (const [place, panel] of widget.all(".panel").entries()) {
    const { fine, silent, wait, untimed } = panels[place]?.tally ?? assert.fail("no panel");
    const isEmpty = fine + silent + wait + untimed === 0;
    assert.equal(panel.querySelectorAll(".none").length, isEmpty ? 1 : 0);
    assert.doesNotMatch(`${panel.textContent}`, /\b0\b/);
  }
  assert.equal(widget.all(".bar, .panel-status, .chart").length, 0);
  await widget.remove();
});

test("the chart is read by a slider, and goes back to where it was", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  const slider = () => widget.one<HTMLInputElement>(".look-at");
  assert.deepEqual(
    [slider().type, slider().min, slider().step, slider().value, slider().getAttribute("aria-label")],
    ["range", "0", "30", "840", "Look at another time"],
  );
  assert.equal(widget.all(".band").length, widget.element.guidance?.panels.length);
  assert.equal(widget.one(".moment").textContent, "This card: 14 hours after");
  await widget.set(".look-at", "1800");
  assert.equal(widget.one(".moment").textContent, "30 hours after");
  assert.match(`${slider().getAttribute("aria-valuetext")}`, /^30 hours after; Doctors: .+ \(10 say OK\); /);
  await widget.click(".back");
  assert.equal(slider().value, "840");
  assert.equal(widget.all(".back").length, 0);
  assert.equal(widget.root.activeElement, slider());
  await widget.remove();
});

test("the hours are written under the chart", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  assert.equal(widget.texts(".hours")[0], "0 h");
  assert.ok(widget.texts("svg text").every((text) => text !== ""));
  await widget.remove();
});

test("the four times stand in a table, whose counts lead to the answers", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14" });
  const { panels } = widget.element.guidance ?? { panels: [] };
  assert.deepEqual(
    widget.texts(".times thead th"),
    panels.map(({ name }) => name),
  );
  assert.deepEqual(widget.texts(".times tbody th"), [
    "First OK",
    "Most say OK",
    "All say OK",
    "Longest wait",
  ]);
  assert.deepEqual(
    widget.texts(".times .count"),
    panels.map(
      ({ longest, tally: { fine, silent, wait } }) => `(${longest?.answers} of ${fine + silent + wait})`,
    ),
  );
  await widget.click(".times .count");
  assert.equal(widget.all(".voice").length, panels[0]?.longest?.answers);
  await widget.remove();
});

test("other activities are all but the one that was asked about, and each row asks its own", async () => {
  const question = { treatment: "dysport", "treated-at": "2026-11-21T17:00", activity: "heat" };
  const widget = await Widget.show({ ...question, ask: "" });
  const names = widget.texts(".other > span");
  assert.equal(names.length, 8);
  assert.ok(!names.some((name) => name.startsWith("Sauna")));
  assert.ok(widget.all(".other").every(({ dataset }) => dataset["status"]));
  await widget.click(".other");
  assert.equal(widget.element.guidance?.activity.id, "exercise");
  assert.ok(widget.root.activeElement === widget.one("h2.status"), "the focus is on its answer");
  await widget.remove();
});

test("where the page's owner has said the activity, a row leads to the answers on another", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14", activity: "heat" });
  await widget.click(".other");
  assert.equal(widget.element.guidance?.activity.id, "heat", "the page's question stays");
  assert.match(widget.one(".found-title").textContent ?? "", / answers on exercise$/);
  await widget.remove();
});

test("a compact card has everything behind one button", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14", compact: "" });
  assert.deepEqual(widget.texts("summary.row").slice(0, 1), ["See who says what"]);
  assert.equal(widget.one(".more-help > summary").textContent, "When to get help");
  assert.equal(widget.one(".answer > h2.title").textContent, "When can I exercise after Dysport?");
  const more = widget.one<HTMLDetailsElement>(".more");
  assert.equal(more.querySelectorAll(".panel").length, 0, "it is drawn when it is opened");
  await widget.open("more");
  assert.equal(more.querySelectorAll(".panel").length, 2);
  more.open = false;
  await widget.setAttribute("hours", "20");
  assert.equal(more.querySelectorAll(".panel").length, 2, "it stays drawn");
  await widget.remove();
});

test("a count of a compact card leads to the answers behind its button", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "24", compact: "" });
  await widget.click(".proviso > .link");
  assert.equal(widget.one<HTMLDetailsElement>(".more").open, true);
  assert.ok(widget.all(".more .voice").length > 0);
  assert.ok(widget.root.activeElement === widget.one(".found-title"));
  await widget.remove();
});

test("when to get help is under every card, and under a form without one", async () => {
  for (const attributes of [{}, { treatment: "dysport", hours: "14" }, CLINIC]) {
    const widget = await Widget.show(attributes);
    assert.deepEqual(
      widget.all(".care").map((care) => care.querySelector("h3")?.textContent),
      [
        `Call ${"emergency" in attributes ? "999" : "your emergency number"} now if you have:`,
        "Get medical help right away for:",
        "Common, and it passes",
      ],
    );
    assert.equal(widget.all(".care ul").length, 3);
    assert.match(widget.one(".urgent").textContent ?? "", /These can start hours to weeks later\./);
    assert.equal(widget.one(".help-title").textContent, "When to get help");
    assert.match(
      widget.one(".notice").textContent ?? "",
      /opinions, not studies\. It is not advice about you\./,
    );
    await widget.remove();
  }
});

test("whoever needs help calls from where it says so: every number is a link", async () => {
  const widget = await Widget.show({ treatment: "dysport", hours: "14", ...CLINIC });
  const links = (place: string) => widget.all<HTMLAnchorElement>(`${place} a`).map(({ href }) => href);
  assert.deepEqual(links(".emergency .care-head"), ["tel:999", "tel:999"], "in the bar");
  assert.deepEqual(links(".routine"), ["tel:+442079460000"], "the clinic is for what is common");
  assert.match(widget.one(".routine p").textContent ?? "", /^Call Harley if it gets worse/);
  for (const element of widget.all("*")) {
    const own = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent);
    assert.ok(element.closest("a") || !/999|7946/.test(own.join(" ")), `${own.join(" ")} can be called`);
  }
  await widget.remove();
});
