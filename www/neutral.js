/**
 * A page that names no brand: where the element is told so, the page's own words
 * follow. Each has its neutral form beside it.
 *
 * @param {Element} element
 */
export function followNames(element) {
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
