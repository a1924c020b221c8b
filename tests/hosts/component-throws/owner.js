// A site whose own script breaks the making of one element, until it is mended; its owner
// listens for what is wrong.
const { createElementNS } = Document.prototype;
Document.prototype.createElementNS = function (...values) {
  if (values[1] === "h2" && !("mended" in document.documentElement.dataset)) {
    throw new RangeError("a component throws");
  }
  return Reflect.apply(createElementNS, this, values);
};
addEventListener("aftercare-error", ({ detail }) => {
  document.documentElement.dataset.code = detail.code;
});
