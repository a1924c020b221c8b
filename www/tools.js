/**
 * What can a reader do with an answer on the page? Share it, print it, have it
 * remembered. The words are in the page.
 */
import { apply } from "./settings.js";
import { canRemember, forget, isRemembered, remember, remembered } from "./remember.js";
import { canShare, linkTo, share } from "./share.js";

/** After each of these the question may be another. */
const HEARD = ["input", "change", "click", "aftercare-change", "aftercare-error"];

/**
 * Offers the tools as long as there is an answer. What was remembered is asked
 * again, where no link asks for something else.
 *
 * @param {Element} element
 * @param {boolean} hasLink
 * @returns {{ leave: () => void }} `leave`: what is asked from now on is not the reader's own
 */
export function offerTools(element, hasLink) {
  const section = document.querySelector(".tools");
  /** @template {Element} T @param {string} selector @returns {T} */
  const find = (selector) => /** @type {T} */ (section?.querySelector(selector));
  if (!section) {
    return { leave: () => {} };
  }
  const said = /** @type {HTMLElement} */ (find(".said"));
  const field = /** @type {HTMLElement} */ (find(".link"));
  const input = /** @type {HTMLInputElement} */ (find(".link input"));
  const box = /** @type {HTMLInputElement} */ (find(".remember"));
  const forgetButton = /** @type {HTMLElement} */ (find(".forget"));

  const question = () => {
    const asked = Reflect.get(element, "question");
    return typeof asked === "string" ? asked : null;
  };
  /** @param {string} [what] one of the sentences that the page has for it */
  const say = (what) => {
    said.textContent = (what && said.dataset[what]) || "";
  };
  const keep = () => {
    const asked = question();
    if (asked && box.checked && !remember(asked)) {
      box.checked = false;
      say("failed");
    }
    forgetButton.hidden = !isRemembered();
  };
  let shown = question();
  const look = () => {
    const asked = question();
    /** @type {HTMLElement} */ (section).hidden = !asked;
    if (asked !== shown) {
      shown = asked;
      // A link that was shown is of another question.
      field.hidden = true;
      say();
    }
    keep();
  };

  if (!hasLink && isRemembered()) {
    const settings = remembered();
    apply(element, settings);
    box.checked = settings.length > 0;
  }
  find(".remembers").toggleAttribute("hidden", !canRemember());
  find(".cannot").toggleAttribute("hidden", canRemember());
  find(".share").toggleAttribute("hidden", !canShare());

  find(".share").addEventListener("click", async () => {
    const asked = question();
    if (!asked) {
      return;
    }
    const link = linkTo(element, asked);
    const how = await share(link);
    say(how);
    if (how === "shown") {
      input.value = link;
      field.hidden = false;
      input.focus();
      input.select();
    }
  });
  find(".print").addEventListener("click", () => print());
  box.addEventListener("change", () => {
    if (box.checked) {
      say("remembered");
      keep();
    } else {
      forget();
      forgetButton.hidden = true;
      say("forgotten");
    }
  });
  forgetButton.addEventListener("click", () => {
    box.checked = false;
    forget();
    say("forgotten");
    // The button goes, and the focus with it.
    box.focus();
    forgetButton.hidden = true;
  });
  for (const event of HEARD) {
    element.addEventListener(event, look);
  }
  look();
  return {
    leave: () => {
      box.checked = false;
    },
  };
}
