// What libraries of twenty years ago did to a page: enumerable keys on every object, and methods
// of lists, texts and functions that do something else.
const broken = [
  [Object.prototype, "extend", () => "extended"],
  [Object.prototype, "status", "fine"],
  [Object.prototype, "activity", "flying"],
  [Object.prototype, "get", "a getter"],
  [Object.prototype, "set", "a setter"],
  [Object.prototype, "value", "a value"],
  [Object.prototype, "writable", true],
  [Object.prototype, "enumerable", true],
  [Object.prototype, "second", 30],
  [Array.prototype, "contains", () => true],
  [Array.prototype, "map", () => "a map of another kind"],
  [Array.prototype, "filter", () => []],
  [Array.prototype, "find", () => undefined],
  [Array.prototype, "every", () => false],
  [Array.prototype, "includes", () => true],
  [Array.prototype, "toJSON", () => "a list"],
  [String.prototype, "trim", () => "trimmed"],
  [Function.prototype, "bind", () => () => "bound"],
].map(([prototype, key, value]) => ({ prototype, key, value, own: prototype[key] }));

for (const { prototype, key, value } of broken) {
  prototype[key] = value;
}

// What a visitor does; then all is mended, since the tools that look at this page are scripts too.
addEventListener("load", () => {
  const element = document.querySelector("aftercare-consensus");
  element.setAttribute("hours", "38");
  const open = () => {
    const list = element.shadowRoot?.querySelector(".who-says-what > summary");
    if (!list) {
      setTimeout(open, 100);
      return;
    }
    list.parentElement.parentElement.closest("details").firstElementChild.click();
    list.click();
    setTimeout(mend, 1400);
  };
  setTimeout(open, 100);
  const mend = () => {
    for (const { prototype, key, own } of broken) {
      if (own) {
        prototype[key] = own;
      } else {
        delete prototype[key];
      }
    }
    document.body.dataset.mended = "yes";
  };
});
