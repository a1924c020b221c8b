// A page that shows the answer of every hour, each with the clock's own pace.
for (let hours = 0; hours < 50; hours += 1) {
  const element = document.createElement("aftercare-consensus");
  element.setAttribute("treatment", "dysport");
  element.setAttribute("hours", `${hours}`);
  element.append("Ask your clinic when exercise is OK.");
  document.querySelector("main")?.append(element);
}
