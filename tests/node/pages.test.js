/** The static pages, as somebody reads them without JavaScript. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { dist, module } from "./dist.js";

const read = (/** @type {string} */ name) => readFileSync(new URL(name, dist), "utf8");
const sources = read("sources.html");
const index = read("index.html");

const api = await module();
const details = await api.details();

/** @param {string} html */
const text = (html) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe("sources.html", () => {
  it("has every answer once, with its summary, its positions and its source", () => {
    const articles = [...sources.matchAll(/<article class="source" id="([^"]+)">([^]*?)<\/article>/g)];
    assert.deepEqual(
      articles.map(([, id]) => id),
      details.map(({ id }) => id),
    );
    articles.forEach(([, id, html], place) => {
      const detail = details[place];
      const shown = text(html);
      assert.ok(shown.includes(detail.summary), `${id} has its summary`);
      assert.match(shown, /\(R[1-7]\)/, `${id} has its positions with their rules`);
      assert.ok(shown.includes(detail.source.title), `${id} names its source`);
      if (detail.source.address) {
        const address = detail.source.address.replace(/&/g, "&amp;");
        assert.ok(html.includes(`href="${address}" rel="noreferrer"`), `${id} leads to its source`);
      }
    });
  });

  it("says how it was searched, counted, dated, paid for and kept up", () => {
    const shown = text(sources);
    for (const part of [
      /convenience sample/,
      /no percentage of it is a prevalence/,
      /announce 14 and 19/,
      /75 %/,
      /not a Delphi/,
      /Certainty is very low/,
      /more careful view is shown/,
      /Nobody paid/,
      /at least once in 12 months/,
      /Report a mistake/,
      /International Patient Decision Aid Standards/,
      new RegExp(api.catalog().corpus.version.replace(/\./g, "\\.")),
    ]) {
      assert.match(shown, part);
    }
  });
});

describe("index.html without JavaScript", () => {
  it("leads to the table, and to what is behind it", () => {
    assert.match(text(index), /needs JavaScript/);
    const [, place] = /<aftercare-consensus[^]*?href="sources\.html#([^"]+)"/.exec(index) ?? [];
    assert.ok(sources.includes(`<h2 id="${place}">`), "the table is there");
  });
});

describe("the table of all treatments", () => {
  it("is on the page of sources, and its every cell is what the engine says at that hour", () => {
    assert.ok(!index.includes("<table>"));
    const table = sources.slice(sources.indexOf("<table>"), sources.indexOf("</table>"));
    const hours = [...table.matchAll(/<th scope="col">(\d+) h<\/th>/g)].map(([, number]) => Number(number));
    assert.ok(hours.length > 4, "there are columns of hours");
    const groups = [...table.matchAll(/<tbody>([^]*?)<\/tbody>/g)].map(([, html]) => html);
    assert.ok(groups.length > 1, "there are rows of treatments");
    const { treatments } = api.catalog();
    const nameOf = (/** @type {string} */ html) => html.match(/<th scope="rowgroup"[^>]*>([^<]+)</)?.[1];
    const named = new Set(groups.map(nameOf));
    const others = treatments.filter(({ name }) => !named.has(name));
    for (const group of groups) {
      const name = nameOf(group);
      const { id } = treatments.find((treatment) => treatment.name === name) ?? others[0];
      const rows = [...group.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, html]) => html);
      rows.forEach((row, panel) => {
        const cells = [...row.matchAll(/<td data-status="(\w+)"( class="careful")?>([^]*?)<\/td>/g)];
        assert.equal(cells.length, hours.length, `${name} has a cell for each hour`);
        cells.forEach(([, status, careful, html], place) => {
          const card = api.guidance(id, hours[place]);
          const { name: view, status: own, basis, tally } = card.panels[panel];
          const about = `${view} on ${name} at ${hours[place]} h`;
          assert.equal(status, own, about);
          assert.equal(Boolean(careful), own === card.status, `${about}: the more careful view is marked`);
          const timed = tally.fine + tally.wait + tally.silent;
          assert.ok(text(html).includes(`${tally.fine} of ${timed} say OK`), about);
          assert.ok(text(row).includes(view), about);
          assert.equal(/any product/.test(text(row)), basis === "class", `${about}: about any product`);
        });
      });
    }
  });

  it("says what each panel is and is not, and that these are opinions", () => {
    const shown = text(sources);
    for (const panel of api.catalog().panels) {
      assert.ok(shown.includes(panel.about), `it says what ${panel.name} is`);
    }
    // The whole panels are counted for a treatment that nobody names.
    const cards = api.catalog().treatments.map(({ id }) => api.guidance(id, 4));
    const timed = (/** @type {import("../../dist/aftercare-consensus.js").Guidance} */ card) =>
      card.panels.reduce((sum, { tally }) => sum + tally.fine + tally.wait + tally.silent, 0);
    const [whole] = cards.sort((one, other) => timed(other) - timed(one));
    for (const { tally } of whole.panels) {
      const { fine, wait, silent } = tally;
      assert.ok(shown.includes(`${fine} of ${fine + wait + silent} `), "the leniency is told in counts");
    }
    assert.match(shown, /opinions, not studies/);
    assert.match(shown, /No randomised trial and no Delphi panel on when to exercise was found/);
  });
});
