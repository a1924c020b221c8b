/**
 * The form on the page for owners: what is chosen fills the card beside it and the lines to
 * copy. It is stored and sent nowhere. The lines are in the page; only values come from here.
 */
import type {} from "../entries/global";

/** What the form has, by the names of the attributes; nothing for a box that is ticked. */
type Chosen = [name: string, value: string][];

/** A value as it may stand between double quotes in HTML and in JSX; no shortcode and no template begins in it. */
const escaped = (value: string): string =>
  value.replace(/[&\x22<>[\]{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const asAttributes = (chosen: Chosen): string =>
  chosen.map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`)).join("");

/** What a line takes of the choices, in its own form. */
const LINES: Record<string, { takes?: string[]; write(chosen: Chosen): string }> = {
  element: { write: asAttributes },
  // All else is set by an administrator of the site, so these are words of the lists above.
  shortcode: {
    takes: ["treatment", "activity", "lang", "names", "compact", "ask"],
    write: asAttributes,
  },
  // No link speaks for a clinic, and a frame is compact by itself.
  frame: {
    takes: ["treatment", "activity", "lang", "names"],
    write: (chosen) => {
      const query = `${new URLSearchParams(chosen)}`;
      return query && `?${escaped(query)}`;
    },
  },
};

async function offerForm(): Promise<void> {
  const find = <T extends HTMLElement>(selector: string) => document.querySelector(selector) as T;
  const form = find<HTMLFormElement>(".maker");
  const made = find(".made");
  const wrong = find(".wrong");
  const place = find(".made > .card");
  const model = find(".card > aftercare-consensus");
  const { treatments, activities } = (await AftercareConsensus.init()).catalog();

  for (const [name, list] of [
    // The page itself has what stands for them all.
    ["treatment", treatments.filter(({ generic }) => generic)],
    ["activity", activities],
  ] as const) {
    const select = find<HTMLSelectElement>(`[name=${name}]`);
    select.append(...list.map(({ id, name }) => new Option(name, id)));
  }

  const update = () => {
    const chosen = [...new FormData(form)]
      .map(([name, value]) => [name, `${value}`.trim()] as [string, string])
      .filter(([name, value]) => value || name === "compact" || name === "ask");
    const values = Object.fromEntries(chosen);

    // A new one, so that it says anew what is wrong.
    const card = model.cloneNode(true) as HTMLElementTagNameMap["aftercare-consensus"];
    for (const [name, value] of chosen) {
      card.setAttribute(name, value);
    }
    if (values.treatment) {
      card.hours = "2";
    }
    wrong.textContent = "";
    card.addEventListener("aftercare-error", ({ detail }) => {
      wrong.textContent = detail.message;
    });
    place.replaceChildren(card);

    for (const slot of document.querySelectorAll<HTMLElement>("[data-choices]")) {
      const { takes, write } = LINES[`${slot.dataset.choices}`];
      slot.textContent = write(chosen.filter(([name]) => !takes || takes.includes(name)));
    }
    for (const slot of document.querySelectorAll<HTMLElement>("[data-when]")) {
      const [name, value] = `${slot.dataset.when}`.split("=");
      slot.textContent = (values[name] === value ? slot.dataset.then : slot.dataset.else) ?? "";
    }
  };

  for (const figure of document.querySelectorAll(".made-lines")) {
    const lines = figure.querySelector(".lines") as HTMLElement;
    const button = figure.querySelector(".copy") as HTMLElement;
    const status = figure.querySelector(".said") as HTMLElement;
    form.addEventListener("change", () => {
      status.textContent = "";
    });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(`${lines.textContent}`);
        status.textContent = status.dataset.copied ?? "";
      } catch {
        getSelection()?.selectAllChildren(lines);
        status.textContent = status.dataset.marked ?? "";
      }
    });
    button.hidden = false;
  }
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  form.hidden = made.hidden = false;
  update();
}

void offerForm();
