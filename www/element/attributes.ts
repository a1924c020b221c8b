/** The attributes of the element, and the properties that mirror them. */
import { cut } from "../core/options";

export const ATTRIBUTES = [
  "treatment",
  "activity",
  "hours",
  "treated-at",
  "lang",
  "names",
  "panels",
  "ask",
  "compact",
  "sources",
  "clinic",
  "protocol",
  "contact",
  "emergency",
] as const;

/** Those that are there or not. */
const FLAGS = ["ask", "compact"];

/** The attributes that are present, as the core takes them. */
export function attributesOf(element: Element): Record<string, string> {
  // Without a prototype, none of a page's making is inherited.
  const attributes: Record<string, string> = Object.create(null);
  for (let place = 0; place < ATTRIBUTES.length; place += 1) {
    const name = ATTRIBUTES[place];
    const value = element.getAttribute(name);
    if (value !== null) {
      attributes[name] = cut(value);
    }
  }
  return attributes;
}

/** The language of the page around an element, out of shadow roots too; none where nobody says it. */
export function pageLanguage(element: Element): string | null {
  let at: Element | null | undefined = element;
  while ((at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host)) {
    if (at.hasAttribute("lang")) {
      return cut(at.getAttribute("lang") ?? "");
    }
  }
  return null;
}

/** Attributes and the language of the page as one text: two different sets never have the same. */
export function textOf(attributes: Record<string, string>, pageLang: string | null): string {
  let text = pageLang === null ? "" : `${pageLang.length}:${pageLang}`;
  for (const name in attributes) {
    const value = attributes[name];
    text += ` ${name}=${value.length}:${value}`;
  }
  return text;
}

/** Gives a class of elements its properties. Every element has a `lang` already. */
export function defineProperties(prototype: HTMLElement): void {
  for (let place = 0; place < ATTRIBUTES.length; place += 1) {
    const name = ATTRIBUTES[place];
    if (name !== "lang") {
      Object.defineProperty(prototype, camelCase(name), descriptor(name));
    }
  }
}

function descriptor(name: string): PropertyDescriptor {
  const isFlag = FLAGS.indexOf(name) >= 0;
  // A page may have given every object a value or a setter.
  return Object.assign(Object.create(null), {
    configurable: true,
    enumerable: true,
    get(this: HTMLElement) {
      const value = this.getAttribute(name);
      return isFlag ? value !== null && value.toLowerCase() !== "false" : value;
    },
    set(this: HTMLElement, value: unknown) {
      if (value === null || value === undefined || (isFlag && value === false)) {
        this.removeAttribute(name);
      } else {
        this.setAttribute(name, isFlag && value === true ? "" : attributeText(value));
      }
    },
  });
}

/** Properties that were set before the class was there hide its accessors: they are set anew. */
export function upgradeProperties(element: HTMLElement): void {
  for (let place = 0; place < ATTRIBUTES.length; place += 1) {
    const property = camelCase(ATTRIBUTES[place]);
    if (Object.hasOwn(element, property)) {
      const value: unknown = Reflect.get(element, property);
      Reflect.deleteProperty(element, property);
      Reflect.set(element, property, value);
    }
  }
}

/** A number that was worked out has no use for more than six decimals. */
const attributeText = (value: unknown): string =>
  typeof value === "number" ? `${Math.round(value * 1e6) / 1e6}` : `${value}`;

const camelCase = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
