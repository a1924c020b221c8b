// A site made of components of its own, in German.
document.addEventListener("aftercare-change", ({ target, detail }) => {
  document.body.dataset.told = `${target.localName}: ${detail.treatment}`;
});
customElements.define(
  "site-page",
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "open" });
      const section = document.createElement("section");
      section.lang = "de";
      const element = document.createElement("aftercare-consensus");
      element.setAttribute("treatment", "dysport");
      element.setAttribute("hours", "14");
      element.append("Ask your clinic when exercise is OK.");
      section.append(element);
      root.append(section);
    }
  },
);
