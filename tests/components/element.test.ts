/** The element: its text, events, attributes and languages. */
import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import { pack } from "generated/language-pack";
import { later, settled, stopClock } from "./page";
import { OWN_TEXT, Widget } from "./widget";

before(stopClock);

const CARD = { treatment: "dysport", hours: "14" };
const isReadable = (widget: Widget) => widget.all("slot").length === 1;

test("the text inside is readable until there is something else", async () => {
  const widget = await Widget.show(CARD);
  assert.equal(isReadable(widget), false);
  await widget.setAttribute("treatment", "restylane");
  assert.equal(isReadable(widget), true);
  assert.equal(widget.root.textContent, "", "the message for the owner is on no page");
  assert.equal(widget.events.at(-1)?.type, "aftercare-error");
  assert.equal(widget.events.at(-1)?.detail["code"], "unknown_treatment");
  await widget.setAttribute("treatment", "botox");
  assert.equal(isReadable(widget), false);
  await widget.remove();
});

test("an element with no text inside has a sentence for patients while there is no answer", async () => {
  const widget = await Widget.show({ ...CARD, treatment: "restylane" });
  const sentence = () => widget.element.shadowRoot?.textContent ?? "";
  assert.equal(sentence(), "", "the clinic's text is enough");
  await widget.remove();
  widget.element.textContent = " ";
  document.body.append(widget.element);
  await settled();
  assert.equal(sentence(), "The answer cannot be shown here. Ask your clinic.");
  await widget.setAttribute("lang", "es-MX");
  assert.equal(sentence(), "The answer cannot be shown here. Ask your clinic.", "no pack is on the page");
  widget.element.textContent = OWN_TEXT;
  widget.one("slot").dispatchEvent(new Event("slotchange"));
  assert.equal(sentence(), "");
  await widget.setAttribute("treatment", "botox");
  assert.equal(isReadable(widget), false);
  await widget.remove();
});

test("a component that throws leaves the text inside readable", async () => {
  const widget = await Widget.show(CARD);
  // What Preact makes elements with.
  const broken = mock.method(document, "createElementNS");
  broken.mock.mockImplementationOnce(() => {
    throw new TypeError("a fault");
  });
  await widget.setAttribute("clinic", "Elm Street");
  broken.mock.restore();
  assert.equal(isReadable(widget), true);
  assert.equal(widget.root.textContent, "", "nothing is half rendered");
  assert.deepEqual(widget.events.at(-1)?.detail, { code: "internal", message: "a fault" });
  assert.equal(widget.element.guidance, null);
  // The next change is drawn.
  await widget.setAttribute("clinic", "Harley");
  assert.equal(isReadable(widget), false);
  await widget.remove();
});

test("it tells of an answer once, and of no times", async () => {
  const widget = await Widget.show({ treatment: "dysport", "treated-at": "2026-11-21T17:00" });
  const { status } = widget.element.guidance ?? assert.fail("no card");
  const change = {
    type: "aftercare-change",
    detail: { status, treatment: "dysport", activity: "exercise", clinic: null },
  };
  assert.deepEqual(widget.events, [change]);
  await later(60_000);
  assert.equal(widget.events.length, 1);
  await widget.setAttribute("activity", "flying");
  assert.equal(widget.events.at(-1)?.detail["activity"], "flying");
  await widget.remove();
});

test("properties mirror attributes", async () => {
  const widget = await Widget.show(CARD);
  const { element } = widget;
  element.treatedAt = "2026-11-21T17:00";
  assert.equal(element.getAttribute("treated-at"), "2026-11-21T17:00");
  element.hours = 14.123_456_789;
  assert.equal(element.hours, "14.123457");
  element.compact = true;
  assert.equal(element.getAttribute("compact"), "");
  element.compact = false;
  assert.equal(element.hasAttribute("compact"), false);
  element.clinic = null;
  assert.equal(element.clinic, null);
  await settled();
  await widget.remove();
});

test("a card is frozen, and is the one that is on the screen", async () => {
  const widget = await Widget.show(CARD);
  const { guidance } = widget.element;
  assert.ok(Object.isFrozen(guidance) && Object.isFrozen(guidance?.panels[0]?.tally));
  assert.equal(guidance?.summary, widget.one(".summary").textContent);
  assert.equal(widget.element.question, "treatment=dysport&activity=exercise&hours=14");
  await widget.remove();
  assert.equal(widget.element.guidance, null);
});

test("an answer is read out once it has stood for a moment", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  const said = () => widget.one("[role=status]").textContent;
  await widget.set(".time", "07:00");
  await later(300);
  await widget.click(".yesterday");
  await later(600);
  assert.equal(said(), "");
  await later(200);
  assert.match(said() ?? "", /^Dysport\. .*say exercise is OK by now/);
  await widget.remove();
});

test("what a page shows from the start is not read out twice", async () => {
  const widget = await Widget.show(CARD);
  await later(2000);
  assert.equal(widget.one("[role=status]").textContent, "");
  await widget.remove();
});

test("a moved element stays as it is; a removed one leaves nothing behind", async () => {
  const widget = await Widget.show({ treatment: "dysport" });
  await widget.set(".time", "07:00");
  document.body.append(document.createElement("main"));
  document.querySelector("main")?.append(widget.element);
  await settled();
  assert.equal(widget.one<HTMLInputElement>(".time").value, "07:00");
  await widget.remove();
  assert.equal(widget.all(".root").length, 0);
  assert.equal(widget.element.textContent, OWN_TEXT);
});

test("a language that is registered later is shown then; until then the owner is told", async () => {
  const widget = await Widget.show({ ...CARD, lang: "es" });
  assert.equal(widget.one(".root").lang, "en");
  const { code, message } = widget.events.at(-1)?.detail ?? {};
  assert.equal(code, "unknown_language");
  assert.match(`${message}`, /load aftercare-consensus\.es\.js/);
  const registry: { push(added: unknown): void } = Reflect.get(
    globalThis,
    Symbol.for("aftercare-consensus.languages"),
  );
  registry.push(pack);
  await later(20);
  assert.equal(widget.one(".root").lang, "es");
  assert.equal(widget.one(".help-title").textContent, pack.labels.view.help);
  await widget.open("who-says-what");
  assert.equal(widget.all(".voice > p:nth-child(3)[lang=en]").length, widget.all(".voice").length);
  await widget.remove();
});
