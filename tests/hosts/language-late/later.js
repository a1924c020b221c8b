// A site that loads the second language once somebody asks for it.
addEventListener("ask for Spanish", () => {
  const script = document.createElement("script");
  script.src = "widget/aftercare-consensus.es.js";
  document.head.append(script);
});
