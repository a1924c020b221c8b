/** What is the reader asked? */
import { corpus, say, treatmentChoices } from "../engine/card.js";
import { DAYS, PARTS } from "../engine/form.js";
import { blueprint, find, optional, setAttribute, setText } from "./dom.js";
import { lineIcon } from "./elements.js";

/** @typedef {import("./main.js").State} State */
/** @typedef {import("../engine/form.js").Form} Form */

/** @param {string} id @param {string} label @param {string} control @param {string} [hint] */
const field = (id, label, control, hint) => `
  <div class="field">
    <label for="${id}">${label}</label>
    ${hint ? `<p class="note" id="${id}-hint">${hint}</p>` : ""}
    <i data-at="${id}"></i>${control}
  </div>`;

/** @param {string} id @param {string} options */
const select = (id, options) =>
  `<span class="select"><select id="${id}" class="${id}">${options}</select>${lineIcon("down")}</span>`;

/** @param {string} value @param {string} name */
const option = (value, name) => `<option value="${value}">${name}</option>`;

const treatments =
  option("", say("view.choose")) +
  treatmentChoices
    .map(
      ({ name, choices }) =>
        `<optgroup label="${name}">${choices.map(({ value, name }) => option(value, name)).join("")}</optgroup>`,
    )
    .join("");

const activities = corpus.activities.map(({ id, choice }) => option(id, choice)).join("");

/** @param {string} name @param {string} value */
const radio = (name, value) => `<input class="${value}" type="radio" name="${name}" value="${value}">`;

const error = blueprint(`
  <p class="error" role="alert">
    ${lineIcon("alert")}<span class="unseen">${say("view.error")}</span><span></span>
  </p>`);

const hours = blueprint(
  field(
    "hours",
    say("view.hours-since"),
    `<div class="with-unit">
      <input id="hours" class="hours" type="text" inputmode="decimal" autocomplete="off">
      <span>${say("view.hours-unit")}</span>
    </div>`,
  ),
);

const date = blueprint(field("date", say("view.date"), `<input id="date" class="date" type="date">`));

const clock = blueprint(`
  <div>
    <div class="segments" role="radiogroup" aria-label="${say("view.day")}">
      ${DAYS.map((day) => `<label>${radio("day", day)}<span>${say(`view.day-${day}`)}</span></label>`).join("")}
    </div>
    <i data-at="dateField"></i>
    ${field("time", say("view.time"), `<input id="time" class="time" type="time">`)}
    <div class="or">
      <p class="note" id="part-careful">${say("view.part-careful")}</p>
      <div class="chips" role="radiogroup" aria-label="${say("view.part")}" aria-describedby="part-careful">
        ${PARTS.map(
          (part) => `
          <label>
            ${radio("part", part)}<span>${say(`view.part-${part}`)}</span>
            <small>${say(`view.part-${part}-span`)}</small>
          </label>`,
        ).join("")}
      </div>
    </div>
  </div>`);

/** @param {State["settings"]["asks"]} asks */
const markup = (asks) => `
  <section class="card body ask" part="form">
    <div class="fields">
      ${asks.treatment ? field("treatment", say("view.treatment"), select("treatment", treatments), say("view.not-fillers")) : ""}
      ${asks.activity ? field("activity", say("view.activity"), select("activity", activities)) : ""}
      ${
        asks.when
          ? `<fieldset class="field when">
              <legend>${say("view.when")}</legend>
              <button class="link switch" type="button"></button>
            </fieldset>`
          : ""
      }
      <button class="button primary show" type="button">${say("view.show-answer")}</button>
    </div>
  </section>`;

/**
 * A field with a text in it, and what is wrong with that.
 *
 * @param {ParentNode} root
 * @param {"treatment" | "activity" | "date" | "time" | "hours"} id
 */
function createField(root, id) {
  const control = find(root, `.${id}`);
  const input = /** @type {HTMLInputElement} */ (control);
  const whole = /** @type {HTMLElement} */ (control.closest(".field"));
  const hint = whole.querySelector(".note")?.id;
  const wrong = optional(whole, id, () => {
    const node = error();
    node.id = `${id}-error`;
    const words = /** @type {HTMLElement} */ (node.lastElementChild);
    return { node, update: (/** @type {string} */ text) => setText(words, text) };
  });
  /** @type {boolean | undefined} */
  let isWrong;
  return (/** @type {State} */ { form, scene: { errors } }) => {
    if (input.value !== form[id]) {
      input.value = form[id];
    }
    const text = id === "activity" ? undefined : errors[id];
    wrong(text);
    if (isWrong === (text !== undefined)) {
      return;
    }
    isWrong = text !== undefined;
    whole.classList.toggle("wrong", isWrong);
    const described = isWrong ? `${id}-error` : hint;
    toggle(control, "aria-invalid", isWrong ? "true" : undefined);
    toggle(control, "aria-describedby", described);
  };
}

/** @param {Element} element @param {string} name @param {string | undefined} value */
function toggle(element, name, value) {
  if (value === undefined) {
    element.removeAttribute(name);
  } else {
    setAttribute(element, name, value);
  }
}

function createHours() {
  const node = hours();
  return { nodes: [node], update: createField(node, "hours") };
}

function createDate() {
  const node = date();
  const field = createField(node, "date");
  const input = find(node, "input");
  return {
    node,
    update(/** @type {State} */ state) {
      setAttribute(input, "max", state.scene.today);
      field(state);
    },
  };
}

function createClock() {
  const node = clock();
  const dateField = optional(node, "dateField", createDate);
  const time = createField(node, "time");
  const radios = /** @type {HTMLInputElement[]} */ ([...node.querySelectorAll("[type=radio]")]);
  return {
    nodes: [...node.childNodes],
    update(/** @type {State} */ state) {
      const { form, scene } = state;
      for (const radio of radios) {
        radio.checked = radio.value === form[radio.name === "day" ? "day" : "part"];
        radio.disabled = radio.name === "part" && !scene.parts.some((part) => part === radio.value);
      }
      dateField(form.day === "earlier" ? state : undefined);
      time(state);
    },
  };
}

/**
 * @param {State} state
 * @param {(form: Partial<Form>) => void} change
 * @param {() => void} lead to the answer
 */
export function createForm(state, change, lead) {
  const { asks } = state.settings;
  const node = blueprint(markup(asks))();
  const treatment = asks.treatment ? createField(node, "treatment") : undefined;
  const activity = asks.activity ? createField(node, "activity") : undefined;
  const when = asks.when ? createWhen(node, state, change) : undefined;
  find(node, ".show").addEventListener("click", lead);
  // Every browser sends both for a choice in a list, but not every tool that helps a person.
  for (const type of ["input", "change"]) {
    node.addEventListener(type, ({ target }) => {
      const { type, name, id, value } = /** @type {HTMLInputElement} */ (target);
      change({ [type === "radio" ? name : id]: value });
    });
  }
  return {
    node,
    update() {
      const { form, scene } = state;
      node.hidden = form.isFolded && scene.card !== undefined;
      treatment?.(state);
      activity?.(state);
      when?.();
    },
  };
}

/** @param {HTMLElement} root @param {State} state @param {(form: Partial<Form>) => void} change */
function createWhen(root, state, change) {
  const [legend, button] = [find(root, "legend"), find(root, ".switch")];
  button.addEventListener("click", () => change({ byHours: !state.form.byHours }));
  let isByHours = state.form.byHours;
  let fields = isByHours ? createHours() : createClock();
  legend.after(...fields.nodes);
  return () => {
    const { byHours } = state.form;
    if (byHours !== isByHours) {
      isByHours = byHours;
      fields = byHours ? createHours() : createClock();
      root.querySelector(".when")?.replaceChildren(legend, ...fields.nodes, button);
    }
    fields.update(state);
    setText(button, say(byHours ? "view.by-clock" : "view.by-hours"));
  };
}
