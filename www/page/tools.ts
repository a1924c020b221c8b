/**
 * What a reader can do with an answer on the page: share it, print it, have it
 * remembered. The texts are in the page.
 */
import { followLanguage, keep, keptSettings, restorePlace, wasRemembered } from "./history";
import { apply } from "./link";
import { canRemember, forget, isRemembered, remember, remembered } from "./remember";
import { canShare, linkText, linkTo, share } from "./share";

/** After each of these events the question may be another. */
const EVENTS = ["input", "change", "click", "aftercare-change", "aftercare-error"];

/**
 * Offers the tools while there is an answer. What was asked before a reload, or what was
 * remembered, is asked again, unless a link asks for something else.
 *
 * @returns a function to call when a link takes over, so that its question is not
 *   remembered in the place of the reader's own
 */
export function offerTools(element: Element, hasLink: boolean): () => void {
  const section = document.querySelector<HTMLElement>(".tools");
  if (!section) {
    return () => {};
  }
  const find = <T extends HTMLElement>(selector: string) => section.querySelector(selector) as T;
  const status = find(".said");
  const field = find(".link");
  const input = find<HTMLInputElement>(".link input");
  const box = find<HTMLInputElement>(".remember");
  const forgetButton = find(".forget");

  const question = (): string | null => {
    const asked: unknown = Reflect.get(element, "question");
    return typeof asked === "string" ? asked : null;
  };
  /** @param text one of the status texts that the page has in `data-…` */
  const say = (text?: string) => {
    status.textContent = (text && status.dataset[text]) || "";
  };
  const store = () => {
    const asked = question();
    if (asked && box.checked && !remember(asked)) {
      box.checked = false;
      say("failed");
    }
    forgetButton.hidden = !isRemembered();
  };
  const keepNow = (around?: string[]) => {
    const asked = question();
    keep(element, asked && linkText(element, asked, around), box.checked);
  };
  let shown = question();
  const update = () => {
    const asked = question();
    section.hidden = !asked;
    if (asked !== shown) {
      shown = asked;
      // A link that was shown is of another question.
      field.hidden = true;
      say();
      keepNow();
    }
    store();
  };

  const kept = hasLink ? [] : keptSettings();
  if (kept.length > 0) {
    apply(element, kept);
    box.checked = wasRemembered() && isRemembered();
    void restorePlace(element);
  } else if (!hasLink && isRemembered()) {
    const settings = remembered();
    apply(element, settings);
    box.checked = settings.length > 0;
  }
  find(".remembers").hidden = !canRemember();
  find(".cannot").hidden = canRemember();
  find(".share").hidden = !canShare();

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
      store();
    } else {
      forget();
      forgetButton.hidden = true;
      say("forgotten");
    }
    keepNow();
  });
  forgetButton.addEventListener("click", () => {
    box.checked = false;
    forget();
    say("forgotten");
    // The button is hidden, and would take the focus with it.
    box.focus();
    forgetButton.hidden = true;
    keepNow();
  });
  // Sections open and close without an event of the element.
  addEventListener("pagehide", () => keepNow());
  followLanguage(() => keepNow(["names", "panels"]));
  for (const event of EVENTS) {
    element.addEventListener(event, update);
  }
  update();
  keepNow();
  return () => {
    box.checked = false;
  };
}
