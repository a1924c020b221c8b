// A site whose scripts have classes of their own by the names of the browser's, until the visit is
// over: the tools that look at this page are scripts too.
for (const name of ["Document", "Element", "HTMLElement", "Node", "ShadowRoot"]) {
  const own = window[name];
  window[name] = class {};
  addEventListener("mend", () => {
    window[name] = own;
  });
}
