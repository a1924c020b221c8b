/** What stands behind the counts: the list of answers, its filters, the sections. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { stopClock } from "./page";
import { Widget } from "./widget";

before(stopClock);

const CARD = { treatment: "dysport", hours: "14" };

test("the list is drawn when it is opened, and stays drawn", async () => {
  const widget = await Widget.show(CARD);
  const section = widget.one<HTMLDetailsElement>(".who-says-what");
  assert.equal(section.children.length, 1);
  await widget.open("who-says-what");
  assert.equal(widget.all(".voice").length, widget.element.guidance?.answers.length);
  section.open = false;
  await widget.setAttribute("hours", "20");
  assert.equal(widget.all(".voice").length, widget.element.guidance?.answers.length);
  await widget.remove();
});

test("a count leads to the answers that it counts, and back", async () => {
  const widget = await Widget.show(CARD);
  const [count] = widget.all(".legend button.count");
  const number = Number.parseInt(count?.textContent ?? "", 10);
  count?.click();
  assert.equal(widget.one<HTMLDetailsElement>(".who-says-what").open, true);
  assert.equal(widget.all(".voice").length, number);
  assert.ok(widget.root.activeElement === widget.one(".found-title"));
  assert.deepEqual(widget.texts(".found .link"), ["Show all", "Go back"]);
  await widget.click(".found .link:last-child");
  assert.ok(widget.root.activeElement === widget.all(".legend button.count")[0]);
  assert.deepEqual(widget.texts(".found .link"), ["Show all"]);
  await widget.remove();
});

test('a count that filters by what is behind "More choices" opens those', async () => {
  const widget = await Widget.show(CARD);
  assert.equal(widget.all(".sift-more").length, 0);
  await widget.click(".times .count");
  assert.equal(widget.one<HTMLDetailsElement>(".sift-more").open, true);
  assert.equal(widget.one<HTMLSelectElement>(".sift-also").value, "longest");
  await widget.remove();
});

test("each list of choices begins with all, and narrows the answers", async () => {
  const widget = await Widget.show(CARD);
  await widget.open("who-says-what");
  const lists = widget.all<HTMLSelectElement>(".sift select");
  assert.deepEqual(
    lists.map(({ className, value }) => [className, value]),
    ["whose", "now", "order", "on", "product", "also"].map((name) => [`sift-${name}`, ""]),
  );
  const before = widget.all(".voice").length;
  await widget.set(".sift-whose", "doctors");
  const doctors = widget.all(".voice").length;
  assert.ok(doctors > 0 && doctors < before);
  await widget.set(".sift-now", "untimed");
  assert.equal(widget.all(".voice").length, 0);
  assert.deepEqual(widget.texts(".found > p"), ["No answer fits. Change a choice above."]);
  await widget.click(".found .link");
  assert.equal(widget.all(".voice").length, before);
  await widget.remove();
});

test("each section has a question for a title, and is drawn when it is opened", async () => {
  const widget = await Widget.show(CARD);
  for (const name of ["done", "why", "result", "studies", "kinds", "computed"]) {
    assert.equal(widget.one(`.${name}`).children.length, 1, name);
    assert.ok(widget.one(`.${name} > summary > h3`).textContent, name);
    await widget.open(name);
    assert.ok((widget.one(`.${name} > .opened`).textContent ?? "").length > 40, name);
  }
  await widget.remove();
});

test("who did it already reads what is known before what the answers say, and when to call", async () => {
  const widget = await Widget.show(CARD);
  await widget.open("done");
  const texts = widget.texts(".done > .opened > *");
  assert.match(texts[0] ?? "", /^No study we found .*5,014 patients.*no comparison group\.$/);
  assert.match(texts[1] ?? "", /\d+ of \d+ doctors says? exercise is OK straight away/);
  assert.match(texts[2] ?? "", /call your clinic/);
  assert.equal(texts[3], "When to get help");
  await widget.remove();
});

test("links to other sites tell them nothing", async () => {
  const widget = await Widget.show(CARD);
  await widget.open("who-says-what");
  const links = widget.all<HTMLAnchorElement>(".voice a");
  assert.ok(links.length > 10);
  assert.ok(links.every(({ rel, target }) => rel === "noreferrer noopener" && target === "_blank"));
  await widget.remove();
});

test("a page that names no brands has no address of a source", async () => {
  const widget = await Widget.show({ ...CARD, names: "generic" });
  await widget.open("who-says-what");
  assert.equal(widget.all(".voice a").length, 0);
  assert.match(widget.texts(".voice cite")[0] ?? "", /^Source \d+$/);
  await widget.remove();
});
