/**
 * The card that a clinic prints for the patient who leaves. The core makes the link from the
 * treatment and its time. The clinic's name and telephone are printed, and go nowhere else.
 */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import type {} from "../entries/global";

type Values = Record<string, string>;

const find = <T extends Element>(selector: string, around: ParentNode = document) =>
  around.querySelector(selector) as T;

/** What the page for owners has in its form, where that page has opened this one: no link and no storage carries it. */
function takeOver(form: HTMLFormElement): void {
  let chosen: Iterable<[string, FormDataEntryValue]> = [];
  try {
    const maker = opener?.document.querySelector(".maker");
    chosen = maker ? new FormData(maker) : [];
  } catch {
    // It is another site's, or a file's.
  }
  for (const [name, value] of chosen) {
    const field = form.elements.namedItem(name);
    if (value && field instanceof HTMLInputElement) {
      // As much as there is room for on the card.
      field.value = `${value}`.slice(0, field.maxLength);
    } else if (value && field instanceof HTMLSelectElement) {
      field.value = `${value}`;
    }
  }
}

/** The time now as the field writes it: by the clock on the wall. */
function now(): string {
  const time = new Date();
  time.setMinutes(time.getMinutes() - time.getTimezoneOffset());
  return time.toISOString().slice(0, 16);
}

/** A time of the field in words, as the patient's clock has shown it. */
const inWords = (time: string, lang: string): string =>
  new Intl.DateTimeFormat([...navigator.languages.filter((own) => own.startsWith(lang)), lang], {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(`${time}Z`));

/** Draws a code with the white that a camera needs around it. */
function draw(svg: SVGElement, link: string): void {
  const code = generate(link, { minCorrectionLevel: correction.M });
  svg.setAttribute("viewBox", `-4 -4 ${code.size + 8} ${code.size + 8}`);
  find("path", svg).setAttribute("d", toSvgPath(code));
}

async function offerCard(): Promise<void> {
  const form = find<HTMLFormElement>(".maker");
  const time = find<HTMLInputElement>("[name=treated-at]");
  const wrong = find(".wrong");
  const trying = find<HTMLElement>(".try");
  const { treatments } = (await AftercareConsensus.init()).catalog();
  const brands = treatments.filter(({ generic }) => generic);
  find("[name=treatment]").append(...brands.map(({ id, name }) => new Option(name, id)));
  takeOver(form);

  const update = () => {
    const values = Object.fromEntries(new FormData(form)) as Values;
    // A new one, so that it says anew what is wrong.
    const asked = document.createElement("aftercare-consensus");
    for (const name of ["treatment", "treated-at", "lang", "names"]) {
      if (values[name]) {
        asked.setAttribute(name, values[name]);
      }
    }
    wrong.textContent = "";
    asked.addEventListener("aftercare-error", ({ detail }) => {
      wrong.textContent = detail.message;
    });
    find(".asked").replaceChildren(asked);
    const { question, heading } = asked;

    trying.hidden = !question;
    find<HTMLElement>(".empty").hidden = Boolean(question);
    for (const card of document.querySelectorAll<HTMLElement>(".leaflet")) {
      card.hidden = !question || card.lang !== values.lang;
      if (card.hidden) {
        continue;
      }
      const page = new URL(`${card.dataset.page}`, location.href);
      const names = values.names && `&names=${values.names}`;
      const link = `${page.origin}${page.pathname}#${question}${names}`;
      const write = (selector: string, text: string) => {
        find(selector, card).textContent = text;
      };
      write(".clinic", values.clinic.trim());
      write("h2", `${heading}`);
      write(".when > strong", inWords(values["treated-at"], values.lang));
      write(".call > strong", values.contact.trim());
      find<HTMLElement>(".call", card).hidden = !values.contact.trim();
      write(".address > span", page.host + page.pathname);
      draw(find("svg", card), link);
      find<HTMLAnchorElement>("a", trying).href = link;
    }
  };

  /** The next patient was treated at another time. */
  let isPrinted = false;
  for (const type of ["input", "change"]) {
    form.addEventListener(type, ({ target }) => {
      if (isPrinted && target !== time) {
        time.value = "";
      }
      isPrinted = false;
      update();
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isPrinted) {
      isPrinted = false;
      time.value = "";
      update();
      form.reportValidity();
    } else if (!trying.hidden) {
      print();
      isPrinted = true;
    }
  });
  find(".now").addEventListener("click", () => {
    time.value = now();
    isPrinted = false;
    update();
  });
  find<HTMLElement>(".making").hidden = false;
  update();
}

if (location.protocol.startsWith("http")) {
  void offerCard();
} else {
  const place = find<HTMLElement>(".file");
  place.textContent = place.dataset.text ?? "";
}
