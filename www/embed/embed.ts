/**
 * For the host's page: makes each frame that holds `embed.html` as high as what it
 * shows. Optional: without it the frame scrolls.
 */

/** No height above this is accepted from a frame. */
const HIGHEST = 100_000;

addEventListener("message", ({ data, origin, source }) => {
  if (data?.type !== "aftercare-consensus:height") {
    return;
  }
  const { height } = data;
  if (typeof height !== "number" || !(height > 0 && height <= HIGHEST)) {
    return;
  }
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[src]")) {
    const { clientHeight, contentWindow, offsetHeight, src, style } = frame;
    // The browser has resolved the address. A sandboxed frame has an opaque origin.
    const isOurs =
      contentWindow === source &&
      /^[^?#]*\/embed\.html([?#]|$)/.test(src) &&
      (origin === "null" || src.startsWith(`${origin}/`));
    if (isOurs) {
      const borders = getComputedStyle(frame).boxSizing === "border-box" ? offsetHeight - clientHeight : 0;
      style.blockSize = `${Math.ceil(height) + borders}px`;
    }
  }
});
