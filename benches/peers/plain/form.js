/** What is the reader asked? */
import { missing, quickFill } from "../engine/form.js";
import { corpus, say } from "../engine/card.js";
import { blueprint, each, find, optionalText, setAttribute, setText } from "./dom.js";

/** @typedef {import("./main.js").State} State */
/** @typedef {import("../engine/form.js").Quick} Quick */

/** @param {string} label @param {string} control */
const field = (label, control) =>
  `<div class="field"><label><span class="label">${say(`view.${label}`)}</span>${control}</label></div>`;

/** @param {string} label @param {string} name @param {string} attributes */
const input = (label, name, attributes) =>
  field(label, `<input class="${name}" ${attributes} aria-describedby="error">`);

/** @param {{ id: string, name: string }} choice */
const option = ({ id, name }) => `<option value="${id}">${name}</option>`;

/** @param {string} name */
const mode = (name) =>
  `<label class="mode"><input class="${name}" type="radio" name="mode"><span>${say(`view.${name}`)}</span></label>`;

const quickButton = blueprint(`<button class="choice" type="button"></button>`);

/** @param {State["settings"]["asks"]} asks */
function markup(asks) {
  const treatments = [{ id: "", name: say("view.choose") }, ...corpus.treatments].map(option).join("");
  const activities = corpus.activities.map(option).join("");
  const when = `
    <fieldset class="when">
      <legend class="label">${say("view.when")}</legend>
      <div class="quick" role="group" aria-label="${say("view.quick")}" aria-describedby="careful"></div>
      <p class="note" id="careful">${say("view.quick-careful")}</p>
      <div class="modes">${mode("by-clock")}${mode("by-hours")}</div>
      <div class="pair">
        ${input("date", "date", 'type="date"')}
        ${input("time", "time", 'type="time"')}
      </div>
      <div class="since">
        ${input("hours-since", "hours", 'type="text" inputmode="decimal" autocomplete="off"')}
      </div>
      <p class="error" id="error" role="alert"></p>
    </fieldset>`;
  return `
    <details class="ask" part="form">
      <summary class="told"><i data-at="told"></i><span class="change">${say("view.change")}</span></summary>
      <div class="fields">
        <div class="pair">
          ${asks.treatment ? field("treatment", `<select class="treatment">${treatments}</select>`) : ""}
          ${asks.activity ? field("activity", `<select class="activity">${activities}</select>`) : ""}
        </div>
        ${asks.when ? when : ""}
        <button class="show" type="button">${say("view.show-answer")}</button>
      </div>
    </details>`;
}

/**
 * @param {State} state
 * @param {(form: Partial<State["form"]>) => void} change
 * @param {() => void} lead to the answer
 */
export function createForm(state, change, lead) {
  const node = /** @type {HTMLDetailsElement} */ (blueprint(markup(state.settings.asks))());
  const control = (/** @type {string} */ name) => find(node, `.${name}`);
  const value = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (control(name));
  const told = optionalText(node, "told", "span", "");
  const quick =
    value("quick") && each(control("quick"), (/** @type {Quick} */ { name }) => name, createQuick);

  /** @param {Quick} offered */
  function createQuick(offered) {
    const node = quickButton();
    node.textContent = say(`view.quick-${offered.name}`);
    node.addEventListener("click", () => {
      change(quickFill(offered, Date.now()));
      if (state.scene.card) {
        lead();
      }
    });
    return { node, update() {} };
  }

  node.addEventListener("toggle", () => change({ open: node.open }));
  control("show").addEventListener("click", () => {
    if (state.scene.card) {
      lead();
    } else {
      control(missing(state.settings, state.form).slice(1)).focus();
    }
  });
  // Every browser sends both for a choice in a list, but not every tool that helps a person.
  for (const type of ["input", "change"]) {
    node.addEventListener(type, () => {
      const hours = value("hours")?.value ?? "";
      change({
        treatment: value("treatment")?.value ?? "",
        activity: value("activity")?.value ?? state.form.activity,
        byHours: value("by-hours")?.checked ?? false,
        date: value("date")?.value ?? "",
        time: value("time")?.value ?? "",
        hours,
        ...(hours !== state.form.hours && { typedAt: Date.now() }),
      });
    });
  }

  return {
    node,
    update() {
      const { form, scene, settings } = state;
      if (node.open !== form.open) {
        node.open = form.open;
      }
      told(scene.told);
      for (const name of /** @type {const} */ (["treatment", "activity", "date", "time", "hours"])) {
        const own = value(name);
        if (own && own.value !== form[name]) {
          own.value = form[name];
        }
      }
      if (!settings.asks.when) {
        return;
      }
      quick?.(scene.quick);
      /** @type {HTMLInputElement} */ (control(form.byHours ? "by-hours" : "by-clock")).checked = true;
      find(node, "fieldset > .pair").hidden = form.byHours;
      control("since").hidden = !form.byHours;
      setAttribute(control("date"), "max", scene.today);
      for (const name of ["date", "time", "hours"]) {
        const isAsked = form.byHours === (name === "hours");
        setAttribute(control(name), "aria-invalid", `${isAsked && scene.wrong !== ""}`);
      }
      setText(control("error"), scene.wrong);
    },
  };
}
