/** The element on a page, as a reader uses it. */
import "./page";
import { later, settled } from "./page";
import { define } from "../../www/element/define";
import type { AftercareConsensus } from "../../www/element/element";

export const OWN_TEXT = "Ask your clinic when exercise is OK.";

export class Widget {
  readonly element: AftercareConsensus;
  /** What the page was told. */
  readonly events: { type: string; detail: Record<string, unknown> }[] = [];

  private constructor(attributes: Record<string, string>) {
    define();
    this.element = document.createElement("aftercare-consensus") as AftercareConsensus;
    this.element.textContent = OWN_TEXT;
    for (const [name, value] of Object.entries(attributes)) {
      this.element.setAttribute(name, value);
    }
    for (const type of ["aftercare-change", "aftercare-error"]) {
      this.element.addEventListener(type, (event) => {
        this.events.push({ type, detail: (event as CustomEvent).detail });
      });
    }
  }

  /** Puts an element on the page, until all of it is drawn. */
  static async show(attributes: Record<string, string> = {}): Promise<Widget> {
    const widget = new Widget(attributes);
    document.body.append(widget.element);
    await widget.#steps();
    await later(20);
    await widget.#steps();
    return widget;
  }

  /** Waits for all steps that wait for no clock. */
  async #steps(): Promise<void> {
    let isReady = false;
    void this.element.ready.then(() => {
      isReady = true;
    });
    for (let turn = 0; turn < 100 && !isReady; turn += 1) {
      await settled();
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** The one element that a selector names. */
  one<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.all<Found>(selector);
    if (found.length !== 1) {
      throw new Error(`${found.length} elements are "${selector}"`);
    }
    return found[0] as Found;
  }

  all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.root.querySelectorAll<Found>(selector)];
  }

  /** The texts of all elements that a selector names. */
  texts(selector: string): string[] {
    return this.all(selector).map(({ textContent }) => textContent ?? "");
  }

  async click(selector: string): Promise<void> {
    this.all(selector)[0]?.click();
    await later(20);
  }

  /** Chooses or types a value, as a reader does. */
  async set(selector: string, value: string): Promise<void> {
    const control = this.one<HTMLInputElement>(selector);
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
    await later(20);
  }

  /** Opens a section. */
  async open(name: string): Promise<void> {
    await this.click(`.${name} > summary`);
  }

  async setAttribute(name: string, value: string): Promise<void> {
    this.element.setAttribute(name, value);
    await settled();
    await later(20);
  }

  async remove(): Promise<void> {
    this.element.remove();
    await settled();
  }
}
