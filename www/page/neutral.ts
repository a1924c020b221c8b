/**
 * A page that names no brand: when the element's `names` says so, the page's own texts
 * follow. Each has its neutral form in `data-neutral`.
 */
export function followNames(element: Element): void {
  const follow = () => {
    const names = element.getAttribute("names")?.trim();
    if (names !== "generic" && names !== "class") {
      return;
    }
    for (const place of document.querySelectorAll("[data-neutral]")) {
      const text = place.getAttribute("data-neutral") ?? "";
      if (place instanceof HTMLMetaElement) {
        place.content = text;
      } else {
        place.textContent = text;
      }
      place.removeAttribute("data-neutral");
    }
  };
  new MutationObserver(follow).observe(element, { attributeFilter: ["names"] });
  follow();
}
