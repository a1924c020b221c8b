// A site that fills its pages once they are loaded.
addEventListener("load", () => {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const first = document.createElement("aftercare-consensus");
  first.setAttribute("treatment", "dysport");
  first.setAttribute("hours", "14");
  first.textContent = "Ask your clinic when exercise is OK.";
  main.append(first);
  const second = document.createElement("div");
  second.innerHTML =
    '<aftercare-consensus treatment="botox" hours="4.5">Ask your clinic when exercise is OK.</aftercare-consensus>';
  main.append(second);
});
