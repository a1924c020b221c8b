/** The card that a clinic prints for the patient who leaves. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { Select } from "selenium-webdriver/lib/select.js";
import { browserKey, cannot, startBrowser } from "./browser.js";

const CLOCK = "2026-11-22T07:00";
const CLINIC = { clinic: "Elm Street Clinic", contact: "+1 212 555 0100" };
const ASKED = { treatment: "Dysport", "treated-at": "2026-11-21T17:00" };
/** The longest that there is room for. */
const LONG = {
  clinic: "Centro de Dermatología y Medicina Estética de la Avenida Independencia",
  contact: "+34 91 234 56 78 (de 9 a 18 h)",
  names: "By substance (onabotulinumtoxinA)",
};

/** @type {import("./browser.js").Browser} */
let browser;

before(async () => {
  browser = await startBrowser({ width: 1000, height: 1000 });
});
after(() => browser.end());
afterEach(async () => {
  await browser.emulate({});
});

/** The page's own field of a name. @param {string} name */
const field = (name) =>
  browser.run(
    (/** @type {string} */ wanted) =>
      /** @type {Element} */ (document.querySelector(`.maker [name="${wanted}"]`)),
    name,
  );

/** @param {Record<string, string>} values by the names of the fields; of a list the text */
async function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const control = await field(name);
    if ((await control.getTagName()) === "select") {
      await new Select(control).selectByVisibleText(value);
    } else {
      await browser.set(control, value);
    }
  }
}

/** @param {Record<string, string>} values */
async function open(values = {}) {
  await browser.open("/card.html", { clock: CLOCK });
  await browser.one("button", "Print the card");
  await fill(values);
}

/** What stands on the card; nothing while there is none. */
const card = () =>
  browser.run(
    () => /** @type {HTMLElement} */ (document.querySelector(".leaflet:not([hidden])"))?.innerText ?? "",
  );

/** What a phone's camera reads on the screen. */
async function scanned() {
  await browser.run(() => document.querySelector(".leaflet:not([hidden]) svg")?.scrollIntoView());
  const { data, width, height } = PNG.sync.read(await browser.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? "";
}

describe("a clinic prints a card for the patient who leaves", () => {
  it("with its name, its telephone, the treatment and its time in words, and who says what", async () => {
    await open({ ...CLINIC, ...ASKED });
    const text = await card();
    for (const part of [
      "Elm Street Clinic",
      "When can I exercise after Dysport?",
      "Saturday, November 21, 2026",
      "5:00",
      "See what doctors and aftercare sheets say",
      "Follow what your clinic told you.",
      "+1 212 555 0100",
      "Is it hard to breathe, swallow or speak? Call your emergency number now.",
      "/index.html",
    ]) {
      assert.ok(text.includes(part), `${part}, in: ${text}`);
    }
    await browser.one("image", "Code that opens the page");
    await browser.assertAccessible("a card to print");
    await browser.assertQuiet();
  });

  it("whose code opens the page with both filled in, and holds nothing of the clinic's", async () => {
    await open({ ...CLINIC, ...ASKED });
    const link = await scanned();
    const { origin } = new URL(String(process.env.AFTERCARE_URL));
    const question = await browser.run(
      (/** @type {string} */ treated) =>
        `treatment=dysport&activity=exercise&treated-at=${new Date(treated).toISOString().replace(":00.000Z", "Z")}`,
      ASKED["treated-at"],
    );
    assert.equal(link, `${origin}/index.html#${question}`);
    assert.doesNotMatch(decodeURIComponent(link), /elm|street|555/i);
    const kept = await browser.run(() =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        history.state,
        location.href,
      ]),
    );
    assert.doesNotMatch(kept, /elm|street|555|dysport/i, "and nothing is kept");

    await browser.driver.get(link.replace("#", `?clock=${CLOCK}#`));
    await browser.one("heading", "When can I exercise after Dysport?");
    const asked = await browser.run(
      () => /** @type {any} */ (document.querySelector("aftercare-consensus")).question,
    );
    assert.equal(asked, question);
    assert.match(await browser.text(), /14 hours after Dysport/);
    await browser.assertQuiet();
  });

  it("in Spanish, with a code that opens the Spanish page", async () => {
    await open({ ...CLINIC, ...ASKED, lang: "Español" });
    const text = await card();
    assert.match(text, /¿Cuándo puedo hacer ejercicio después de Dysport\?/);
    assert.match(text, /sábado, 21 de noviembre de 2026/);
    assert.match(text, /Siga lo que le dijo su clínica/);
    assert.equal(new URL(await scanned()).pathname, "/index.es.html");
    await browser.driver.get((await scanned()).replace("#", `?clock=${CLOCK}#`));
    await browser.one("heading", "¿Cuándo puedo hacer ejercicio después de Dysport?");
  });

  it("that names no product where the clinic wants none named", async () => {
    await open({
      ...CLINIC,
      ...ASKED,
      treatment: "Any product, and none is named",
      names: "Not at all (“your injections”)",
    });
    assert.match(await card(), /after my injections\?/);
    const link = await scanned();
    assert.match(link, /#treatment=any&.*&names=class$/);
    await browser.driver.get(link.replace("#", `?clock=${CLOCK}#`));
    await browser.one("heading", "When can I exercise after my injections?");
  });

  it("and takes what was chosen on the page for owners, which no link and no storage carries", async () => {
    await browser.open("/install.html");
    await browser.one("form", "Or make lines of your own");
    await fill({ ...CLINIC, treatment: "Dysport", lang: "Español" });
    const first = await browser.driver.getWindowHandle();
    await (await browser.one("link", "Make a card to print")).click();
    /** @type {string[]} */
    let all = [];
    await browser.until(async () => {
      all = await browser.driver.getAllWindowHandles();
      return all.length === 2;
    }, "it opens beside the page");
    await browser.driver.switchTo().window(String(all.find((handle) => handle !== first)));
    try {
      await browser.one("button", "Print the card");
      const values = await browser.run(() =>
        JSON.stringify(Object.fromEntries(new FormData(document.querySelector("form") ?? undefined))),
      );
      assert.deepEqual(JSON.parse(String(values)), {
        ...CLINIC,
        treatment: "dysport",
        lang: "es",
        names: "",
        paper: "a6",
        "treated-at": "",
      });
      assert.match(await browser.run(() => location.href), /\/card\.html$/);
    } finally {
      await browser.driver.close();
      await browser.driver.switchTo().window(first);
    }
  });
});

describe("no patient gets a wrong card", () => {
  it("there is none without a treatment and a time", async () => {
    await open(CLINIC);
    assert.equal(await card(), "");
    await fill({ treatment: "Dysport" });
    assert.equal(await card(), "");
    await (await browser.one("button", "Now")).click();
    assert.match(await card(), /Sunday, November 22, 2026/, "the time now is a press away");
    assert.match(await card(), /7:00/);
  });

  it("there is none for a time to come, and the page says so", async () => {
    await open({ ...CLINIC, ...ASKED, "treated-at": "2026-11-23T17:00" });
    assert.equal(await card(), "");
    let said = "";
    await browser.until(async () => {
      const [alert] = await browser.all("alert");
      said = alert ? await browser.textOf(alert) : "";
      return said !== "";
    }, "it says what is wrong");
    assert.match(said, /2026-11-23T17:00.*a time that is past/);
    await browser.assertQuiet([`console.error: aftercare-consensus: ${said}`]);
  });

  it("a time is printed once: the next card asks for its own", async () => {
    await open({ ...CLINIC, ...ASKED });
    await browser.run(() => {
      Reflect.set(window, "__printed", 0);
      window.print = () => Reflect.set(window, "__printed", Reflect.get(window, "__printed") + 1);
    });
    const printed = () => browser.run(() => Reflect.get(window, "__printed"));
    const press = async () => (await browser.one("button", "Print the card")).click();
    const time = async () => (await field("treated-at")).getAttribute("value");
    await press();
    assert.equal(await printed(), 1);
    assert.match(await card(), /November 21/, "and what is on the way to the printer stays");
    await press();
    assert.equal(await printed(), 1);
    assert.equal(await time(), "");
    await fill({ "treated-at": "2026-11-22T06:30" });
    await press();
    assert.equal(await printed(), 2);
    await fill({ treatment: "Xeomin" });
    assert.equal(await time(), "", "another patient's");
    assert.equal(await card(), "");
  });

  it("a page that no phone can open makes none, and says what to do", async () => {
    const dist = fileURLToPath(new URL("../../dist/card.html", import.meta.url));
    await browser.driver.get(pathToFileURL(dist).href);
    await browser.until(
      async () => /Put all files of the folder on your website/.test(await browser.text()),
      "it says what to do",
    );
    assert.doesNotMatch(await browser.text(), /Print the card/);
  });
});

describe("on paper", { skip: cannot("print") }, () => {
  for (const [paper, width, height] of /** @type {[string, number, number][]} */ ([
    ["Small card (A6)", 105, 148],
    ["Sheet with large letters (A4)", 210, 297],
  ])) {
    for (const [who, values] of /** @type {[string, Record<string, string>][]} */ ([
      ["a card", { ...CLINIC, ...ASKED }],
      ["the longest card in Spanish", { ...ASKED, ...LONG, treatment: "Botox", lang: "Español" }],
    ])) {
      it(`${who} fits on one ${paper}, and nothing else is printed`, async () => {
        await open({ ...values, paper });
        await browser.emulate({ medium: "print" });
        const found = await browser.run(() => {
          const leaflet = /** @type {HTMLElement} */ (document.querySelector(".leaflet:not([hidden])"));
          const box = leaflet.getBoundingClientRect();
          const inner = [...leaflet.querySelectorAll("*")].map((part) => part.getBoundingClientRect());
          return {
            box: { x: box.x, y: box.y, width: box.width, height: box.height },
            bottom: Math.max(...inner.map(({ bottom }) => bottom)),
            right: Math.max(...inner.map(({ right }) => right)),
            others: [...document.querySelectorAll("h1, form, .masthead p, .try")].filter(
              (part) => part.getClientRects().length > 0,
            ).length,
          };
        });
        const mm = 96 / 25.4;
        assert.equal(found.others, 0);
        assert.ok(found.box.x === 0 && found.box.y === 0, JSON.stringify(found.box));
        assert.ok(Math.abs(found.box.width - width * mm) < 2, `${found.box.width} wide`);
        assert.ok(found.box.height < height * mm && found.box.height > (height - 2) * mm);
        // A printer needs 5 mm of its own.
        assert.ok(found.bottom <= (height - 5) * mm, `${found.bottom / mm} mm of ${height}`);
        assert.ok(found.right <= (width - 5) * mm, `${found.right / mm} mm of ${width}`);
        if (browserKey !== "chromium") {
          return;
        }
        const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (browser.driver);
        const { data } = /** @type {any} */ (
          await driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true })
        );
        const pdf = Buffer.from(data, "base64").toString("latin1");
        assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1, "pages");
        const [, across, down] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
        for (const [points, millimetres] of [
          [across, width],
          [down, height],
        ]) {
          assert.ok(Math.abs((Number(points) / 72) * 25.4 - Number(millimetres)) < 1, `${points} points`);
        }
      });
    }
  }
});

describe("the form at the front desk", () => {
  it("has nothing that sticks out, on a phone or a desk", async () => {
    await open({ ...CLINIC, ...ASKED });
    for (const width of [320, 884, 1280]) {
      await browser.resize(width, 900);
      const wide = await browser.run(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `at ${width} pixels it is ${wide} wide`);
    }
    await browser.resize(1000, 1000);
  });
});
